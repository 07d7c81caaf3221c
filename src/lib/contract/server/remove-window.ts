import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findCurrentContract, listWindows } from './contract-queries.ts';

/**
 * Removes a window that received nothing; one that did is closed by its date instead.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (it received contributions)
 */
export async function removeWindow(
	context: CommandContext,
	input: { entry: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	const window = found((await listWindows(trx, contract.id)).find(({ id }) => id === input.entry));
	authorize(actor, 'window.edit', { territoryId });
	const received = await trx
		.selectFrom('proposal')
		.select('id')
		.where('windowId', '=', window.id)
		.limit(1)
		.executeTakeFirst();
	if (received) throw new AppError('conflict', { reason: 'contract.window_used' });
	await trx.deleteFrom('contributionWindow').where('id', '=', window.id).execute();
	await recordEvent(context, {
		verb: 'window-removed',
		subjectKind: 'contribution-window',
		subjectId: window.id
	});
}
