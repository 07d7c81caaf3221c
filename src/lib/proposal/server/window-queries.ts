import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { QueryContext } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';
import type { WindowRule } from '../window-rule.ts';

export interface WindowSubject extends WindowRule {
	id: string;
	contractId: string;
	territoryId: string;
	territoryName: string;
}

/** A window of the actor's territory with what decides whether it takes a contribution; null elsewhere. */
export async function findWindowSubject(
	{ db, actor }: QueryContext,
	windowId: string
): Promise<WindowSubject | null> {
	const row = await db
		.selectFrom('contributionWindow as w')
		.innerJoin('contract', 'contract.id', 'w.contractId')
		.innerJoin('territory', 'territory.id', 'contract.territoryId')
		.select([
			'w.id',
			'w.contractId',
			'w.audience',
			'w.opensAt',
			'w.closesAt',
			'contract.territoryId',
			'territory.name as territoryName'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('contributionWindowAxis as wa')
					.select('wa.axisId')
					.whereRef('wa.windowId', '=', 'w.id')
					.orderBy('wa.axisId')
					.limit(30)
			).as('axes')
		)
		.where('w.id', '=', windowId)
		.where('contract.territoryId', '=', actor.territoryId)
		.executeTakeFirst();
	if (!row) return null;
	const { axes, ...rest } = row;
	return { ...rest, axisIds: axes.map(({ axisId }) => axisId) };
}

/** The address of an account, to which its answers go; null for a visitor. */
export async function findAccountEmail(
	db: Kysely<Database>,
	accountId: string | null
): Promise<string | null> {
	if (accountId === null) return null;
	const row = await db
		.selectFrom('account')
		.select('email')
		.where('id', '=', accountId)
		.executeTakeFirst();
	return row?.email ?? null;
}

/** The actor's territory by its name, from which numbers are made; null outside any. */
export async function findTerritoryName({
	db,
	actor
}: QueryContext): Promise<{ id: string; name: string } | null> {
	if (actor.territoryId === null) return null;
	const row = await db
		.selectFrom('territory')
		.select(['id', 'name'])
		.where('id', '=', actor.territoryId)
		.executeTakeFirst();
	return row ?? null;
}
