/** What the form components share: values as they come back from a refused form, and ids. */

/** A value of `form.values`: one, several, or none yet. */
export type FieldValue = string | string[] | null | undefined;

/** The text to put back into a field that holds one value. */
export function textOf(value: FieldValue): string {
	return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The values to tick again in a group of boxes. */
export function listOf(value: FieldValue): string[] {
	if (Array.isArray(value)) return value;
	return value ? [value] : [];
}

/** `aria-describedby` of a control: its hint, then its error, and nothing when there is neither. */
export function descriptionOf(id: string, hint: unknown, error: unknown): string | undefined {
	const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}

export interface FieldOption {
	value: string;
	label: string;
	/** A few words below the label that help to choose. */
	hint?: string;
}
