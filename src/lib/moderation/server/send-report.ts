import { authorize } from '#lib/access/authorize.ts';
import { can, publicProposalStates } from '#lib/access/permissions.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
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
	/** Network that asks, as `networkOf` gives it: anyone may report, nobody a thousand times. */
	network: string;
}

/**
 * Reports something that can be read here. No number of reports hides anything by itself: a person
 * decides.
 * @throws {AppError} not_found when nothing of that kind and id is there for the actor to read,
 * rate_limited
 */
export async function sendReport(context: CommandContext, input: NewReport): Promise<string> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'report.send', { territoryId });
	if (!(await isReadable(context, input))) throw new AppError('not_found');
	const bucket = { capacity: 20, perMinute: 2 };
	if (!(await takeToken(trx, `report:${input.network}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const id = newId();
	const { network: _, ...report } = input;
	await trx
		.insertInto('report')
		.values({ id, territoryId, ...report, personId: actor.personId, createdAt: now })
		.execute();
	await recordEvent(context, {
		verb: 'report-sent',
		subjectKind: input.subjectKind,
		subjectId: input.subjectId,
		detail: { reason: input.reason }
	});
	return id;
}

/** Whether it stands on a page of the actor's territory: what does not must not be told from nothing. */
async function isReadable(
	{ trx, actor }: CommandContext,
	{ subjectKind, subjectId }: NewReport
): Promise<boolean> {
	const { territoryId } = actor;
	if (territoryId === null) return false;
	const readsDrafts = can(actor, 'action-sheet.read', { territoryId, state: 'DRAFT' });
	const proposals = trx
		.selectFrom('proposal')
		.select('proposal.id')
		.where('proposal.territoryId', '=', territoryId)
		.where('proposal.state', 'in', [...publicProposalStates()]);
	const sheets = trx
		.selectFrom('actionSheet')
		.select('actionSheet.id')
		.where('actionSheet.territoryId', '=', territoryId)
		.$if(!readsDrafts, (query) => query.where('actionSheet.state', 'not in', ['IDEA', 'DRAFT']));
	const subjects = {
		proposal: proposals.where('proposal.id', '=', subjectId),
		action_sheet: sheets.where('actionSheet.id', '=', subjectId),
		comment: trx
			.selectFrom('comment')
			.select('comment.id')
			.where('comment.id', '=', subjectId)
			.where('comment.state', '=', 'published')
			.where((eb) =>
				eb.or([
					eb('comment.proposalId', 'in', proposals),
					eb('comment.actionSheetId', 'in', sheets)
				])
			)
	};
	return (await subjects[subjectKind].executeTakeFirst()) !== undefined;
}
