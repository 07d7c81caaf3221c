/** The explained answer to a contribution: who prepares it, who decides it, when it becomes public. */
import type { ProposalState } from '#lib/access/subjects.ts';

export const OUTCOMES = ['retained', 'merged', 'postponed', 'declined', 'redirected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ANSWER_STATES = ['draft', 'proposed', 'decided', 'published'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** How answers are listed: by state, and those sent whose day to be looked at again has come. */
export const ANSWER_STEPS = [...ANSWER_STATES, 'review'] as const;

const STATE_AFTER: Record<Outcome, ProposalState> = {
	retained: 'RETAINED',
	merged: 'MERGED_INTO',
	postponed: 'POSTPONED',
	declined: 'REJECTED',
	redirected: 'REDIRECTED'
};

/** The state of a contribution once its answer is public. */
export function stateAfter(outcome: Outcome): ProposalState {
	return STATE_AFTER[outcome];
}

/** Whether the coordination may decide alone: only to pass on what is outside the contract. */
export function coordinationDecides(outcome: Outcome): boolean {
	return outcome === 'redirected';
}

/** Whether an answer may still be rewritten or sent to another body. */
export function isOpen(state: AnswerState): boolean {
	return state === 'draft' || state === 'proposed';
}

/**
 * Whether a contribution that was postponed may be answered again: from the day that its answer named,
 * `today` in the territory. The earlier answer stays public until the new one is sent.
 */
export function isToReview(
	answer: { state: AnswerState; outcome: Outcome; reviewOn: string | null },
	today: string
): boolean {
	const { state, outcome, reviewOn } = answer;
	return state === 'published' && outcome === 'postponed' && reviewOn !== null && reviewOn <= today;
}

/** What an outcome must say beside its text, by the name of the form's field. */
export function requiredField(
	outcome: Outcome
): 'actionSheetId' | 'intoProposalId' | 'redirectedTo' | 'reviewOn' | null {
	switch (outcome) {
		case 'retained':
			return 'actionSheetId';
		case 'merged':
			return 'intoProposalId';
		case 'postponed':
			return 'reviewOn';
		case 'redirected':
			return 'redirectedTo';
		case 'declined':
			return null;
	}
}

const DAY = 86_400_000;

/** The instant by which a contribution must be answered. Source: the contract's own delay, in days. */
export function dueAt(submittedAt: Date, answerDays: number): Date {
	return new Date(submittedAt.getTime() + answerDays * DAY);
}

export type Urgency = 'late' | 'soon' | 'in-time';

/** How near its deadline an unanswered contribution is: soon is 21 days or less. */
export function urgencyOf(due: Date, now: Date): Urgency {
	const left = due.getTime() - now.getTime();
	if (left < 0) return 'late';
	return left <= 21 * DAY ? 'soon' : 'in-time';
}

/** The plain day, YYYY-MM-DD, that an instant falls on in a time zone. */
export function dayIn(at: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	}).format(at);
}
