import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findZone } from './zone-queries.ts';

/**
 * Removes a zone that no commune is in any more.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict while a commune is in it
 */
export async function removeZone(context: CommandContext, input: { entry: string }): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const zone = found(await findZone(trx, territoryId, input.entry));
	authorize(actor, 'territory.configure', { territoryId });
	if (zone.communeIds.length > 0) throw new AppError('conflict', { reason: 'territory.zone_used' });
	await trx.deleteFrom('zone').where('id', '=', zone.id).execute();
	await recordEvent(context, {
		verb: 'zone-removed',
		subjectKind: 'zone',
		subjectId: zone.id
	});
}
