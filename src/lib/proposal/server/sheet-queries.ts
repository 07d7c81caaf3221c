import { can } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';

export interface EnteredSheet {
	id: string;
	title: string;
	followNumber: string;
	channel: string;
	submittedAt: Date;
}

/** The last contributions that the actor entered for others, the latest first. */
export async function listEntered({ db, actor }: QueryContext, limit = 5): Promise<EnteredSheet[]> {
	const territoryId = found(actor.territoryId);
	if (actor.personId === null || !can(actor, 'proposal.enter-for-other', { territoryId }))
		return [];
	return db
		.selectFrom('proposal')
		.innerJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.select([
			'proposal.id',
			'proposal.title',
			'proposal.channel',
			'proposal.submittedAt',
			'proposalReply.followNumber'
		])
		.where('proposal.enteredById', '=', actor.personId)
		.where('proposal.territoryId', '=', territoryId)
		.orderBy('proposal.submittedAt', 'desc')
		.orderBy('proposal.id', 'desc')
		.limit(limit)
		.execute();
}

export interface PrintedSheet {
	number: string;
	printedAt: Date;
}

/** Sheets that the actor numbered at an instant, to print them: in order of their numbers, 50 at most. */
export async function listPrintedAt(
	{ db, actor }: QueryContext,
	printedAt: Date
): Promise<PrintedSheet[]> {
	const territoryId = found(actor.territoryId);
	if (actor.personId === null || !can(actor, 'proposal.enter-for-other', { territoryId }))
		return [];
	return db
		.selectFrom('paperSheet')
		.select(['number', 'printedAt'])
		.where('territoryId', '=', territoryId)
		.where('printedById', '=', actor.personId)
		.where('printedAt', '=', printedAt)
		.orderBy('id')
		.limit(50)
		.execute();
}
