/** Whether a window takes a contribution: when, from whom, about which axes. Pure. */
import { AppError } from '#lib/errors.ts';
import { isOpen, type WindowAudience } from '#lib/contract/window.ts';

export interface WindowRule {
	audience: WindowAudience;
	opensAt: Date;
	closesAt: Date;
	/** None means all. */
	axisIds: readonly string[];
}

/** Whether someone is among those whom a window asks. */
export function isAsked(
	window: Pick<WindowRule, 'audience'>,
	author: { college: string; memberships: number }
): boolean {
	if (window.audience === 'members') return author.memberships > 0;
	if (window.audience === 'professionals') return author.college === 'professional';
	return true;
}

/**
 * Refuses what a window does not take.
 * @throws {AppError} closed before and after, forbidden for those whom it does not ask, invalid for an
 * axis that it is not about
 */
export function mayAnswer(
	window: WindowRule,
	now: Date,
	author: { college: string; memberships: number },
	{ axisId }: { axisId: string | null }
): void {
	if (!isOpen(window, now)) throw new AppError('closed', { reason: 'proposal.window_closed' });
	if (!isAsked(window, author)) {
		throw new AppError('forbidden', { reason: `proposal.window_${window.audience}` });
	}
	if (axisId !== null && window.axisIds.length > 0 && !window.axisIds.includes(axisId)) {
		throw new AppError('invalid', { reason: 'proposal.axis_outside', field: 'axisId' });
	}
}

/** Days after a window closed during which sheets filled in before may still be entered. */
export const SHEETS_ENTERED_DAYS = 15;

const DAY = 86_400_000;

/** Whether sheets may be entered for a window: while it is open and for 15 days after. */
export function acceptsSheets(
	window: Pick<WindowRule, 'opensAt' | 'closesAt'>,
	now: Date
): boolean {
	const last = window.closesAt.getTime() + SHEETS_ENTERED_DAYS * DAY;
	return window.opensAt <= now && now.getTime() < last;
}
