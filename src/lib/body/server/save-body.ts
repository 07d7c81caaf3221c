import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { bodyValues } from '../body.ts';
import type { bodyForm } from '../body-form.ts';
import { findBody } from './body-queries.ts';

/**
 * Adds a body to the current contract (empty entry) or changes one.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since it was shown)
 */
export async function saveBody(
	context: CommandContext,
	input: v.InferOutput<typeof bodyForm>
): Promise<{ bodyId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before = input.entry === '' ? null : found(await findBody(trx, actor, input.entry));
	const contractId = before?.contractId ?? found(await findCurrentContract(trx, territoryId)).id;
	authorize(actor, 'body.edit', { territoryId });
	const { entry: _, stamp, ...values } = input;
	if (before && stamp !== fingerprint(bodyValues(before))) {
		throw new AppError('conflict', { reason: 'body.stale' });
	}
	if (values.axisId !== null) {
		const axis = await trx
			.selectFrom('axis')
			.select('id')
			.where('contractId', '=', contractId)
			.where('id', '=', values.axisId)
			.executeTakeFirst();
		if (!axis) throw new AppError('invalid', { reason: 'contract.axis_unknown', field: 'axisId' });
	}
	const bodyId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('body').set(values).where('id', '=', bodyId).execute();
	} else {
		const last = await trx
			.selectFrom('body')
			.select((eb) => eb.fn.max('position').as('position'))
			.where('contractId', '=', contractId)
			.executeTakeFirst();
		await trx
			.insertInto('body')
			.values({ id: bodyId, contractId, ...values, position: (last?.position ?? 0) + 1 })
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'body-changed' : 'body-created',
		subjectKind: 'body',
		subjectId: bodyId,
		detail: { admission: values.admission }
	});
	return { bodyId };
}
