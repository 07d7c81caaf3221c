import { sql, type Kysely } from 'kysely';

/** Up to which update it is known who typed what, and where a document that cannot be read whole is damaged. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table document
			add column attributed_seq bigint not null default 0,
			add column damaged_seq bigint,
			add column damaged_at timestamptz
	`.execute(db);
	await sql`
		create index document_damaged_index on document (territory_id) where damaged_at is not null
	`.execute(db);
}
