/** Proposals near what somebody is about to send, so that they may support one instead. */
import { sql } from 'kysely';
import { publicProposalStates } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { searchWordsOf } from '../search-words.ts';
import { listProposalEntries, type ProposalEntry } from './proposal-cards.ts';

/** How alike two titles must be by their trigrams, 0–1, without any word in common. */
const ALIKE = 0.32;

/**
 * Public proposals of a contract whose words or spelling are near, the nearest first: French full text
 * on title and summary, any word counting, and trigrams; accents and case aside. Two queries.
 */
export async function listSimilar(
	context: QueryContext,
	contractId: string,
	draft: { title: string; what: string },
	limit = 5
): Promise<ProposalEntry[]> {
	const words = searchWordsOf(`${draft.title} ${draft.what}`);
	const title = draft.title.slice(0, 200);
	const query = sql`to_tsquery('french_plain', ${words.join(' | ')})`;
	const near = sql<number>`ts_rank(proposal.search, ${query}, 1)
		+ similarity(plain_text(proposal.title), plain_text(${title}))`;
	const byWords = sql<boolean>`(${words.length > 0}::boolean and proposal.search @@ ${query})`;
	const bySpelling = sql<boolean>`plain_text(proposal.title) % plain_text(${title})`;
	const rows = await context.db
		.selectFrom('proposal')
		.select('proposal.id')
		.select(near.as('near'))
		.select(sql<number>`similarity(plain_text(proposal.title), plain_text(${title}))`.as('alike'))
		.select(sql<number>`ts_rank(proposal.search, ${query}, 1)`.as('rank'))
		.where('proposal.contractId', '=', contractId)
		.where('proposal.territoryId', '=', context.actor.territoryId)
		.where('proposal.state', 'in', [...publicProposalStates()])
		.where((eb) => eb.or([byWords, bySpelling]))
		.orderBy('near', 'desc')
		.orderBy('proposal.id')
		.limit(limit)
		.execute();
	// One common word in a long summary is no likeness: it would put people off sending theirs.
	const kept = rows.filter(({ alike, rank }) => alike >= ALIKE || rank >= 0.08);
	return listProposalEntries(
		context,
		contractId,
		kept.map(({ id }) => id)
	);
}
