import { sql, type Kysely } from 'kysely';

/** What somebody wrote on a computer that others use goes with their session. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table pending_act add column shared_computer boolean not null default false
	`.execute(db);
}
