import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { LatestEvent } from '#lib/event/server/kept.ts';
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

/** The territory of an address with its last event, or null. */
export async function findTerritoryBySlug(
	db: Kysely<Database>,
	slug: string
): Promise<{ territory: Territory; latest: LatestEvent | null } | null> {
	// An address may hold anything, and the database refuses some of it.
	if (!/^[a-z0-9-]+$/.test(slug)) return null;
	const row = await db
		.selectFrom('territory')
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('event')
					.select(['event.id', 'event.at'])
					.whereRef('event.territoryId', '=', 'territory.id')
					.orderBy('event.at', 'desc')
					.orderBy('event.id', 'desc')
					.limit(1)
					.as('latest'),
			(join) => join.onTrue()
		)
		.select(COLUMNS)
		.select(['latest.id as latestId', 'latest.at as latestAt'])
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!row) return null;
	const { latestId, latestAt, ...territory } = row;
	return { territory, latest: latestId && latestAt ? { id: latestId, at: latestAt } : null };
}

/** Territories of this instance by name, 50 at most: the page that a visitor chooses from. */
export async function listTerritories(db: Kysely<Database>): Promise<Territory[]> {
	return db.selectFrom('territory').select(COLUMNS).orderBy('name').limit(50).execute();
}
