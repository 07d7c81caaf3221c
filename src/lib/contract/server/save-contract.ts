import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { canBecome, contractValues } from '../contract.ts';
import type { contractForm } from '../entry-form.ts';
import { findCurrentContract } from './contract-queries.ts';

/**
 * Changes the title, dates and state of the current contract.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (changed since it was shown, or
 * a state that does not follow), invalid (signed without its date)
 */
export async function saveContract(
	context: CommandContext,
	input: v.InferOutput<typeof contractForm>
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const before = found(await findCurrentContract(trx, territoryId));
	authorize(actor, 'contract.edit', { territoryId });
	const { stamp, ...values } = input;
	if (stamp !== fingerprint(contractValues(before))) {
		throw new AppError('conflict', { reason: 'contract.stale' });
	}
	if (!canBecome(before.state, values.state)) {
		throw new AppError('conflict', { reason: 'contract.state_not_next', field: 'state' });
	}
	if (values.state === 'SIGNED' && values.signedOn === null) {
		throw new AppError('invalid', { reason: 'contract.signed_without_day', field: 'signedOn' });
	}
	await trx.updateTable('contract').set(values).where('id', '=', before.id).execute();
	await recordEvent(context, {
		verb: 'contract-changed',
		subjectKind: 'contract',
		subjectId: before.id,
		detail: { from: before.state, to: values.state }
	});
}
