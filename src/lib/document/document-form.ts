/** Forms about a document: its versions, and whether it is open to writing. */
import * as v from 'valibot';
import { line, pageId } from '#lib/form.ts';

const document = pageId();

/** A number of an update, from 1. */
export const momentSchema = v.pipe(
	v.union([v.string(), v.number()], 'document.no_moment'),
	v.transform(Number),
	v.number(),
	v.integer('document.no_moment'),
	v.minValue(1, 'document.no_moment'),
	v.maxValue(Number.MAX_SAFE_INTEGER, 'document.no_moment')
);

/** Gives the present state a name. */
export const nameVersionForm = v.object({
	document,
	label: line('document.label_required', 'common.too_long', 120)
});

/** Makes the texts read again as they did at a moment. */
export const restoreForm = v.object({ document, seq: momentSchema });

/** Nothing but the document. */
export const documentOnlyForm = v.object({ document });
