/** Addresses that mails lead to. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';

export interface BodyPlace {
	slug: string;
	name: string;
}

/**
 * Slug and name of a territory, for its mails.
 * @throws {AppError} not_found
 */
export async function findBodyPlace(db: Kysely<Database>, territoryId: string): Promise<BodyPlace> {
	const row = await db
		.selectFrom('territory')
		.select(['slug', 'name'])
		.where('id', '=', territoryId)
		.executeTakeFirst();
	return found(row);
}

/** The page of a body, or of an invitation to it (or, without body, to a role). */
export function bodyAddress(place: BodyPlace, bodyId: string | null, token?: string): string {
	const page = bodyId === null ? '/contrat' : `/contrat/groupes/${bodyId}`;
	const path = `/${place.slug}${page}${token ? `/invitation/${token}` : ''}`;
	return new URL(path, environment().origin).href;
}
