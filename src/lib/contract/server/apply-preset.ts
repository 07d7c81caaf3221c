import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { OCCITANIE_AXES } from '../presets.ts';
import { findCurrentContract, listAxes } from './contract-queries.ts';
import { insertEntry } from './entry-writes.ts';

/**
 * Starts the axes of a contract that has none from the five of Occitanie.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (there are axes already)
 */
export async function applyPreset(context: CommandContext): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	authorize(actor, 'contract.edit', { territoryId });
	const axes = await listAxes(trx, contract.id);
	if (axes.length > 0) throw new AppError('conflict', { reason: 'contract.has_axes' });
	for (const [index, { code, ...axis }] of OCCITANIE_AXES.entries()) {
		const input = { list: 'axes' as const, entry: '', stamp: '', reference: code, ...axis };
		await insertEntry(trx, contract.id, input, index + 1);
	}
	await recordEvent(context, {
		verb: 'contract-preset-applied',
		subjectKind: 'contract',
		subjectId: contract.id,
		detail: { preset: 'occitanie' }
	});
}
