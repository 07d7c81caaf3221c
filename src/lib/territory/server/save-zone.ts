import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { zoneValues } from '../commune.ts';
import { fingerprint } from '../fingerprint.ts';
import type { zoneForm } from '../territory-form.ts';
import { listCommunes } from './commune-queries.ts';
import { findZone } from './zone-queries.ts';

/**
 * Adds a zone (empty entry) or changes one, with the communes that it is in.
 * @throws {AppError} not_found, unauthenticated, forbidden, invalid, conflict (changed since)
 */
export async function saveZone(
	context: CommandContext,
	input: v.InferOutput<typeof zoneForm>
): Promise<{ zoneId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before = input.entry === '' ? null : found(await findZone(trx, territoryId, input.entry));
	authorize(actor, 'territory.configure', { territoryId });
	if (before && input.stamp !== fingerprint(zoneValues(before))) {
		throw new AppError('conflict', { reason: 'territory.stale' });
	}
	const known = new Set((await listCommunes(trx, territoryId)).map(({ id }) => id));
	const communeIds = [...new Set(input.communeIds)];
	if (!communeIds.every((id) => known.has(id))) {
		throw new AppError('invalid', { reason: 'account.commune_unknown', field: 'communeIds' });
	}
	const { kind, name, population, reference: code } = input;
	const values = { kind, name, population, code };
	const zoneId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('zone').set(values).where('id', '=', zoneId).execute();
		await trx.deleteFrom('zoneCommune').where('zoneId', '=', zoneId).execute();
	} else {
		await trx
			.insertInto('zone')
			.values({ id: zoneId, territoryId, ...values })
			.execute();
	}
	if (communeIds.length > 0) {
		await trx
			.insertInto('zoneCommune')
			.values(communeIds.map((communeId) => ({ zoneId, communeId })))
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'zone-changed' : 'zone-added',
		subjectKind: 'zone',
		subjectId: zoneId
	});
	return { zoneId };
}
