import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { can } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';

/** Letters of the actor's territory, for who handles them; nobody else sees an address. */
function deliveries({ db, actor }: QueryContext) {
	const { territoryId } = actor;
	const handles = territoryId !== null && can(actor, 'delivery.handle', { territoryId });
	return db
		.selectFrom('delivery')
		.innerJoin('proposal', 'proposal.id', 'delivery.proposalId')
		.where('delivery.territoryId', '=', handles ? territoryId : null);
}

/** Letters still to print or to hand over, the oldest first, with what they say; 200 at most. */
export async function listLettersToPrint(context: QueryContext) {
	const rows = await deliveries(context)
		.innerJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.leftJoin('commune', 'commune.id', 'proposalReply.townHallCommuneId')
		.leftJoin('answer', (join) =>
			join.onRef('answer.proposalId', '=', 'proposal.id').on('answer.state', '=', 'published')
		)
		.leftJoin('body', 'body.id', 'answer.decidedByBodyId')
		.leftJoin('actionSheet', 'actionSheet.id', 'answer.actionSheetId')
		.leftJoin('proposal as into', 'into.id', 'answer.intoProposalId')
		.select([
			'delivery.id',
			'delivery.kind',
			'delivery.channel',
			'delivery.createdAt',
			'proposal.id as proposalId',
			'proposal.title as proposalTitle',
			'proposal.submittedAt',
			'proposalReply.followNumber',
			'proposalReply.postalAddress',
			'commune.name as communeName',
			'commune.townHall',
			'answer.outcome',
			'answer.text',
			'answer.reasons',
			'answer.redirectedTo',
			'answer.reviewOn',
			'answer.decidedOn',
			'body.name as decidedByBodyName',
			'actionSheet.code as sheetCode',
			'actionSheet.title as sheetTitle',
			'into.title as intoTitle'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('person', 'person.id', 'proposalAuthor.personId')
					.select('person.publicName')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(20)
			).as('authorRows')
		)
		.where('delivery.state', '=', 'to_print')
		.orderBy('delivery.createdAt')
		.orderBy('delivery.id')
		.limit(200)
		.execute();
	return rows.map(({ authorRows, ...row }) => ({
		...row,
		authors: authorRows.map(({ publicName }) => publicName)
	}));
}

/** One letter by id; null when it is not the actor's to handle. */
export async function findDelivery(context: QueryContext, deliveryId: string) {
	if (!isId(deliveryId)) return null;
	const row = await deliveries(context)
		.select(['delivery.id', 'delivery.territoryId', 'delivery.proposalId', 'delivery.state'])
		.where('delivery.id', '=', deliveryId)
		.executeTakeFirst();
	return row ?? null;
}
