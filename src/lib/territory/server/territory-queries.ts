import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { Territory } from '../territory.ts';

const COLUMNS = [
	'territory.id',
	'territory.slug',
	'territory.name',
	'territory.description',
	'territory.timeZone',
	'territory.helpPhone',
	'territory.helpEmail',
	'territory.helpHours',
	'territory.nameThreshold',
	'territory.fictitious'
] as const;

/** The territory of an address, or null. */
export async function findTerritoryBySlug(
	db: Kysely<Database>,
	slug: string
): Promise<Territory | null> {
	// An address may hold anything, and the database refuses some of it.
	if (!/^[a-z0-9-]+$/.test(slug)) return null;
	const row = await db
		.selectFrom('territory')
		.select(COLUMNS)
		.where('slug', '=', slug)
		.executeTakeFirst();
	return row ?? null;
}

/** Territories of this instance by name, 50 at most: the page that a visitor chooses from. */
export async function listTerritories(db: Kysely<Database>): Promise<Territory[]> {
	return db.selectFrom('territory').select(COLUMNS).orderBy('name').limit(50).execute();
}
