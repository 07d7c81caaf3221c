import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findCommune } from './commune-queries.ts';

/**
 * Removes a commune from the territory; what came from it stays, without commune.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function removeCommune(
	context: CommandContext,
	input: { entry: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const commune = found(await findCommune(trx, territoryId, input.entry));
	authorize(actor, 'territory.configure', { territoryId });
	await trx.deleteFrom('commune').where('id', '=', commune.id).execute();
	await recordEvent(context, {
		verb: 'commune-removed',
		subjectKind: 'commune',
		subjectId: commune.id
	});
}
