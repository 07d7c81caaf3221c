import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Zone } from '../commune.ts';

export interface ZoneEntry extends Zone {
	/** Communes that it is in, wholly or in part. */
	communeIds: string[];
}

function zones(db: Kysely<Database>, territoryId: string) {
	return db
		.selectFrom('zone')
		.select((eb) => [
			'zone.id',
			'zone.kind',
			'zone.name',
			'zone.code',
			'zone.population',
			jsonArrayFrom(
				eb
					.selectFrom('zoneCommune')
					.select('zoneCommune.communeId')
					.whereRef('zoneCommune.zoneId', '=', 'zone.id')
					.orderBy('zoneCommune.communeId')
					.limit(500)
			).as('communes')
		])
		.where('zone.territoryId', '=', territoryId);
}

function entryOf<T extends { communes: { communeId: string }[] }>({ communes, ...zone }: T) {
	return { ...zone, communeIds: communes.map(({ communeId }) => communeId) };
}

/** Zones of a territory by kind, then by name, 300 at most. */
export async function listZones(db: Kysely<Database>, territoryId: string): Promise<ZoneEntry[]> {
	const rows = await zones(db, territoryId)
		.orderBy('zone.kind')
		.orderBy('zone.name')
		.orderBy('zone.id')
		.limit(300)
		.execute();
	return rows.map(entryOf);
}

/** A zone of this territory, or null. */
export async function findZone(
	db: Kysely<Database>,
	territoryId: string,
	zoneId: string
): Promise<ZoneEntry | null> {
	if (!isId(zoneId)) return null;
	const row = await zones(db, territoryId).where('zone.id', '=', zoneId).executeTakeFirst();
	return row ? entryOf(row) : null;
}
