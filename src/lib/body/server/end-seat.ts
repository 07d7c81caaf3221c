import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { notifyRevoked } from '#lib/account/server/revocation.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import type { endSeatForm } from '../body-form.ts';
import { seatEndedMail } from '../seat-mail.ts';
import { bodyAddress, findBodyPlace } from './body-address.ts';
import { findBody } from './body-queries.ts';
import { findMembership } from './membership-queries.ts';

/**
 * Ends the seat of a member, who is told by mail, with the reason, when they have an address. What they
 * wrote stays; what the seat gave the right to write is closed to them at once.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (left in the meantime)
 */
export async function endSeat(
	context: CommandContext,
	input: v.InferOutput<typeof endSeatForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	authorize(actor, 'body.end-seat', body);
	const seat = found(await findMembership(trx, body.id, input.membership));
	const ended = await trx
		.updateTable('membership')
		.set({ state: 'left', endedAt: now })
		.where('id', '=', seat.id)
		.where('state', '=', 'active')
		.returning('id')
		.executeTakeFirst();
	if (!ended) throw new AppError('conflict', { reason: 'body.seat_over' });
	await notifyRevoked(trx, { personId: seat.personId });
	if (seat.email) {
		const place = await findBodyPlace(trx, body.territoryId);
		await queueMail(trx, {
			territoryId: body.territoryId,
			kind: 'seat-ended',
			recipient: seat.email,
			...seatEndedMail(seat.locale ?? 'fr', {
				body: body.name,
				territory: place.name,
				address: bodyAddress(place, body.id),
				reason: input.reason
			}),
			now
		});
	}
	await recordEvent(context, {
		verb: 'body-seat-ended',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId: seat.id }
	});
}
