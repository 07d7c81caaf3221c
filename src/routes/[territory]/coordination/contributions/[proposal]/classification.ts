/** What is chosen of a contribution now, as the values of its form. */
import type { FormValues } from '#lib/form.ts';

export interface Classified {
	summary: string;
	axis: { id: string } | null;
	commune: { id: string } | null;
	body: { id: string } | null;
	themes: readonly { id: string }[];
}

/** The values with which the form of a classification opens. */
export function classificationValues(
	{ summary, axis, commune, body, themes }: Classified,
	openWriting: boolean
): FormValues {
	return {
		summary,
		axisId: axis?.id ?? '',
		communeId: commune?.id ?? '',
		bodyId: body?.id ?? '',
		themeIds: themes.map(({ id }) => id),
		openWriting: openWriting ? 'on' : ''
	};
}
