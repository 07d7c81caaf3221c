/** How data of pages travels to their scripts, for the few pages that have one. */
import type { Transport } from '@sveltejs/kit';
import { isRenderedOnly } from '#lib/site/read-only-data.ts';

export const transport: Transport = {
	RenderedOnly: {
		encode: isRenderedOnly,
		decode() {
			throw new Error('This page has a script: its data must not be marked `renderedOnly`.');
		}
	}
};
