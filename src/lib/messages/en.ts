import type { Messages } from './messages.ts';
import { common } from './common.en.ts';
import { site } from './site.en.ts';
import { ui } from './ui.en.ts';

/** The English catalogue: complete, or it does not compile. */
export const en: Messages = {
	common,
	site,
	ui
};
