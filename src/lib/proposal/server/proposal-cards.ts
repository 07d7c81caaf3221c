/** What the cards of proposals show, for whichever list names them. */
import type { AliasedExpression, Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import type { Tone } from '#lib/contract/tone.ts';
import { prepare } from '#lib/database/prepared.ts';
import type { Database } from '#lib/database/schema.ts';
import { keptProposalChoices, type ProposalChoices } from './choice-queries.ts';
import type { ProposalChannel, ProposalKind } from '../proposal.ts';

export interface ProposalEntry {
	id: string;
	number: number;
	title: string;
	summary: string;
	kind: ProposalKind;
	state: ProposalState;
	channel: ProposalChannel;
	supportCount: number;
	commentCount: number;
	publishedAt: Date | null;
	answeredAt: Date | null;
	axis: { code: string; title: string; tone: Tone } | null;
	/** Null when too small to stand beside a name. */
	communeName: string | null;
	/** Public names; empty when the list is that of one commune too small for names. */
	authors: string[];
}

/** Where a proposal stands in a list: the value that sorts it, within its leg of the list. */
export interface Key {
	id: string;
	value: number;
	/** 1, or 2 for what comes after the end of the list was reached. */
	leg: number;
}

function cardsOf(db: Kysely<Database>) {
	return db
		.selectFrom('proposal')
		.select([
			'proposal.id',
			'proposal.number',
			'proposal.title',
			'proposal.summary',
			'proposal.kind',
			'proposal.state',
			'proposal.channel',
			'proposal.supportCount',
			'proposal.commentCount',
			'proposal.publishedAt',
			'proposal.answeredAt',
			'proposal.axisId',
			'proposal.communeId'
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
		);
}

/** The cards of proposals that a list names, in its order, with the value that sorts each. */
export function listedCards(
	db: Kysely<Database>,
	listed: AliasedExpression<Key, 'listed'>,
	direction: 'asc' | 'desc'
) {
	return cardsOf(db)
		.innerJoin(listed, 'listed.id', 'proposal.id')
		.select('listed.value as sortedBy')
		.orderBy('listed.leg')
		.orderBy('listed.value', direction)
		.orderBy('listed.id');
}

export type ListedCard = Awaited<ReturnType<ReturnType<typeof listedCards>['execute']>>[number];

const cards = prepare<{ ids: readonly string[]; territoryId: string | null }>()((db, slot) =>
	cardsOf(db)
		.where((eb) => eb('proposal.id', '=', eb.fn.any(slot('ids'))))
		.where('proposal.territoryId', '=', slot('territoryId'))
		.limit(200)
);

/** The cards of these proposals, in the order of the ids: one query. Ids come from a scoped list. */
export async function listProposalEntries(
	context: QueryContext,
	contractId: string,
	ids: readonly string[]
): Promise<ProposalEntry[]> {
	if (ids.length === 0) return [];
	const { territoryId } = context.actor;
	const rows = await cards.list(context.db, { ids, territoryId });
	const byId = new Map(rows.map((row) => [row.id, row]));
	const choices = await keptProposalChoices(context, contractId);
	return ids.flatMap((id) => byId.get(id) ?? []).map((row) => toEntry(row, choices));
}

/** What a card shows; without the names of its authors where these would point at someone. */
export function toEntry(
	{ authors, axisId, communeId, ...row }: Omit<ListedCard, 'sortedBy'>,
	{ axes, communes }: ProposalChoices,
	hideNames = false
): ProposalEntry {
	const commune = communes.find(({ id }) => id === communeId);
	return {
		...row,
		axis: axes.find(({ id }) => id === axisId) ?? null,
		communeName: commune && !commune.small ? commune.name : null,
		authors: hideNames ? [] : authors.map(({ publicName }) => publicName)
	};
}
