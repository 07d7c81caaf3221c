import { sql, type Kysely } from 'kysely';

/** What was postponed is answered again: the earlier answer stays, public until the new one is. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table answer
			drop constraint answer_proposal_once,
			drop constraint answer_state_known,
			add constraint answer_state_known check (state in ('draft', 'proposed', 'decided', 'published', 'replaced')),
			drop constraint answer_published_when,
			add constraint answer_published_when check (state not in ('published', 'replaced') or published_at is not null)
	`.execute(db);
	await sql`
		create index answer_proposal_index on answer (proposal_id)
	`.execute(db);
	await sql`
		create unique index answer_published_once on answer (proposal_id) where state = 'published'
	`.execute(db);
	await sql`
		create unique index answer_open_once on answer (proposal_id) where state in ('draft', 'proposed', 'decided')
	`.execute(db);
}
