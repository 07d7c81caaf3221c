import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findOrganisation } from './organisation-queries.ts';

/**
 * Notes that the coordination spoke with an organisation now. The event is the note: « Partenaires »
 * reads the last one.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function noteContact(
	context: CommandContext,
	input: { organisation: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const organisation = found(await findOrganisation(trx, territoryId, input.organisation));
	authorize(actor, 'organisation.edit', { territoryId });
	await recordEvent(context, {
		verb: 'organisation-contacted',
		subjectKind: 'organisation',
		subjectId: organisation.id
	});
}
