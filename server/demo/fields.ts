/** Small shapes that several files of the demonstration share. */
import * as v from 'valibot';

/** Days from the day of loading; 0 is that day, -1 the day before. */
export const day = v.pipe(v.number(), v.integer());
export const maybeDay = v.nullable(day);
export const text = v.pipe(v.string(), v.nonEmpty());
export const maybeText = v.nullable(text);
export const texts = v.array(text);
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Euros in whole cents; null where nothing was decided, which is not zero. */
export const cents = v.nullable(count);
export const time = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/));

export const college = v.picklist(['resident', 'professional', 'elected']);
export const answerChannel = v.picklist(['email', 'letter', 'town_hall', 'none']);
export const perCollege = v.strictObject({ resident: count, professional: count, elected: count });

export const comment = v.strictObject({
	key: text,
	person: text,
	day,
	text,
	replyTo: maybeText,
	field: v.optional(v.nullable(v.picklist(['context', 'description']))),
	quote: v.optional(maybeText)
});

export type DemoCollege = v.InferOutput<typeof college>;
export type DemoComment = v.InferOutput<typeof comment>;
