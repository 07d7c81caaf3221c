import { sql, type Kysely } from 'kysely';

/** Search without accents or spelling luck: trigrams, unaccent, and an immutable French configuration. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create extension if not exists pg_trgm
	`.execute(db);
	await sql`
		create extension if not exists unaccent
	`.execute(db);
	await sql`
		create extension if not exists citext
	`.execute(db);
	await sql`
		create text search configuration french_plain (copy = french)
	`.execute(db);
	await sql`
		alter text search configuration french_plain alter mapping for hword, hword_part, word with unaccent, french_stem
	`.execute(db);
	await sql`
		create function plain_text(value text) returns text language sql immutable parallel safe
		return lower(unaccent('unaccent'::regdictionary, value))
	`.execute(db);
}
