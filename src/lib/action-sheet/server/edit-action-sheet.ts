import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { EditSheetInput } from '../action-sheet-form.ts';
import { findSheetSubject } from './action-sheet-queries.ts';
import {
	replaceCommunes,
	replaceObjectives,
	replacePartners,
	updateActionSheet
} from './action-sheet-writes.ts';
import { listForeignChoices } from './sheet-choices-queries.ts';

const UNKNOWN = {
	objectiveIds: { field: 'objectiveIds', reason: 'actionSheet.objective_unknown' },
	communeIds: { field: 'communeIds', reason: 'account.commune_unknown' },
	organisationIds: { field: 'partnerIds', reason: 'organisation.unknown' },
	priorityIds: { field: 'priorityIds', reason: 'actionSheet.priority_unknown' }
} as const;

/**
 * Changes the facts of a sheet: everything but its prose, its money and its indicators.
 * @throws {AppError} not_found, forbidden, conflict when somebody changed it since the form was opened
 */
export async function editActionSheet(
	context: CommandContext,
	input: EditSheetInput
): Promise<{ sheetId: string }> {
	const { trx, actor, now } = context;
	const sheet = found(await findSheetSubject({ db: trx, actor }, input.sheetId));
	authorize(actor, 'action-sheet.write', sheet);
	const { sheetId, knownUpdate, objectiveIds, communeIds, partnerIds, ...columns } = input;
	if (columns.startsOn !== null && columns.endsOn !== null && columns.endsOn < columns.startsOn) {
		throw new AppError('invalid', { reason: 'actionSheet.ends_before', field: 'endsOn' });
	}
	const [foreign] = await listForeignChoices(trx, sheet, {
		objectiveIds,
		communeIds,
		organisationIds: [
			...partnerIds,
			...(columns.leadOrganisationId ? [columns.leadOrganisationId] : [])
		],
		priorityIds: columns.details.priorityIds
	});
	if (foreign) throw new AppError('invalid', UNKNOWN[foreign]);
	if (!(await updateActionSheet(trx, sheetId, knownUpdate, { ...columns, updatedAt: now }))) {
		throw new AppError('conflict', { reason: 'actionSheet.stale' });
	}
	await replaceObjectives(trx, sheetId, [...new Set(objectiveIds)]);
	await replaceCommunes(trx, sheetId, [...new Set(communeIds)]);
	await replacePartners(trx, sheetId, [...new Set(partnerIds)]);
	await recordEvent(context, {
		verb: 'action-sheet-edited',
		subjectKind: 'action_sheet',
		subjectId: sheetId
	});
	return { sheetId };
}
