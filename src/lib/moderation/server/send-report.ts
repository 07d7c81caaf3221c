import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { ReportedKind, ReportReason } from '../report.ts';

export interface NewReport {
	subjectKind: ReportedKind;
	subjectId: string;
	reason: ReportReason;
	explanation: string;
	contactEmail: string | null;
}

/**
 * Reports something that can be read here. No number of reports hides anything by itself: a person
 * decides.
 * @throws {AppError} not_found when nothing of that kind and id is public in this territory
 */
export async function sendReport(context: CommandContext, input: NewReport): Promise<string> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'report.send', { territoryId });
	const table = { proposal: 'proposal', comment: 'comment', action_sheet: 'actionSheet' } as const;
	const subject = await trx
		.selectFrom(table[input.subjectKind])
		.select('territoryId')
		.where('id', '=', input.subjectId)
		.where('territoryId', '=', territoryId)
		.executeTakeFirst();
	if (!subject) throw new AppError('not_found');
	const id = newId();
	await trx
		.insertInto('report')
		.values({ id, territoryId, ...input, personId: actor.personId, createdAt: now })
		.execute();
	await recordEvent(context, {
		verb: 'report-sent',
		subjectKind: input.subjectKind,
		subjectId: input.subjectId,
		detail: { reason: input.reason }
	});
	return id;
}
