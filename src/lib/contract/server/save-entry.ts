import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { isUniqueViolation } from '#lib/database/constraint.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findOrganisation } from '#lib/organisation/server/organisation-queries.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import type { EntryInput } from '../entry-form.ts';
import { UNIQUE_FIELDS, type Entry } from '../entry.ts';
import { findCurrentContract } from './contract-queries.ts';
import { listEntries } from './entry-queries.ts';
import { insertEntry, updateEntry } from './entry-writes.ts';

const MOST_ENTRIES = 300;

/**
 * Adds an entry to a list of the current contract (empty `entry`) or changes one: a phase, an axis,
 * an objective, a theme, a priority, a question, a word, a date, an amendment, a signatory, a partner.
 * @throws {AppError} not_found, unauthenticated, forbidden, invalid (a parent or organisation from
 * elsewhere), conflict (changed since it was shown, or its unique value is taken)
 */
export async function saveEntry(
	context: CommandContext,
	input: EntryInput
): Promise<{ entryId: string }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const contract = found(await findCurrentContract(trx, territoryId));
	const entries = await listEntries(trx, contract.id, input.list);
	const before =
		input.entry === '' ? null : found(entries.find((entry) => entry.id === input.entry));
	authorize(actor, 'contract.edit', { territoryId });
	if (before && input.stamp !== fingerprint(before.values)) {
		throw new AppError('conflict', { reason: 'contract.stale' });
	}
	if (!before && entries.length >= MOST_ENTRIES) {
		throw new AppError('conflict', { reason: 'contract.too_many' });
	}
	refuseTwin(entries, input);
	await refuseStrangers(context, contract.id, territoryId, input);
	try {
		if (before) await updateEntry(trx, input);
		const entryId = before?.id ?? (await insertEntry(trx, contract.id, input, entries.length + 1));
		await recordEvent(context, {
			verb: before ? 'contract-entry-changed' : 'contract-entry-added',
			subjectKind: 'contract',
			subjectId: contract.id,
			detail: { list: input.list, entryId }
		});
		return { entryId };
	} catch (error) {
		if (isUniqueViolation(error)) throw new AppError('conflict', { reason: 'contract.taken' });
		throw error;
	}
}

function refuseTwin(entries: readonly Entry[], input: EntryInput): void {
	const field = UNIQUE_FIELDS[input.list];
	if (!field) return;
	const wanted = String(Object.entries(input).find(([name]) => name === field)?.[1] ?? '');
	const twin = entries.some((entry) => entry.id !== input.entry && entry.values[field] === wanted);
	if (twin) throw new AppError('conflict', { reason: 'contract.taken', field });
}

/** A parent must be of this contract, an organisation of this territory. */
async function refuseStrangers(
	{ trx }: CommandContext,
	contractId: string,
	territoryId: string,
	input: EntryInput
): Promise<void> {
	if (input.list === 'objectifs' || input.list === 'objectifs-operationnels') {
		const parents = await listEntries(
			trx,
			contractId,
			input.list === 'objectifs' ? 'axes' : 'objectifs'
		);
		if (parents.some(({ id }) => id === input.parent)) return;
		throw new AppError('invalid', { reason: 'contract.parent_required', field: 'parent' });
	}
	if (input.list === 'signataires' || input.list === 'partenaires') {
		if (await findOrganisation(trx, territoryId, input.organisationId)) return;
		throw new AppError('invalid', { reason: 'organisation.unknown', field: 'organisationId' });
	}
}
