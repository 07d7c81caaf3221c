import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { communeValues } from '../commune.ts';
import { fingerprint } from '../fingerprint.ts';
import type { communeForm } from '../territory-form.ts';
import { findCommune } from './commune-queries.ts';

/**
 * Adds a commune (empty entry) or changes one.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since, or code taken)
 */
export async function saveCommune(
	context: CommandContext,
	input: v.InferOutput<typeof communeForm>
): Promise<{ communeId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before =
		input.entry === '' ? null : found(await findCommune(trx, territoryId, input.entry));
	authorize(actor, 'territory.configure', { territoryId });
	if (before && input.stamp !== fingerprint(communeValues(before))) {
		throw new AppError('conflict', { reason: 'territory.stale' });
	}
	const { name, population, townHall, note, insee: code } = input;
	const twin = await trx
		.selectFrom('commune')
		.select('id')
		.where('territoryId', '=', territoryId)
		.where('code', '=', code)
		.executeTakeFirst();
	if (twin && twin.id !== before?.id) {
		throw new AppError('conflict', { reason: 'territory.commune_taken', field: 'insee' });
	}
	const values = { name, population, townHall, note, code };
	const communeId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('commune').set(values).where('id', '=', communeId).execute();
	} else {
		await trx
			.insertInto('commune')
			.values({ id: communeId, territoryId, ...values })
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'commune-changed' : 'commune-added',
		subjectKind: 'commune',
		subjectId: communeId
	});
	return { communeId };
}
