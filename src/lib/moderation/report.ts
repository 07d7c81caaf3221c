/** A report: anyone may say that something should not be there. */
export const REPORT_REASONS = [
	'personal_data',
	'insult',
	'illegal',
	'off_topic',
	'spam',
	'other'
] as const;

export type ReportReason = (typeof REPORT_REASONS)[number];
export const REPORTED_KINDS = ['proposal', 'comment', 'action_sheet'] as const;
export type ReportedKind = (typeof REPORTED_KINDS)[number];
