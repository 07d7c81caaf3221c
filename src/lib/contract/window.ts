/** Contribution windows: a question put to people for a while, whatever the state of the contract. */

export type WindowAudience = 'everyone' | 'members' | 'professionals';

export const WINDOW_AUDIENCES: readonly WindowAudience[] = ['everyone', 'members', 'professionals'];

export interface ContributionWindow {
	id: string;
	amendmentId: string | null;
	title: string;
	question: string;
	description: string;
	audience: WindowAudience;
	opensAt: Date;
	/** The instant that ends the last day, included, in the territory's time zone. */
	closesAt: Date;
	/** Axes that the question is about; none means all. */
	axisIds: string[];
}

/** Whether a window takes contributions at an instant: from its opening to the instant that ends it. */
export function isOpen(window: Pick<ContributionWindow, 'opensAt' | 'closesAt'>, at: Date) {
	return window.opensAt <= at && at < window.closesAt;
}
