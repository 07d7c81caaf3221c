/** The lists that make a contract: each entry is edited on a page of its own, in the same way. */

/** Lists by the word of their address. Signatories and partners are edited under « Partenaires ». */
export const ENTRY_LISTS = [
	'phases',
	'axes',
	'objectifs',
	'objectifs-operationnels',
	'themes',
	'priorites',
	'questions',
	'lexique',
	'calendrier',
	'avenants',
	'signataires',
	'partenaires'
] as const;

export type EntryList = (typeof ENTRY_LISTS)[number];

/** The list of an address, or null. */
export function entryList(word: string): EntryList | null {
	return ENTRY_LISTS.find((list) => list === word) ?? null;
}

export interface Entry {
	id: string;
	title: string;
	note: string;
	/** As the fields of its form hold them. */
	values: Record<string, string>;
}

export type EntryFieldKind = 'line' | 'prose' | 'day' | 'choice' | 'tick';

export interface EntryField {
	name: string;
	kind: EntryFieldKind;
	required?: boolean;
	max?: number;
	/** Where the choices of a `choice` come from. */
	choices?: 'progress' | 'tone' | 'side' | 'tier' | 'axes' | 'strategic' | 'organisations';
}

const title: EntryField = { name: 'title', kind: 'line', required: true, max: 200 };
const reference: EntryField = { name: 'reference', kind: 'line', required: true, max: 20 };
const organisation: EntryField = {
	name: 'organisationId',
	kind: 'choice',
	required: true,
	choices: 'organisations'
};

/** What each form asks, in order. The rules themselves are in `entry-form.ts`. */
export const ENTRY_FIELDS: Record<EntryList, readonly EntryField[]> = {
	phases: [
		title,
		{ name: 'detail', kind: 'line', max: 300 },
		{ name: 'progress', kind: 'choice', required: true, choices: 'progress' },
		{ name: 'startsOn', kind: 'day' },
		{ name: 'endsOn', kind: 'day' }
	],
	axes: [
		reference,
		title,
		{ name: 'summary', kind: 'prose', max: 600 },
		{ name: 'tone', kind: 'choice', required: true, choices: 'tone' }
	],
	objectifs: [
		{ name: 'parent', kind: 'choice', required: true, choices: 'axes' },
		reference,
		title
	],
	'objectifs-operationnels': [
		{ name: 'parent', kind: 'choice', required: true, choices: 'strategic' },
		reference,
		title
	],
	themes: [title],
	priorites: [{ name: 'side', kind: 'choice', required: true, choices: 'side' }, title],
	questions: [title, { name: 'answer', kind: 'prose', required: true, max: 4000 }],
	lexique: [
		{ name: 'acronym', kind: 'line', required: true, max: 30 },
		{ name: 'expansion', kind: 'line', required: true, max: 200 },
		{ name: 'explanation', kind: 'prose', max: 600 }
	],
	calendrier: [
		title,
		{ name: 'onDay', kind: 'day', required: true },
		{ name: 'place', kind: 'line', max: 200 },
		{ name: 'public', kind: 'tick' }
	],
	avenants: [
		{ name: 'number', kind: 'line', required: true, max: 3 },
		title,
		{ name: 'purpose', kind: 'prose', max: 2000 }
	],
	signataires: [
		organisation,
		{ name: 'tier', kind: 'choice', required: true, choices: 'tier' },
		{ name: 'capacity', kind: 'line', max: 200 },
		{ name: 'commitment', kind: 'prose', max: 1500 },
		{ name: 'validation', kind: 'line', max: 300 },
		{ name: 'signedOn', kind: 'day' }
	],
	partenaires: [
		organisation,
		{ name: 'kind', kind: 'line', max: 100 },
		{ name: 'contribution', kind: 'prose', max: 1000 }
	]
};

/** The field of which two entries of a list never have the same value. */
export const UNIQUE_FIELDS: Partial<Record<EntryList, string>> = {
	axes: 'reference',
	themes: 'title',
	lexique: 'acronym',
	avenants: 'number',
	signataires: 'organisationId',
	partenaires: 'organisationId'
};

/** Lists whose order is chosen; the others are sorted by what they hold. */
export function isOrdered(list: EntryList): boolean {
	return !['lexique', 'calendrier', 'avenants'].includes(list);
}

/** Entries move among those of one group: objectives of one parent, priorities of one side. */
export function groupOf(entry: Entry): string {
	return entry.values.parent ?? entry.values.side ?? entry.values.tier ?? '';
}

/**
 * The ids of a list once an entry has gone one place up or down within its group; null when it is
 * already at that end.
 */
export function moved(
	entries: readonly Entry[],
	id: string,
	direction: 'up' | 'down'
): string[] | null {
	const entry = entries.find((candidate) => candidate.id === id);
	if (!entry) return null;
	const peers = entries.filter((candidate) => groupOf(candidate) === groupOf(entry));
	const index = peers.indexOf(entry);
	const neighbour = peers[index + (direction === 'up' ? -1 : 1)];
	if (!neighbour) return null;
	return entries.map((candidate) => {
		if (candidate.id === entry.id) return neighbour.id;
		return candidate.id === neighbour.id ? entry.id : candidate.id;
	});
}
