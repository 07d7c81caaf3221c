/** What becomes of an application, for commands of this noun. It authorises nothing. */
import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { admissionMail } from '../admission-mail.ts';
import { bodyAddress, findBodyPlace } from './body-address.ts';
import { findMembership } from './membership-queries.ts';

/**
 * Admits or refuses who asked to enter a body, and tells them by mail. Gives the id of the membership.
 * @throws {AppError} not_found, conflict (answered in the meantime)
 */
export async function answerApplication(
	trx: Transaction<Database>,
	body: { id: string; name: string; territoryId: string },
	membershipId: string,
	answer: { admitted: true } | { admitted: false; reason: string },
	now: Date
): Promise<string> {
	const application = found(await findMembership(trx, body.id, membershipId));
	const answered = await trx
		.updateTable('membership')
		.set(
			answer.admitted
				? { state: 'active', joinedAt: now }
				: { state: 'refused', endedAt: now, refusalReason: answer.reason }
		)
		.where('id', '=', application.id)
		.where('state', '=', 'applied')
		.returning('id')
		.executeTakeFirst();
	if (!answered) throw new AppError('conflict', { reason: 'body.already_answered' });
	if (application.email) {
		const place = await findBodyPlace(trx, body.territoryId);
		await queueMail(trx, {
			territoryId: body.territoryId,
			kind: 'body-admission',
			recipient: application.email,
			...admissionMail(application.locale ?? 'fr', {
				...answer,
				body: body.name,
				territory: place.name,
				address: bodyAddress(place, body.id)
			}),
			now
		});
	}
	return application.id;
}
