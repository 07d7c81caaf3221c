import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { organisationValues } from '../organisation.ts';
import type { organisationForm } from '../organisation-form.ts';
import { findOrganisation } from './organisation-queries.ts';

/**
 * Adds an organisation to the territory (empty `entry`) or changes one.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since it was shown)
 */
export async function saveOrganisation(
	context: CommandContext,
	input: v.InferOutput<typeof organisationForm>
): Promise<{ organisationId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before =
		input.entry === '' ? null : found(await findOrganisation(trx, territoryId, input.entry));
	authorize(actor, 'organisation.edit', { territoryId });
	const { entry: _, stamp, ...values } = input;
	if (before && stamp !== fingerprint(organisationValues(before))) {
		throw new AppError('conflict', { reason: 'organisation.stale' });
	}
	const organisationId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('organisation').set(values).where('id', '=', organisationId).execute();
	} else {
		await trx
			.insertInto('organisation')
			.values({ id: organisationId, territoryId, ...values })
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'organisation-changed' : 'organisation-added',
		subjectKind: 'organisation',
		subjectId: organisationId
	});
	return { organisationId };
}
