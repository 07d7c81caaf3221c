import type { Transaction } from 'kysely';
import type { ProposalState } from '#lib/access/subjects.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { Relation } from '../lineage.ts';

export interface NewEdge {
	/** Given when another row must name the edge before it is written. */
	id?: string;
	territoryId: string;
	proposalId: string;
	relation: Relation;
	actionSheetId?: string | null;
	intoProposalId?: string | null;
	intentId?: string | null;
	/** Name of the text of the sheet, for a passage. */
	text?: string;
	/** The original words, for a passage. */
	quote?: string;
	reason?: string;
	personId: string | null;
	at: Date;
}

/** Writes an edge from a contribution to what became of it; gives its id. */
export async function insertEdge(trx: Transaction<Database>, edge: NewEdge): Promise<string> {
	const id = edge.id ?? newId();
	await trx
		.insertInto('lineage')
		.values({ ...edge, id })
		.execute();
	return id;
}

/** Marks an edge as undone; it stays readable in the history. */
export async function markEdgeUndone(
	trx: Transaction<Database>,
	edgeId: string,
	now: Date
): Promise<void> {
	await trx.updateTable('lineage').set({ undoneAt: now }).where('id', '=', edgeId).execute();
}

/**
 * Moves a contribution from the state it was read in to the one that consolidation gives it. Supports
 * and comments stay with it.
 * @throws {AppError} conflict when its state changed in the meantime
 */
export async function moveContribution(
	trx: Transaction<Database>,
	proposalId: string,
	from: ProposalState,
	to: { state: ProposalState; updatedAt: Date; answeredAt?: Date }
): Promise<void> {
	const result = await trx
		.updateTable('proposal')
		.set(to)
		.where('id', '=', proposalId)
		.where('state', '=', from)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { reason: 'lineage.changed' });
}

/**
 * Holds contributions until the transaction ends and gives their states by id: of two acts at once on
 * them, the second sees what the first made of them.
 */
export async function lockStates(
	trx: Transaction<Database>,
	proposalIds: readonly string[]
): Promise<Map<string, ProposalState>> {
	const rows = await trx
		.selectFrom('proposal')
		.select(['id', 'state'])
		.where('id', 'in', [...proposalIds])
		.orderBy('id')
		.forUpdate()
		.execute();
	return new Map(rows.map(({ id, state }) => [id, state]));
}
