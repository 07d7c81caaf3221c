import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { isReferenceViolation } from '#lib/database/constraint.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { EntryList } from '../entry.ts';
import { findCurrentContract } from './contract-queries.ts';
import { listEntries } from './entry-queries.ts';
import { deleteEntry } from './entry-writes.ts';

/**
 * Removes an entry from a list of the current contract; an axis that actions belong to stays.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (in use)
 */
export async function removeEntry(
	context: CommandContext,
	input: { list: EntryList; entry: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	const entries = await listEntries(trx, contract.id, input.list);
	const entry = found(entries.find(({ id }) => id === input.entry));
	authorize(actor, 'contract.edit', { territoryId });
	try {
		await deleteEntry(trx, input.list, entry.id);
	} catch (error) {
		if (isReferenceViolation(error)) throw new AppError('conflict', { reason: 'contract.in_use' });
		throw error;
	}
	await recordEvent(context, {
		verb: 'contract-entry-removed',
		subjectKind: 'contract',
		subjectId: contract.id,
		detail: { list: input.list, entryId: entry.id }
	});
}
