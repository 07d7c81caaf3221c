/** A suspension: somebody reads on and no longer writes, for a while, for a reason that they are told. */
import { REPORT_REASONS, type ReportReason } from './report.ts';

/** What one may be suspended for: what one may be reported for. */
export const SUSPENSION_GROUNDS = REPORT_REASONS;
export type SuspensionGround = ReportReason;

/** What the person who is suspended is told of it (DSA, article 17). */
export interface Suspension {
	id: string;
	ground: SuspensionGround;
	/** The facts, in the words of who decided. */
	reason: string;
	beganAt: Date;
	/** The instant at which it ends by itself, or null when it lasts until it is lifted. */
	endsAt: Date | null;
}

/** Whether one that nobody lifted still holds at an instant. */
export function isRunning(suspension: { endsAt: Date | null; overAt: Date | null }, now: Date) {
	const { endsAt, overAt } = suspension;
	return overAt === null && (endsAt === null || endsAt > now);
}
