import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { can, publicProposalStates } from '#lib/access/permissions.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';

/** A contribution as the coordination works with it: its words, who shows as its author, its state. */
export interface Contribution {
	id: string;
	territoryId: string;
	contractId: string;
	axisId: string | null;
	number: number;
	title: string;
	/** Plain text as readers see it. */
	text: string;
	state: ProposalState;
	channel: 'online' | 'paper' | 'spoken' | 'workshop' | 'import';
	/** Public names, the first author first. */
	authors: string[];
	bodyName: string | null;
	/** Null when it is so small that it would tell who wrote. */
	communeName: string | null;
	supportCount: number;
	submittedAt: Date;
	answeredAt: Date | null;
}

/** States in which a contribution is consolidated: it is public, or was passed on with its words. */
export function consolidatedStates(): ProposalState[] {
	return [...publicProposalStates(), 'REDIRECTED'];
}

/** Contributions that the actor may consolidate: all of the territory for the coordination, else none. */
export function contributionsOf({ db, actor }: QueryContext) {
	const { territoryId } = actor;
	const allowed = territoryId !== null && can(actor, 'consolidation.work', { territoryId });
	return db
		.selectFrom('proposal')
		.innerJoin('territory', 'territory.id', 'proposal.territoryId')
		.leftJoin('commune', 'commune.id', 'proposal.communeId')
		.leftJoin('body', 'body.id', 'proposal.bodyId')
		.select([
			'proposal.id',
			'proposal.territoryId',
			'proposal.contractId',
			'proposal.axisId',
			'proposal.number',
			'proposal.title',
			'proposal.state',
			'proposal.channel',
			'proposal.supportCount',
			'proposal.submittedAt',
			'proposal.answeredAt',
			'body.name as bodyName'
		])
		.select((eb) => [
			eb
				.case()
				.when('commune.population', '>=', eb.ref('territory.nameThreshold'))
				.then(eb.ref('commune.name'))
				.else(null)
				.end()
				.as('communeName'),
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('person', 'person.id', 'proposalAuthor.personId')
					.select('person.publicName')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(20)
			).as('authorRows'),
			sql<string>`coalesce(
				(select plain from document_render
					where document_id = proposal.document_id and text = ${MAIN_TEXT}),
				(select what from proposal_submission where proposal_id = proposal.id),
				proposal.summary)`.as('text')
		])
		.where('proposal.territoryId', '=', territoryId)
		.where(sql<SqlBool>`${allowed}::boolean`);
}

type ContributionRow = Omit<Contribution, 'authors'> & { authorRows: { publicName: string }[] };

/** Turns a row of `contributionsOf` into a contribution. */
export function toContribution<R extends ContributionRow>({ authorRows, ...row }: R) {
	return { ...row, authors: authorRows.map(({ publicName }) => publicName) };
}

/** One contribution by id; null when unknown, elsewhere or not the actor's to consolidate. */
export async function findContribution(
	context: QueryContext,
	proposalId: string
): Promise<Contribution | null> {
	const row = await contributionsOf(context)
		.where('proposal.id', '=', proposalId)
		.executeTakeFirst();
	return row ? toContribution(row) : null;
}
