import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#lib/database/schema.ts';
import { Kept, type KeptContext } from '#lib/event/server/kept.ts';
import type { Axis, Contract, Theme } from '../contract.ts';
import type { ContributionWindow } from '../window.ts';

const CONTRACT_COLUMNS = [
	'contract.id',
	'contract.territoryId',
	'contract.title',
	'contract.generation',
	'contract.state',
	'contract.startsOn',
	'contract.endsOn',
	'contract.signedOn',
	'contract.summary',
	'contract.answerDays',
	'contract.objectiveDepth'
] as const;

/** The contract that a territory works on: its latest generation that is not closed, else the latest. */
export async function findCurrentContract(
	db: Kysely<Database>,
	territoryId: string
): Promise<Contract | null> {
	const row = await db
		.selectFrom('contract')
		.select(CONTRACT_COLUMNS)
		.where('contract.territoryId', '=', territoryId)
		.orderBy((eb) => eb('contract.state', '=', 'CLOSED'))
		.orderBy('contract.generation', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

const keptContracts = new Kept<Contract | null>();

/** The contract that a territory works on, as it was at the territory's last event. */
export function keptCurrentContract(
	context: KeptContext,
	territoryId: string
): Promise<Contract | null> {
	return keptContracts.get(context, territoryId, () =>
		findCurrentContract(context.db, territoryId)
	);
}

/** Axes of a contract in order, with their strategic and operational objectives, in one query. */
export async function listAxes(db: Kysely<Database>, contractId: string): Promise<Axis[]> {
	return db
		.selectFrom('axis')
		.select(['axis.id', 'axis.code', 'axis.title', 'axis.summary', 'axis.tone'])
		.select((axis) =>
			jsonArrayFrom(
				axis
					.selectFrom('strategicObjective as strategic')
					.select(['strategic.id', 'strategic.code', 'strategic.title'])
					.select((strategic) =>
						jsonArrayFrom(
							strategic
								.selectFrom('operationalObjective as operational')
								.select(['operational.id', 'operational.code', 'operational.title'])
								.whereRef('operational.strategicObjectiveId', '=', 'strategic.id')
								.orderBy('operational.position')
						).as('operationalObjectives')
					)
					.whereRef('strategic.axisId', '=', 'axis.id')
					.orderBy('strategic.position')
			).as('strategicObjectives')
		)
		.where('axis.contractId', '=', contractId)
		.orderBy('axis.position')
		.limit(30)
		.execute();
}

const keptAxesOf = new Kept<Axis[]>();

/** The axes of a contract with their objectives, as they were at its territory's last event. */
export function keptAxes(context: KeptContext, contractId: string): Promise<Axis[]> {
	return keptAxesOf.get(context, contractId, () => listAxes(context.db, contractId));
}

/** Themes of a contract in order, 200 at most. */
export async function listThemes(db: Kysely<Database>, contractId: string): Promise<Theme[]> {
	return db
		.selectFrom('theme')
		.select(['theme.id', 'theme.label'])
		.where('theme.contractId', '=', contractId)
		.orderBy('theme.position')
		.limit(200)
		.execute();
}

function windowsOf(db: Kysely<Database>, contractId: string) {
	return db
		.selectFrom('contributionWindow as w')
		.select([
			'w.id',
			'w.amendmentId',
			'w.title',
			'w.question',
			'w.description',
			'w.audience',
			'w.opensAt',
			'w.closesAt'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('contributionWindowAxis as wa')
					.innerJoin('axis', 'axis.id', 'wa.axisId')
					.select('wa.axisId')
					.whereRef('wa.windowId', '=', 'w.id')
					.orderBy('axis.position')
			).as('axes')
		)
		.where('w.contractId', '=', contractId);
}

/** Windows open at an instant, the first to close first, 50 at most. */
export async function listOpenWindows(
	db: Kysely<Database>,
	contractId: string,
	now: Date
): Promise<ContributionWindow[]> {
	const rows = await windowsOf(db, contractId)
		.where('w.opensAt', '<=', now)
		.where('w.closesAt', '>', now)
		.orderBy('w.closesAt')
		.orderBy('w.id')
		.limit(50)
		.execute();
	return rows.map(withAxisIds);
}

/** All windows of a contract, past and to come, the latest to close first, 200 at most. */
export async function listWindows(
	db: Kysely<Database>,
	contractId: string
): Promise<ContributionWindow[]> {
	const rows = await windowsOf(db, contractId)
		.orderBy('w.closesAt', 'desc')
		.orderBy('w.id')
		.limit(200)
		.execute();
	return rows.map(withAxisIds);
}

function withAxisIds<T extends { axes: { axisId: string }[] }>({ axes, ...window }: T) {
	return { ...window, axisIds: axes.map(({ axisId }) => axisId) };
}

/** Phases of a contract in order, 30 at most. */
export async function listPhases(db: Kysely<Database>, contractId: string) {
	return db
		.selectFrom('contractPhase')
		.select(['id', 'kind', 'title', 'detail', 'startsOn', 'endsOn', 'progress'])
		.where('contractId', '=', contractId)
		.orderBy('position')
		.limit(30)
		.execute();
}
