import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { DeliveryFormSchema } from '../answer-form.ts';
import { markDeliveryDone } from './answer-writes.ts';
import { findDelivery } from './delivery-queries.ts';

/**
 * Says that a letter was posted, or handed over at the town hall.
 * @throws {AppError} not_found, forbidden, conflict when it was said already
 */
export async function finishDelivery(
	context: CommandContext,
	input: v.InferOutput<typeof DeliveryFormSchema>
): Promise<{ deliveryId: string }> {
	const { trx, actor, now } = context;
	const delivery = found(await findDelivery({ db: trx, actor }, input.deliveryId));
	authorize(actor, 'delivery.handle', delivery);
	if (!(await markDeliveryDone(trx, delivery.id, now))) {
		throw new AppError('conflict', { reason: 'answer.delivery_done' });
	}
	await recordEvent(context, {
		verb: 'delivery-finished',
		subjectKind: 'delivery',
		subjectId: delivery.id,
		detail: { proposalId: delivery.proposalId }
	});
	return { deliveryId: delivery.id };
}
