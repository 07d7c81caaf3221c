import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { endOfDay, startOfDay } from '#lib/territory/day.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { findTerritorySettings } from '#lib/territory/server/territory-settings-queries.ts';
import type { windowForm } from '../entry-form.ts';
import { windowValues } from '../window.ts';
import { findAmendment } from './amendment-queries.ts';
import { findCurrentContract, listAxes, listWindows } from './contract-queries.ts';

/**
 * Opens a contribution window (empty `entry`) or changes one. Its last day is included: it is kept as
 * the instant that ends that day in the territory's time zone.
 * @throws {AppError} not_found, unauthenticated, forbidden, invalid (axis or amendment from
 * elsewhere), conflict (changed since it was shown)
 */
export async function saveWindow(
	context: CommandContext,
	input: v.InferOutput<typeof windowForm>
): Promise<{ windowId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	const { timeZone } = found(await findTerritorySettings(trx, territoryId));
	const windows = input.entry === '' ? [] : await listWindows(trx, contract.id);
	const before =
		input.entry === '' ? null : found(windows.find((window) => window.id === input.entry));
	authorize(actor, 'window.edit', { territoryId });
	if (before && input.stamp !== fingerprint(windowValues(before, timeZone))) {
		throw new AppError('conflict', { reason: 'contract.stale' });
	}
	const axes = new Set((await listAxes(trx, contract.id)).map(({ id }) => id));
	const axisIds = [...new Set(input.axisIds)];
	if (!axisIds.every((id) => axes.has(id))) {
		throw new AppError('invalid', { reason: 'contract.axis_unknown', field: 'axisIds' });
	}
	const { title, question, description, audience, amendmentId } = input;
	if (amendmentId !== null && !(await findAmendment(trx, territoryId, amendmentId))) {
		throw new AppError('invalid', { reason: 'contract.amendment_unknown', field: 'amendmentId' });
	}
	const values = {
		title,
		question,
		description,
		audience,
		amendmentId,
		opensAt: startOfDay(input.opensOn, timeZone),
		closesAt: endOfDay(input.closesOn, timeZone)
	};
	const windowId = before?.id ?? newId();
	if (before) {
		await trx.updateTable('contributionWindow').set(values).where('id', '=', windowId).execute();
	} else {
		await trx
			.insertInto('contributionWindow')
			.values({ id: windowId, contractId: contract.id, ...values })
			.execute();
	}
	await trx.deleteFrom('contributionWindowAxis').where('windowId', '=', windowId).execute();
	if (axisIds.length > 0) {
		await trx
			.insertInto('contributionWindowAxis')
			.values(axisIds.map((axisId) => ({ windowId, axisId })))
			.execute();
	}
	await recordEvent(context, {
		verb: before ? 'window-changed' : 'window-opened',
		subjectKind: 'contribution-window',
		subjectId: windowId,
		detail: { closesAt: values.closesAt.toISOString() }
	});
	return { windowId };
}
