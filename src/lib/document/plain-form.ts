/** What the page of a plain form shows: which section, what was typed, what it reads as now. */
import type { SectionInput } from './document-form.ts';
import type { FormValues } from '#lib/form.ts';
import { findSection, isAsOpened, type AskedSection, type SectionRead } from './section.ts';

/** The place of a section that is not there yet, in addresses. */
export const NEW_SECTION = 'nouvelle';

export interface PlainForm {
	/** What the form is checked against when it is sent; null for a new section. */
	section: SectionRead | null;
	title: string;
	plain: string;
	/** What was typed on another wording than the one that is there now. */
	aside: string | null;
	/** Why what was typed was not taken: its section reads otherwise, or is no more. */
	reason: 'changed' | 'gone' | null;
}

/** Gives what a form sends as the edit of a section; null for a new one. */
export function askedOf({ section, heading, ...rest }: SectionInput): AskedSection | null {
	if (section === null) return null;
	return { index: section, heading: heading ?? null, ...rest };
}

/** Reads back what a refused form held. */
export function typedIn(values: FormValues): SectionInput {
	const one = (name: string) => {
		const value = values[name];
		return typeof value === 'string' ? value : undefined;
	};
	const place = one('section') ?? '';
	return {
		section: /^\d{1,5}$/.test(place) ? Number(place) : null,
		heading: one('heading'),
		base: one('base') ?? '',
		twin: one('twin'),
		title: one('title'),
		plain: one('plain') ?? ''
	};
}

/**
 * Works out the form to show: that of what was typed, else of the section that was chosen, else of the
 * only one. Null when there are several to choose from.
 */
export function plainFormOf(
	sections: readonly SectionRead[],
	chosen: string | null,
	typed: SectionInput | null
): PlainForm | null {
	if (typed) return formOfTyped(sections, typed);
	if (chosen === NEW_SECTION) return newForm('', '', null);
	const only = sections.length === 1 ? sections[0] : undefined;
	const section = sections.find(({ index }) => String(index) === chosen) ?? only;
	if (!section) return null;
	const { heading, plain } = section;
	return { section, title: heading ?? '', plain, aside: null, reason: null };
}

function formOfTyped(sections: readonly SectionRead[], typed: SectionInput): PlainForm {
	const asked = askedOf(typed);
	const { title = '', plain } = typed;
	if (!asked) return newForm(title, plain, null);
	const section = findSection(sections, asked);
	if (!section) return newForm(title, plain, 'gone');
	if (isAsOpened(sections, asked)) {
		return {
			section,
			title: typed.title ?? section.heading ?? '',
			plain,
			aside: null,
			reason: null
		};
	}
	const renamed = typed.title !== undefined && typed.title !== section.heading;
	return {
		section,
		title: section.heading ?? '',
		plain: section.plain,
		aside: renamed ? `${title}\n${plain}` : plain,
		reason: 'changed'
	};
}

function newForm(title: string, plain: string, reason: 'gone' | null): PlainForm {
	return { section: null, title, plain, aside: null, reason };
}
