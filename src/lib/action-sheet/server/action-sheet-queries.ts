import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { can } from '#lib/access/permissions.ts';
import type { ActionSheetSubject } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { found } from '#lib/errors.ts';
import type { SheetFacts } from '../completeness.ts';
import { readDetails } from '../details.ts';

/** Sheets of the actor's territory that they may read: drafts only for who takes part in writing. */
function readable({ db, actor }: QueryContext) {
	const { territoryId } = actor;
	const readsDrafts =
		territoryId !== null && can(actor, 'action-sheet.read', { territoryId, state: 'DRAFT' });
	let query = db.selectFrom('actionSheet').where('actionSheet.territoryId', '=', territoryId);
	if (!readsDrafts) query = query.where('actionSheet.state', 'not in', ['IDEA', 'DRAFT']);
	return query;
}

/** Who may do what with a sheet, and where its text is; null when it is not the actor's to see. */
export async function findSheetSubject(
	context: QueryContext,
	sheetId: string
): Promise<
	(ActionSheetSubject & { id: string; contractId: string; documentId: string; code: string }) | null
> {
	if (!isId(sheetId)) return null;
	const row = await readable(context)
		.select([
			'actionSheet.id',
			'actionSheet.territoryId',
			'actionSheet.contractId',
			'actionSheet.documentId',
			'actionSheet.code',
			'actionSheet.state'
		])
		.where('actionSheet.id', '=', sheetId)
		.executeTakeFirst();
	return row ?? null;
}

/** A sheet with everything its pages show, in one query; null when it is not the actor's to see. */
export async function findActionSheet(context: QueryContext, sheetId: string) {
	if (!isId(sheetId)) return null;
	const row = await readable(context)
		.innerJoin('axis', 'axis.id', 'actionSheet.axisId')
		.leftJoin('organisation as lead', 'lead.id', 'actionSheet.leadOrganisationId')
		.selectAll('actionSheet')
		.select([
			'axis.code as axisCode',
			'axis.title as axisTitle',
			'axis.tone as axisTone',
			'lead.name as leadName'
		])
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('actionSheetObjective as link')
					.innerJoin('operationalObjective as oo', 'oo.id', 'link.operationalObjectiveId')
					.innerJoin('strategicObjective as os', 'os.id', 'oo.strategicObjectiveId')
					.select(['oo.id', 'oo.code', 'oo.title', 'os.code as strategicCode'])
					.select('os.title as strategicTitle')
					.whereRef('link.actionSheetId', '=', 'actionSheet.id')
					.orderBy('oo.code')
					.limit(50)
			).as('objectives'),
			jsonArrayFrom(
				eb
					.selectFrom('actionSheetCommune as link')
					.innerJoin('commune', 'commune.id', 'link.communeId')
					.select(['commune.id', 'commune.name'])
					.whereRef('link.actionSheetId', '=', 'actionSheet.id')
					.orderBy('commune.name')
					.limit(500)
			).as('communes'),
			jsonArrayFrom(
				eb
					.selectFrom('actionSheetPartner as link')
					.innerJoin('organisation', 'organisation.id', 'link.organisationId')
					.select(['organisation.id', 'organisation.name'])
					.whereRef('link.actionSheetId', '=', 'actionSheet.id')
					.orderBy('organisation.name')
					.limit(100)
			).as('partners'),
			jsonArrayFrom(
				eb
					.selectFrom('fundingLine')
					.selectAll('fundingLine')
					.whereRef('fundingLine.actionSheetId', '=', 'actionSheet.id')
					.orderBy('fundingLine.year')
					.orderBy('fundingLine.position')
					.orderBy('fundingLine.id')
					.limit(200)
			).as('fundingLines'),
			jsonArrayFrom(
				eb
					.selectFrom('indicator')
					.selectAll('indicator')
					.whereRef('indicator.actionSheetId', '=', 'actionSheet.id')
					.orderBy('indicator.position')
					.orderBy('indicator.id')
					.limit(100)
			).as('indicators'),
			jsonArrayFrom(
				eb
					.selectFrom('documentRender')
					.select(['documentRender.text', 'documentRender.html', 'documentRender.plain'])
					.whereRef('documentRender.documentId', '=', 'actionSheet.documentId')
					.where('documentRender.text', 'in', ['context', 'description'])
					.orderBy('documentRender.text')
			).as('texts'),
			jsonObjectFrom(
				eb
					.selectFrom('amendment')
					.select(['amendment.id', 'amendment.number', 'amendment.title'])
					.whereRef('amendment.id', '=', 'actionSheet.amendmentId')
			).as('amendment')
		])
		.where('actionSheet.id', '=', sheetId)
		.executeTakeFirst();
	if (!row) return null;
	const { details, texts, ...sheet } = row;
	const empty = { html: '', plain: '' };
	return {
		...sheet,
		details: readDetails(details),
		context: texts.find(({ text }) => text === 'context') ?? empty,
		description: texts.find(({ text }) => text === 'description') ?? empty
	};
}

