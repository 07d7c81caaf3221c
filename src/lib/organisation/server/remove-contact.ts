import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findOrganisation } from './organisation-queries.ts';

/**
 * Removes a contact of an organisation.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function removeContact(
	context: CommandContext,
	input: { organisation: string; entry: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const organisation = found(await findOrganisation(trx, territoryId, input.organisation));
	const contact = found(organisation.contacts.find(({ id }) => id === input.entry));
	authorize(actor, 'organisation.edit', { territoryId });
	await trx.deleteFrom('organisationContact').where('id', '=', contact.id).execute();
	await recordEvent(context, {
		verb: 'contact-removed',
		subjectKind: 'organisation',
		subjectId: organisation.id,
		detail: { contactId: contact.id }
	});
}
