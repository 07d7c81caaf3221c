import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findCurrentContract } from './contract-queries.ts';

/**
 * Opens the first contract of a territory, or the next generation once the current one is closed.
 * @throws {AppError} unauthenticated, forbidden, conflict (one is under way)
 */
export async function createContract(
	context: CommandContext,
	input: { title: string }
): Promise<{ contractId: string }> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	const current = await findCurrentContract(trx, territoryId);
	authorize(actor, 'contract.edit', { territoryId });
	if (current && current.state !== 'CLOSED') {
		throw new AppError('conflict', { reason: 'contract.under_way' });
	}
	const contractId = newId();
	const created = await trx
		.insertInto('contract')
		.values({
			id: contractId,
			territoryId,
			title: input.title,
			generation: (current?.generation ?? 0) + 1,
			state: 'EMERGENCE',
			createdAt: now
		})
		.onConflict((conflict) => conflict.columns(['territoryId', 'generation']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!created) throw new AppError('conflict', { reason: 'contract.under_way' });
	await recordEvent(context, {
		verb: 'contract-created',
		subjectKind: 'contract',
		subjectId: contractId
	});
	return { contractId };
}
