/** All contributions of a contract, for the coordination: what is to read comes first. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { can } from '#lib/access/permissions.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import type { ProposalChannel, ProposalKind } from '../proposal.ts';
import { STATES_TO_READ } from '../proposal.ts';

export interface ContributionFilter {
	/** `to-read`: what the coordination has to read; `all`; or one state. */
	view: 'to-read' | 'all' | ProposalState;
	search: string;
	axisId: string | null;
	channel: ProposalChannel | null;
	/** Where the page before ended: instant of submission and id. */
	after: { submittedAt: Date; id: string } | null;
}

export interface ContributionEntry {
	id: string;
	number: number;
	title: string;
	kind: ProposalKind;
	state: ProposalState;
	channel: ProposalChannel;
	submittedAt: Date;
	answeredAt: Date | null;
	axisCode: string | null;
	authors: string[];
}

export const CONTRIBUTIONS_SHOWN = 30;

/**
 * A page of contributions: those to read from the oldest, so that nobody waits longest, others from
 * the latest. Empty for whoever does not read before publication.
 */
export async function listContributions(
	{ db, actor }: QueryContext,
	contractId: string,
	filter: ContributionFilter
): Promise<{ entries: ContributionEntry[]; more: boolean }> {
	const { territoryId } = actor;
	if (territoryId === null || !can(actor, 'proposal.review', { territoryId })) {
		return { entries: [], more: false };
	}
	const { after, view } = filter;
	const toRead = view === 'to-read';
	let query = db
		.selectFrom('proposal')
		.leftJoin('axis', 'axis.id', 'proposal.axisId')
		.select([
			'proposal.id',
			'proposal.number',
			'proposal.title',
			'proposal.kind',
			'proposal.state',
			'proposal.channel',
			'proposal.submittedAt',
			'proposal.answeredAt',
			'axis.code as axisCode'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('person', 'person.id', 'proposalAuthor.personId')
					.select('person.publicName')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(5)
			).as('authors')
		)
		.where('proposal.contractId', '=', contractId)
		.where('proposal.territoryId', '=', territoryId);
	if (view === 'to-read') query = query.where('proposal.state', 'in', [...STATES_TO_READ]);
	else if (view !== 'all') query = query.where('proposal.state', '=', view);
	if (filter.axisId) query = query.where('proposal.axisId', '=', filter.axisId);
	if (filter.channel) query = query.where('proposal.channel', '=', filter.channel);
	if (filter.search) {
		query = query.where(
			sql<boolean>`proposal.search @@ websearch_to_tsquery('french_plain', ${filter.search})`
		);
	}
	if (after) {
		const row = sql`(proposal.submitted_at, proposal.id)`;
		const last = sql`(${after.submittedAt}::timestamptz, ${after.id}::uuid)`;
		query = query.where(toRead ? sql<boolean>`${row} > ${last}` : sql<boolean>`${row} < ${last}`);
	}
	const rows = await query
		.orderBy('proposal.submittedAt', toRead ? 'asc' : 'desc')
		.orderBy('proposal.id', toRead ? 'asc' : 'desc')
		.limit(CONTRIBUTIONS_SHOWN + 1)
		.execute();
	const entries = rows
		.slice(0, CONTRIBUTIONS_SHOWN)
		.map((row) => ({ ...row, authors: row.authors.map(({ publicName }) => publicName) }));
	return { entries, more: rows.length > CONTRIBUTIONS_SHOWN };
}

/** How many contributions are in each state to read, for the filter and the coordinator's tasks. */
export async function countToRead(
	{ db, actor }: QueryContext,
	contractId: string
): Promise<Record<(typeof STATES_TO_READ)[number], number>> {
	const counts = { HELD_PRIVACY: 0, RECEIVED: 0, RETURNED: 0 };
	const { territoryId } = actor;
	if (territoryId === null || !can(actor, 'proposal.review', { territoryId })) return counts;
	for (const row of await db
		.selectFrom('proposal')
		.select((eb) => ['proposal.state', eb.fn.countAll<number>().as('count')])
		.where('proposal.contractId', '=', contractId)
		.where('proposal.territoryId', '=', territoryId)
		.where('proposal.state', 'in', [...STATES_TO_READ])
		.groupBy('proposal.state')
		.execute()) {
		const state = STATES_TO_READ.find((one) => one === row.state);
		if (state) counts[state] = Number(row.count);
	}
	return counts;
}