export type SheetView = NonNullable<Awaited<ReturnType<typeof findActionSheet>>>;

/**
 * A sheet with everything its pages show.
 * @throws {AppError} not_found
 */
export async function getActionSheet(context: QueryContext, sheetId: string): Promise<SheetView> {
	return found(await findActionSheet(context, sheetId));
}

export interface SheetFilter {
	axisId?: string | null;
	/** Keeps sheets that name this commune, and those that name none: they serve the whole territory. */
	communeId?: string | null;
	state?: ActionSheetSubject['state'] | null;
}

/** Sheets of a contract that the actor may read, by code, with what completeness needs; 500 at most. */
export async function listActionSheets(
	context: QueryContext,
	contractId: string,
	filter: SheetFilter = {}
) {
	let query = readable(context)
		.leftJoin('organisation as lead', 'lead.id', 'actionSheet.leadOrganisationId')
		.select([
			'actionSheet.id',
			'actionSheet.axisId',
			'actionSheet.code',
			'actionSheet.title',
			'actionSheet.plainSummary',
			'actionSheet.state',
			'actionSheet.progress',
			'actionSheet.priority',
			'actionSheet.amendmentId',
			'actionSheet.leadOrganisationId',
			'actionSheet.leadLabel',
			'actionSheet.details',
			'actionSheet.updatedAt',
			'lead.name as leadName'
		])
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('actionSheetObjective as link')
					.select('link.operationalObjectiveId as id')
					.whereRef('link.actionSheetId', '=', 'actionSheet.id')
			).as('objectives'),
			jsonArrayFrom(
				eb
					.selectFrom('indicator')
					.select('indicator.baseline')
					.whereRef('indicator.actionSheetId', '=', 'actionSheet.id')
			).as('indicators'),
			jsonArrayFrom(
				eb
					.selectFrom('fundingLine')
					.select(['fundingLine.funder', 'fundingLine.requestedCents'])
					.select(['fundingLine.grantedCents', 'fundingLine.spentCents'])
					.whereRef('fundingLine.actionSheetId', '=', 'actionSheet.id')
			).as('fundingLines'),
			sql<number>`coalesce((select length(plain) from document_render
				where document_id = action_sheet.document_id and text = 'description'), 0)`.as('descriptionLength')
		])
		.where('actionSheet.contractId', '=', contractId);
	if (filter.axisId) query = query.where('actionSheet.axisId', '=', filter.axisId);
	if (filter.state) query = query.where('actionSheet.state', '=', filter.state);
	const { communeId } = filter;
	if (communeId) {
		query = query.where((eb) => {
			const communes = eb
				.selectFrom('actionSheetCommune as link')
				.select('link.communeId')
				.whereRef('link.actionSheetId', '=', 'actionSheet.id');
			return eb.or([
				eb.exists(communes.where('link.communeId', '=', communeId)),
				eb.not(eb.exists(communes))
			]);
		});
	}
	const rows = await query
		.orderBy('actionSheet.position')
		.orderBy('actionSheet.code')
		.limit(500)
		.execute();
	return rows.map(({ details, objectives, ...sheet }) => ({
		...sheet,
		details: readDetails(details),
		objectiveIds: objectives.map(({ id }) => id),
		objectiveCount: objectives.length
	}));
}

/** What completeness looks at, of a sheet as `findActionSheet` gives it. */
export function factsOf(sheet: SheetView): SheetFacts {
	return {
		...sheet,
		objectiveCount: sheet.objectives.length,
		descriptionLength: sheet.description.plain.length
	};
}
