/** What the coordination decides of a contribution that it reads before publication. */

export type DecisionKind = 'published' | 'returned' | 'redirected' | 'held';

export interface Decision {
	id: string;
	decision: DecisionKind;
	/** Told to the author, except that of « held », which the coordination keeps to itself. */
	reason: string;
	redirectedTo: string;
	rewritten: boolean;
	at: Date;
	/** Public name of who decided. */
	byName: string | null;
}
