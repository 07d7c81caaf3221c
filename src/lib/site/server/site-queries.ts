import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { Kept, type KeptContext } from '#lib/event/server/kept.ts';

/** The database's instant: proof that it answers. */
export async function findDatabaseInstant(db: Kysely<Database>): Promise<Date | null> {
	const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
	return rows[0]?.now ?? null;
}

export interface SiteContents {
	contractId: string | null;
	contractTitle: string | null;
	hasPolls: boolean;
	hasCircuit: boolean;
}

/** What the menu of a territory has something behind, in one query. */
async function findSiteContents(db: Kysely<Database>, territoryId: string): Promise<SiteContents> {
	const contract = await db
		.selectFrom('contract')
		.select((eb) => [
			'contract.id',
			'contract.title',
			eb
				.exists(
					eb.selectFrom('poll').select('poll.id').whereRef('poll.contractId', '=', 'contract.id')
				)
				.as('hasPolls'),
			eb
				.exists(
					eb
						.selectFrom('signatory')
						.select('signatory.id')
						.whereRef('signatory.contractId', '=', 'contract.id')
				)
				.as('hasCircuit')
		])
		.where('contract.territoryId', '=', territoryId)
		.orderBy('contract.generation', 'desc')
		.limit(1)
		.executeTakeFirst();
	return {
		contractId: contract?.id ?? null,
		contractTitle: contract?.title ?? null,
		hasPolls: Boolean(contract?.hasPolls),
		hasCircuit: Boolean(contract?.hasCircuit)
	};
}

const contents = new Kept<SiteContents>();

/** What the menu has something behind, as it was at the territory's last event. */
export function keptSiteContents(context: KeptContext, territoryId: string): Promise<SiteContents> {
	return contents.get(context, territoryId, () => findSiteContents(context.db, territoryId));
}
