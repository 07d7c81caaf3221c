import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { contactValues } from '../organisation.ts';
import type { contactForm } from '../organisation-form.ts';
import { findOrganisation } from './organisation-queries.ts';

/**
 * Adds a contact to an organisation (empty `entry`) or changes one.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since it was shown)
 */
export async function saveContact(
	context: CommandContext,
	input: v.InferOutput<typeof contactForm>
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const organisation = found(await findOrganisation(trx, territoryId, input.organisation));
	const before =
		input.entry === ''
			? null
			: found(organisation.contacts.find((contact) => contact.id === input.entry));
	authorize(actor, 'organisation.edit', { territoryId });
	const { entry: _entry, organisation: _organisation, stamp, ...values } = input;
	if (before && stamp !== fingerprint(contactValues(before))) {
		throw new AppError('conflict', { reason: 'organisation.stale' });
	}
	const contactId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('organisationContact').set(values).where('id', '=', contactId).execute();
	} else {
		const position = organisation.contacts.length + 1;
		await trx
			.insertInto('organisationContact')
			.values({ id: contactId, organisationId: organisation.id, ...values, position })
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'contact-changed' : 'contact-added',
		subjectKind: 'organisation',
		subjectId: organisation.id,
		detail: { contactId }
	});
}
