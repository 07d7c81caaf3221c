import { listLeftTexts } from '../left-texts.ts';

/** The texts of which this browser keeps words that were not saved yet. */
export const load = async ({ locals, cookies, url }) => ({
	left: await listLeftTexts({ locals, cookies }),
	everywhere: url.searchParams.has('partout')
});
