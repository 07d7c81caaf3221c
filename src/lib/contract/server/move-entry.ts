import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { isOrdered, moved, type EntryList } from '../entry.ts';
import { findCurrentContract } from './contract-queries.ts';
import { listEntries } from './entry-queries.ts';
import { reorderEntries } from './entry-writes.ts';

/**
 * Moves an entry one place up or down among its peers; at the end of its list it stays there.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function moveEntry(
	context: CommandContext,
	input: { list: EntryList; entry: string; direction: 'up' | 'down' }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	const entries = await listEntries(trx, contract.id, input.list);
	found(entries.find(({ id }) => id === input.entry));
	authorize(actor, 'contract.edit', { territoryId });
	const order = isOrdered(input.list) ? moved(entries, input.entry, input.direction) : null;
	if (order === null) return;
	await reorderEntries(trx, input.list, order);
	await recordEvent(context, {
		verb: 'contract-entry-moved',
		subjectKind: 'contract',
		subjectId: contract.id,
		detail: { list: input.list, entryId: input.entry, direction: input.direction }
	});
}
