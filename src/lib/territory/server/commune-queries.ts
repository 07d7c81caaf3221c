import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { Kept, type KeptContext } from '#lib/event/server/kept.ts';
import type { Commune, Zone } from '../commune.ts';

const COLUMNS = [
	'commune.id',
	'commune.code',
	'commune.name',
	'commune.population',
	'commune.note',
	'commune.townHall'
] as const;

/** Communes of a territory in their own order, then by name, 500 at most. */
export async function listCommunes(db: Kysely<Database>, territoryId: string): Promise<Commune[]> {
	return db
		.selectFrom('commune')
		.select(COLUMNS)
		.where('commune.territoryId', '=', territoryId)
		.orderBy('commune.position')
		.orderBy('commune.name')
		.limit(500)
		.execute();
}

const kept = new Kept<Commune[]>();

/** The communes of a territory, as they were at its last event. */
export function keptCommunes(context: KeptContext, territoryId: string): Promise<Commune[]> {
	return kept.get(context, territoryId, () => listCommunes(context.db, territoryId));
}

/** A commune of this territory with the zones that it is in, or null. */
export async function findCommune(
	db: Kysely<Database>,
	territoryId: string,
	communeId: string
): Promise<(Commune & { zones: Zone[] }) | null> {
	if (!isId(communeId)) return null;
	const row = await db
		.selectFrom('commune')
		.select(COLUMNS)
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('zoneCommune')
					.innerJoin('zone', 'zone.id', 'zoneCommune.zoneId')
					.select(['zone.id', 'zone.kind', 'zone.name', 'zone.code', 'zone.population'])
					.whereRef('zoneCommune.communeId', '=', 'commune.id')
					.orderBy('zone.kind')
					.orderBy('zone.name')
			).as('zones')
		)
		.where('commune.territoryId', '=', territoryId)
		.where('commune.id', '=', communeId)
		.executeTakeFirst();
	return row ?? null;
}
