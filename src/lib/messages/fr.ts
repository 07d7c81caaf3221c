import { common } from './common.fr.ts';
import { site } from './site.fr.ts';
import { ui } from './ui.fr.ts';

/** The French catalogue: one area a file. */
export const fr = {
	common,
	site,
	ui
};
