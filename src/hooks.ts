/** Keeps the data of pages from being written down for a script of the framework, which no page has. */
import type { Transport } from '@sveltejs/kit';
import { isRenderedOnly } from '#lib/site/read-only-data.ts';

export const transport: Transport = {
	RenderedOnly: {
		encode: isRenderedOnly,
		decode() {
			throw new Error(
				'A page with a script of the framework must not mark its data `renderedOnly`.'
			);
		}
	}
};
