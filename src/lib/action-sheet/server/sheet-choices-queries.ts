import type { Kysely } from 'kysely';
import type { QueryContext } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';

/** An operational objective of the actor's territory with the axis and contract it belongs to, or null. */
export async function findObjective({ db, actor }: QueryContext, objectiveId: string) {
	const row = await db
		.selectFrom('operationalObjective as oo')
		.innerJoin('strategicObjective as os', 'os.id', 'oo.strategicObjectiveId')
		.innerJoin('axis', 'axis.id', 'os.axisId')
		.innerJoin('contract', 'contract.id', 'axis.contractId')
		.select(['oo.id', 'oo.code', 'axis.id as axisId', 'contract.id as contractId'])
		.select('contract.territoryId')
		.where('oo.id', '=', objectiveId)
		.where('contract.territoryId', '=', actor.territoryId)
		.executeTakeFirst();
	return row ?? null;
}

/** Codes of the sheets of a contract that are taken, in order; 2000 at most. */
export async function listSheetCodes(db: Kysely<Database>, contractId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('actionSheet')
		.select('code')
		.where('contractId', '=', contractId)
		.orderBy('code')
		.limit(2000)
		.execute();
	return rows.map(({ code }) => code);
}

/** Whether an amendment belongs to a contract. */
export async function isAmendmentOf(
	db: Kysely<Database>,
	contractId: string,
	amendmentId: string
): Promise<boolean> {
	const row = await db
		.selectFrom('amendment')
		.select('id')
		.where('id', '=', amendmentId)
		.where('contractId', '=', contractId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Name of a body of a contract, or null: a decision is that of a body of the same contract. */
export async function findBodyName(
	db: Kysely<Database>,
	contractId: string,
	bodyId: string
): Promise<string | null> {
	const row = await db
		.selectFrom('body')
		.select('name')
		.where('id', '=', bodyId)
		.where('contractId', '=', contractId)
		.executeTakeFirst();
	return row?.name ?? null;
}

export interface Choices {
	objectiveIds: readonly string[];
	communeIds: readonly string[];
	organisationIds: readonly string[];
	priorityIds: readonly string[];
}

/** Which of these ids are not of this territory and contract, by the name of their list. */
export async function listForeignChoices(
	db: Kysely<Database>,
	place: { territoryId: string; contractId: string },
	choices: Choices
): Promise<(keyof Choices)[]> {
	const known: Record<keyof Choices, () => Promise<{ id: string }[]>> = {
		objectiveIds: () =>
			db
				.selectFrom('operationalObjective as oo')
				.innerJoin('strategicObjective as os', 'os.id', 'oo.strategicObjectiveId')
				.innerJoin('axis', 'axis.id', 'os.axisId')
				.select('oo.id')
				.where('axis.contractId', '=', place.contractId)
				.where('oo.id', 'in', [...choices.objectiveIds])
				.execute(),
		communeIds: () =>
			db
				.selectFrom('commune')
				.select('id')
				.where('territoryId', '=', place.territoryId)
				.where('id', 'in', [...choices.communeIds])
				.execute(),
		organisationIds: () =>
			db
				.selectFrom('organisation')
				.select('id')
				.where('territoryId', '=', place.territoryId)
				.where('id', 'in', [...choices.organisationIds])
				.execute(),
		priorityIds: () =>
			db
				.selectFrom('priority')
				.select('id')
				.where('contractId', '=', place.contractId)
				.where('id', 'in', [...choices.priorityIds])
				.execute()
	};
	const foreign: (keyof Choices)[] = [];
	for (const name of ['objectiveIds', 'communeIds', 'organisationIds', 'priorityIds'] as const) {
		const wanted = new Set(choices[name]);
		if (wanted.size > 0 && (await known[name]()).length < wanted.size) foreign.push(name);
	}
	return foreign;
}

/** Priorities of a contract, those of the regional agency first; 200 at most. */
export async function listPrioritiesOf(db: Kysely<Database>, contractId: string) {
	return db
		.selectFrom('priority')
		.select(['id', 'side', 'label'])
		.where('contractId', '=', contractId)
		.orderBy('side')
		.orderBy('position')
		.limit(200)
		.execute();
}
