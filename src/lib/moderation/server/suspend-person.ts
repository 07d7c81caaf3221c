import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { endOfDay } from '#lib/territory/day.ts';
import { keepSomeCoordinator } from '#lib/territory/server/appointment-writes.ts';
import { findPersonWithRoles } from '#lib/territory/server/person-queries.ts';
import { formatLastDay } from '#lib/ui/format.ts';
import type { suspendForm } from '../suspension-form.ts';
import { suspendedMail } from '../suspension-mail.ts';
import { findRunningSuspension, findSuspendedContact, lockPerson } from './suspension-queries.ts';
import { endSuspension, insertSuspension } from './suspension-writes.ts';

/**
 * Suspends a person of the territory: from the commit on they read and no longer write, what they have
 * open included; what they wrote, supported and voted stays. They are told by mail why, until when, and
 * how to contest it (DSA, articles 17 and 20).
 * @throws {AppError} not_found, unauthenticated, forbidden, invalid (an end that is past), conflict
 * (oneself, the last coordinator, somebody suspended already)
 */
export async function suspendPerson(
	context: CommandContext,
	input: v.InferOutput<typeof suspendForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	const person = found(await findPersonWithRoles(trx, territoryId, input.person));
	authorize(actor, 'person.suspend', { territoryId });
	if (person.id === actor.personId) {
		throw new AppError('conflict', { reason: 'moderation.not_oneself' });
	}
	if (person.roles.includes('coordinator')) {
		await keepSomeCoordinator(trx, territoryId, person.id);
	}
	await lockPerson(trx, person.id);
	if (await findRunningSuspension(trx, person.id, now)) {
		throw new AppError('conflict', { reason: 'moderation.already_suspended' });
	}
	const contact = found(await findSuspendedContact(trx, person.id));
	const endsAt = input.endsOn === null ? null : endOfDay(input.endsOn, contact.timeZone);
	if (endsAt !== null && endsAt <= now) {
		throw new AppError('invalid', { reason: 'moderation.end_past', field: 'endsOn' });
	}
	// One that ended by itself gives way.
	await endSuspension(trx, { personId: person.id, liftedById: null, at: now });
	const { ground, reason } = input;
	const suspensionId = await insertSuspension(trx, {
		...{ territoryId, personId: person.id, ground, reason, endsAt },
		...{ decidedById: actor.personId, now }
	});
	const { email, locale, timeZone, address, ...told } = contact;
	await queueMail(trx, {
		territoryId,
		kind: 'person-suspended',
		recipient: email,
		...suspendedMail({
			...told,
			locale,
			reason,
			ground: messagesOf(locale).report.reasons[ground],
			lastDay: endsAt && formatLastDay(endsAt, locale, timeZone),
			address: `${address}/compte/suspension`
		}),
		now
	});
	await recordEvent(context, {
		verb: 'person-suspended',
		subjectKind: 'person',
		subjectId: person.id,
		detail: { suspensionId }
	});
}
