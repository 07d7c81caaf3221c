import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';

export interface ReportDecision {
	reportId: string;
	decision: 'upheld' | 'dismissed';
	decisionReason: string;
}

/**
 * Closes a report with a reason. Hiding what was reported is an act of its own.
 * @throws {AppError} not_found, forbidden, conflict when it was decided meanwhile
 */
export async function decideReport(context: CommandContext, input: ReportDecision): Promise<void> {
	const { trx, actor, now } = context;
	const report = found(
		await trx
			.selectFrom('report')
			.select(['id', 'territoryId', 'state', 'subjectKind', 'subjectId'])
			.where('id', '=', input.reportId)
			.where('territoryId', '=', found(actor.territoryId))
			.forUpdate()
			.executeTakeFirst()
	);
	authorize(actor, 'report.decide', report);
	if (report.state !== 'open') throw new AppError('conflict');
	await trx
		.updateTable('report')
		.set({
			state: input.decision,
			decisionReason: input.decisionReason,
			decidedAt: now,
			decidedById: actor.personId
		})
		.where('id', '=', report.id)
		.execute();
	await recordEvent(context, {
		verb: `report-${input.decision}`,
		subjectKind: 'report',
		subjectId: report.id
	});
}
