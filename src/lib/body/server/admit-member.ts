import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { admissionMail } from '../admission-mail.ts';
import { findBody } from './body-queries.ts';
import { bodyAddress, findBodyPlace } from './body-address.ts';
import { findMembership } from './membership-queries.ts';

/**
 * Admits someone who asked to enter a body, and tells them.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (answered in the meantime)
 */
export async function admitMember(
	context: CommandContext,
	input: { body: string; membership: string }
): Promise<void> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	authorize(actor, 'body.admit', body);
	const application = found(await findMembership(trx, body.id, input.membership));
	const admitted = await trx
		.updateTable('membership')
		.set({ state: 'active', joinedAt: now })
		.where('id', '=', application.id)
		.where('state', '=', 'applied')
		.returning('id')
		.executeTakeFirst();
	if (!admitted) throw new AppError('conflict', { reason: 'body.already_answered' });
	if (application.email) {
		const place = await findBodyPlace(trx, body.territoryId);
		await queueMail(trx, {
			territoryId: body.territoryId,
			kind: 'body-admission',
			recipient: application.email,
			...admissionMail(application.locale ?? 'fr', {
				admitted: true,
				body: body.name,
				territory: place.name,
				address: bodyAddress(place, body.id)
			}),
			now
		});
	}
	await recordEvent(context, {
		verb: 'body-member-admitted',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId: application.id }
	});
}
