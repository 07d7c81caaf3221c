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

/** Longest text of a section, in UTF-16 units. */
const LONGEST_SECTION = 200_000;

const read = v.pipe(v.string(), v.maxLength(500_000, 'common.too_long'));
/** Not trimmed: the blanks before an item say how deep it is. */
const typed = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_SECTION, 'document.section_long')
);

/** A section typed in a plain form, with what it read as when the form was opened; without a place, a new one. */
export const sectionFields = {
	section: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^\d{0,5}$/, 'common.stale_page'),
		v.transform((place) => (place === '' ? null : Number(place)))
	),
	heading: v.optional(read),
	base: v.optional(read, ''),
	twin: v.optional(v.pipe(v.string(), v.maxLength(20, 'common.stale_page'))),
	title: v.optional(v.pipe(v.string(), v.maxLength(300, 'common.too_long'))),
	plain: typed
};

export type SectionInput = v.InferOutput<v.ObjectSchema<typeof sectionFields, undefined>>;
