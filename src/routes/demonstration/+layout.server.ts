import { found } from '#lib/errors.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';

// Elsewhere than in a demonstration these pages do not exist.
export const load = () => {
	found(demonstrationIsOpen() || null);
};
