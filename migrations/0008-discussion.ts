import { sql, type Kysely } from 'kysely';

/** Comments in threads, and reports that anyone may send. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table comment (
			id uuid primary key,
			territory_id uuid not null constraint comment_territory references territory on delete cascade,
			proposal_id uuid constraint comment_proposal references proposal on delete cascade,
			action_sheet_id uuid,
			parent_id uuid constraint comment_parent references comment on delete cascade,
			depth integer not null default 0 constraint comment_depth_bounded check (depth between 0 and 3),
			person_id uuid constraint comment_person references person on delete set null,
			body text not null constraint comment_body_length check (char_length(body) between 1 and 5000),
			state text not null constraint comment_state_known check (state in ('published', 'held', 'hidden', 'withdrawn')),
			hidden_reason text not null default '',
			token uuid constraint comment_token_unique unique,
			created_at timestamptz not null,
			constraint comment_one_subject check ((proposal_id is null) <> (action_sheet_id is null))
		)
	`.execute(db);
	await sql`
		create index comment_proposal_index on comment (proposal_id, created_at)
	`.execute(db);
	await sql`
		create index comment_action_sheet_index on comment (action_sheet_id, created_at)
	`.execute(db);
	await sql`
		create index comment_parent_index on comment (parent_id)
	`.execute(db);
	await sql`
		create index comment_person_index on comment (person_id)
	`.execute(db);
	await sql`
		create index comment_territory_index on comment (territory_id)
	`.execute(db);
	await sql`
		create index comment_held_index on comment (territory_id, created_at) where state = 'held'
	`.execute(db);
	await sql`
		create table report (
			id uuid primary key,
			territory_id uuid not null constraint report_territory references territory on delete cascade,
			subject_kind text not null constraint report_subject_known check (subject_kind in ('proposal', 'comment', 'action_sheet')),
			subject_id uuid not null,
			reason text not null constraint report_reason_known check (reason in ('personal_data', 'insult', 'illegal', 'off_topic', 'spam', 'other')),
			explanation text not null default '',
			contact_email citext,
			person_id uuid constraint report_person references person on delete set null,
			state text not null default 'open' constraint report_state_known check (state in ('open', 'upheld', 'dismissed')),
			decision_reason text not null default '',
			created_at timestamptz not null,
			decided_at timestamptz,
			decided_by_id uuid constraint report_decided_by references person on delete set null
		)
	`.execute(db);
	await sql`
		create index report_open_index on report (territory_id, created_at) where state = 'open'
	`.execute(db);
	await sql`
		create index report_subject_index on report (subject_kind, subject_id)
	`.execute(db);
	await sql`
		create index report_person_index on report (person_id)
	`.execute(db);
	await sql`
		create index report_decided_by_index on report (decided_by_id)
	`.execute(db);
}
