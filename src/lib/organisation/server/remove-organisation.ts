import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { isReferenceViolation } from '#lib/database/constraint.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findOrganisation } from './organisation-queries.ts';

/**
 * Removes an organisation and its contacts, unless it signs or takes part.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (signatory or partner)
 */
export async function removeOrganisation(
	context: CommandContext,
	input: { organisation: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const organisation = found(await findOrganisation(trx, territoryId, input.organisation));
	authorize(actor, 'organisation.edit', { territoryId });
	try {
		await trx.deleteFrom('organisation').where('id', '=', organisation.id).execute();
	} catch (error) {
		if (!isReferenceViolation(error)) throw error;
		throw new AppError('conflict', { reason: 'organisation.in_use' });
	}
	await recordEvent(context, {
		verb: 'organisation-removed',
		subjectKind: 'organisation',
		subjectId: organisation.id
	});
}
