import { sql, type Kysely } from 'kysely';

/**
 * The CRC-32 of each update's bytes, as a signed integer: a flipped bit may leave an update that still
 * reads, as another text. Postgres 15 computes none, so rows of before have no checksum.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table document_update add column checksum integer
	`.execute(db);
}
