import * as v from 'valibot';
import { oneOf, optionalProse, pageId } from '#lib/form.ts';
import { REPORTED_KINDS, REPORT_REASONS } from './report.ts';

/** A report, with or without an account (DSA, article 16). */
export const reportForm = v.object({
	subjectKind: oneOf(REPORTED_KINDS, 'common.stale_page'),
	subjectId: pageId(),
	reason: oneOf(REPORT_REASONS, 'report.reason_required'),
	explanation: optionalProse('common.too_long', 3000),
	contactEmail: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.transform((value) => value || null),
		v.nullable(
			v.pipe(
				v.string(),
				v.email('report.email_malformed'),
				v.maxLength(254, 'report.email_malformed')
			)
		)
	)
});

/** The coordination's answer to a report, with its reason. */
export const decideReportForm = v.object({
	reportId: pageId(),
	decision: oneOf(['upheld', 'dismissed'], 'report.decision_required'),
	decisionReason: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('report.decision_reason_required'),
		v.maxLength(1000, 'common.too_long')
	)
});
