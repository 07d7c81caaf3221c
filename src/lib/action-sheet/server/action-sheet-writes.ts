import type { Insertable, Transaction, Updateable } from 'kysely';
import type { Progress } from '../action-sheet.ts';
import type {
	ActionSheetTable,
	Database,
	FundingLineTable,
	IndicatorTable
} from '#lib/database/schema.ts';

/** Writes a new sheet. */
export async function insertActionSheet(
	trx: Transaction<Database>,
	row: Insertable<ActionSheetTable>
): Promise<void> {
	await trx.insertInto('actionSheet').values(row).execute();
}

/**
 * Changes a sheet that is still as the form knew it; false when somebody changed it since.
 * `knownUpdate` is its `updatedAt` in milliseconds.
 */
export async function updateActionSheet(
	trx: Transaction<Database>,
	sheetId: string,
	knownUpdate: number,
	values: Updateable<ActionSheetTable> & { updatedAt: Date }
): Promise<boolean> {
	const result = await trx
		.updateTable('actionSheet')
		.set(values)
		.where('id', '=', sheetId)
		.where('updatedAt', '=', new Date(knownUpdate))
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Says how far the work of a sheet is. */
export async function setProgress(
	trx: Transaction<Database>,
	sheetId: string,
	progress: Progress
): Promise<void> {
	await trx.updateTable('actionSheet').set({ progress }).where('id', '=', sheetId).execute();
}

/** Replaces the objectives that a sheet serves. */
export async function replaceObjectives(
	trx: Transaction<Database>,
	actionSheetId: string,
	objectiveIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('actionSheetObjective').where('actionSheetId', '=', actionSheetId).execute();
	if (objectiveIds.length === 0) return;
	await trx
		.insertInto('actionSheetObjective')
		.values(objectiveIds.map((id) => ({ actionSheetId, operationalObjectiveId: id })))
		.execute();
}

/** Replaces the communes of a sheet; none means the whole territory. */
export async function replaceCommunes(
	trx: Transaction<Database>,
	actionSheetId: string,
	communeIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('actionSheetCommune').where('actionSheetId', '=', actionSheetId).execute();
	if (communeIds.length === 0) return;
	await trx
		.insertInto('actionSheetCommune')
		.values(communeIds.map((communeId) => ({ actionSheetId, communeId })))
		.execute();
}

/** Replaces the partners of a sheet. */
export async function replacePartners(
	trx: Transaction<Database>,
	actionSheetId: string,
	organisationIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('actionSheetPartner').where('actionSheetId', '=', actionSheetId).execute();
	if (organisationIds.length === 0) return;
	await trx
		.insertInto('actionSheetPartner')
		.values(organisationIds.map((organisationId) => ({ actionSheetId, organisationId })))
		.execute();
}

/** Writes a funding line, new or known by its id. */
export async function saveFundingLine(
	trx: Transaction<Database>,
	row: Insertable<FundingLineTable>
): Promise<void> {
	const { id: _id, actionSheetId: _sheet, position: _position, ...changes } = row;
	await trx
		.insertInto('fundingLine')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
		.execute();
}

/** Writes an indicator, new or known by its id. */
export async function saveIndicator(
	trx: Transaction<Database>,
	row: Insertable<IndicatorTable>
): Promise<void> {
	const { id: _id, actionSheetId: _sheet, position: _position, ...changes } = row;
	await trx
		.insertInto('indicator')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
		.execute();
}

/** Removes a funding line or an indicator of a sheet; false when it was not there. */
export async function deleteLine(
	trx: Transaction<Database>,
	table: 'fundingLine' | 'indicator',
	actionSheetId: string,
	lineId: string
): Promise<boolean> {
	const result = await trx
		.deleteFrom(table)
		.where('id', '=', lineId)
		.where('actionSheetId', '=', actionSheetId)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}
