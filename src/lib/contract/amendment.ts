/** Changes to a signed contract, and the circuit that each goes through. */

/** Steps of an amendment in order. Source: sub-flow of signed contracts; nothing is skipped. */
export const AMENDMENT_STATES = [
	'PROPOSED',
	'IMPACT_CHECKED',
	'COTECH_OPINION',
	'COPIL_DECIDED',
	'DELIBERATED',
	'SIGNED_BY_CONCERNED',
	'IN_FORCE'
] as const;

export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export interface Amendment {
	id: string;
	number: number;
	title: string;
	purpose: string;
	state: AmendmentState;
}

export interface AmendmentStep {
	state: AmendmentState;
	progress: 'done' | 'current' | 'upcoming';
	/** The day, YYYY-MM-DD, that was noted when the step was passed. */
	on: string | null;
}

/** The step that follows, or null when the amendment is in force. */
export function nextAmendmentState(state: AmendmentState): AmendmentState | null {
	return AMENDMENT_STATES[AMENDMENT_STATES.indexOf(state) + 1] ?? null;
}

/**
 * The circuit as a reader sees it: steps passed with the day noted for each, the next one current.
 * Days noted outside the circuit or twice: the last one counts.
 */
export function amendmentCircuit(
	state: AmendmentState,
	noted: readonly { state: string; on: string | null }[]
): AmendmentStep[] {
	const reached = AMENDMENT_STATES.indexOf(state);
	const days = new Map(noted.map((step) => [step.state, step.on]));
	return AMENDMENT_STATES.map((step, index) => ({
		state: step,
		progress: index <= reached ? 'done' : index === reached + 1 ? 'current' : 'upcoming',
		on: index <= reached ? (days.get(step) ?? null) : null
	}));
}
