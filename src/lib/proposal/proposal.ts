/** What a proposal is and how it goes from received to answered. Pure. */
import type { ProposalState } from '#lib/access/subjects.ts';

export type ProposalKind = 'idea' | 'testimony' | 'opinion';
export type ProposalChannel = 'online' | 'paper' | 'spoken' | 'workshop' | 'import';
export type ProposalCollege = 'resident' | 'professional' | 'elected' | 'citizen_committee';
export type Consent = 'form' | 'written' | 'spoken' | 'group';

/** Longest title, in UTF-16 units; the database repeats it. */
export const TITLE_MAX = 200;
/** Longest text of a first proposal: about six pages. */
export const TEXT_MAX = 12_000;
/** Longest answer to « pour qui » and « où ». */
export const DETAIL_MAX = 500;
/** Longest plain-language summary. */
export const SUMMARY_MAX = 600;
/** Days after which the words that were not published are erased. */
export const ORIGINAL_KEPT_DAYS = 30;
/** Hours within which the coordination reads before publication. */
export const READING_HOURS = 48;

/** States in which the coordination has something to read, in the order in which it should. */
export const STATES_TO_READ = ['HELD_PRIVACY', 'RECEIVED', 'RETURNED'] as const;

/** Names of the states in the public addresses of lists. */
export const PUBLIC_STATE_FILTERS = [
	'PUBLISHED',
	'RETAINED',
	'MERGED_INTO',
	'POSTPONED',
	'REJECTED'
] as const;

/**
 * Where a proposal may go from each state. RECEIVED covers the screening; ANSWERED and FOLLOWED are
 * told by `answeredAt` and by the lineage. Source: domain notes, §3, state machine of a proposal.
 */
const NEXT: Record<ProposalState, readonly ProposalState[]> = {
	RECEIVED: ['PUBLISHED', 'RETURNED', 'REDIRECTED', 'HELD_PRIVACY', 'WITHDRAWN'],
	RETURNED: ['RECEIVED', 'PUBLISHED', 'REDIRECTED', 'HELD_PRIVACY', 'WITHDRAWN'],
	HELD_PRIVACY: ['PUBLISHED', 'RETURNED', 'REDIRECTED', 'WITHDRAWN'],
	REDIRECTED: ['RECEIVED'],
	PUBLISHED: [
		'MERGED_INTO',
		'RETAINED',
		'POSTPONED',
		'REJECTED',
		'REDIRECTED',
		'HELD_PRIVACY',
		'WITHDRAWN'
	],
	MERGED_INTO: ['PUBLISHED', 'RETAINED', 'POSTPONED', 'REJECTED'],
	RETAINED: ['PUBLISHED'],
	POSTPONED: ['PUBLISHED', 'RETAINED', 'REJECTED'],
	REJECTED: ['PUBLISHED'],
	WITHDRAWN: []
};

/** Whether a proposal may go from one state to another. */
export function canBecome(from: ProposalState, to: ProposalState): boolean {
	return NEXT[from].includes(to);
}

/** Whether everyone reads a proposal of this state. */
export function isPublic(state: ProposalState): boolean {
	return PUBLIC_STATE_FILTERS.some((one) => one === state);
}

/** Whether the coordination has it to read before anyone else. */
export function isToRead(state: ProposalState): boolean {
	return STATES_TO_READ.some((one) => one === state);
}

/**
 * The first state of what is sent: a testimony is always read before publication, and so is the first
 * contribution of an author; the idea of an author already published is public at once.
 */
export function firstStateOf(sent: {
	trusted: boolean;
	kind: ProposalKind;
}): 'RECEIVED' | 'PUBLISHED' {
	return sent.trusted && sent.kind !== 'testimony' ? 'PUBLISHED' : 'RECEIVED';
}

/** What a form posted, as it can be compared with what was sent before. */
export interface ProposalWords {
	title: string;
	what: string;
	forWhom: string;
	location: string;
}

/** Whether the published words differ from the words received: then the original is kept apart. */
export function isRewritten(received: ProposalWords, published: ProposalWords): boolean {
	return (['title', 'what', 'forWhom', 'location'] as const).some(
		(field) => received[field].trim() !== published[field].trim()
	);
}

/** The words received as one text, to be kept apart until they are erased. */
export function originalOf(words: ProposalWords): string {
	return [words.title, words.what, words.forWhom, words.location]
		.filter((part) => part.trim() !== '')
		.join('\n\n');
}

/** The first words of a text for lists and search: whole words, `max` characters at most. */
export function summaryOf(text: string, max = 300): string {
	const flat = text.replace(/\s+/g, ' ').trim();
	if (flat.length <= max) return flat;
	const cut = flat.slice(0, max - 1);
	const space = cut.lastIndexOf(' ');
	const whole = space > max / 2 ? cut.slice(0, space) : [...cut].slice(0, -1).join('');
	return `${whole.replace(/[\s,;:.–-]+$/u, '')}…`;
}
