import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { fingerprint } from '../fingerprint.ts';
import type { territoryForm } from '../territory-form.ts';
import { findTerritorySettings } from './territory-settings-queries.ts';

/**
 * Changes the name, help and thresholds of a territory. Its address never changes.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since it was shown)
 */
export async function saveTerritory(
	context: CommandContext,
	input: v.InferOutput<typeof territoryForm>
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before = found(await findTerritorySettings(trx, territoryId));
	authorize(actor, 'territory.configure', { territoryId });
	const { stamp, ...values } = input;
	if (stamp !== fingerprint(before)) throw new AppError('conflict', { reason: 'territory.stale' });
	await trx.updateTable('territory').set(values).where('id', '=', territoryId).execute();
	await recordEvent(context, {
		verb: 'territory-changed',
		subjectKind: 'territory',
		subjectId: territoryId
	});
}
