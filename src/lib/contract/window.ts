/** Contribution windows: a question put to people for a while, whatever the state of the contract. */
import { dayOf, lastDayBefore } from '#lib/territory/day.ts';

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

/** A window as the fields of its form hold it: days, the last one included. */
export function windowValues(window: ContributionWindow, timeZone: string) {
	return {
		title: window.title,
		question: window.question,
		description: window.description,
		audience: window.audience,
		opensOn: dayOf(window.opensAt, timeZone),
		closesOn: lastDayBefore(window.closesAt, timeZone),
		axisIds: window.axisIds,
		amendmentId: window.amendmentId ?? ''
	};
}
