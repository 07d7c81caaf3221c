import { sql, type Kysely } from 'kysely';

/** Whether those who come while a question is open may answer it, or only those who were there before. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table poll add column roll text not null default 'open'
			constraint poll_roll_known check (roll in ('open', 'fixed'))
	`.execute(db);
}
