import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { findPersonWithRoles } from '#lib/territory/server/person-queries.ts';
import type { liftForm } from '../suspension-form.ts';
import { liftedMail } from '../suspension-mail.ts';
import { findRunningSuspension, findSuspendedContact, lockPerson } from './suspension-queries.ts';
import { endSuspension } from './suspension-writes.ts';

/**
 * Lifts the suspension of a person, who may write again at once and is told by mail.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (not suspended, or over meanwhile)
 */
export async function liftSuspension(
	context: CommandContext,
	input: v.InferOutput<typeof liftForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	const person = found(await findPersonWithRoles(trx, territoryId, input.person));
	authorize(actor, 'person.suspend', { territoryId });
	await lockPerson(trx, person.id);
	const suspension = await findRunningSuspension(trx, person.id, now);
	if (!suspension) throw new AppError('conflict', { reason: 'moderation.not_suspended' });
	await endSuspension(trx, { personId: person.id, liftedById: actor.personId, at: now });
	const contact = found(await findSuspendedContact(trx, person.id));
	await queueMail(trx, {
		territoryId,
		kind: 'suspension-lifted',
		recipient: contact.email,
		...liftedMail(contact),
		now
	});
	await recordEvent(context, {
		verb: 'suspension-lifted',
		subjectKind: 'person',
		subjectId: person.id,
		detail: { suspensionId: suspension.id }
	});
}
