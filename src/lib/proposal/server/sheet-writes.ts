import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';
import { newFollowNumber } from './proposal-writes.ts';

/**
 * Takes a printed sheet for a contribution: each is entered once. Held until the transaction ends.
 * @throws {AppError} invalid for a number that was not printed here, conflict for one entered already
 */
export async function takeSheet(
	trx: Transaction<Database>,
	sheet: { territoryId: string; number: string }
): Promise<{ id: string }> {
	const row = await trx
		.selectFrom('paperSheet')
		.select(['id', 'proposalId'])
		.where('territoryId', '=', sheet.territoryId)
		.where('number', '=', sheet.number)
		.forUpdate()
		.executeTakeFirst();
	if (!row) {
		throw new AppError('invalid', { reason: 'proposal.sheet_unknown', field: 'sheetNumber' });
	}
	if (row.proposalId !== null) {
		throw new AppError('conflict', { reason: 'proposal.sheet_entered', field: 'sheetNumber' });
	}
	return { id: row.id };
}

/** Notes which contribution came on a sheet. */
export async function bindSheet(
	trx: Transaction<Database>,
	sheetId: string,
	proposalId: string
): Promise<void> {
	await trx.updateTable('paperSheet').set({ proposalId }).where('id', '=', sheetId).execute();
}

/** Numbers sheets for printing; gives the numbers in order. */
export async function insertSheets(
	trx: Transaction<Database>,
	sheets: {
		territoryId: string;
		territoryName: string;
		count: number;
		printedById: string | null;
		now: Date;
	}
): Promise<string[]> {
	const numbers = new Set<string>();
	while (numbers.size < sheets.count) numbers.add(newFollowNumber(sheets.territoryName));
	const rows = [...numbers].map((number) => ({
		id: newId(),
		territoryId: sheets.territoryId,
		number,
		printedById: sheets.printedById,
		printedAt: sheets.now
	}));
	await trx.insertInto('paperSheet').values(rows).execute();
	return rows.map(({ number }) => number);
}
