import { sql, type Kysely } from 'kysely';

/** Proposals: what a person sent, by whichever channel, and how they will be answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table proposal (
			id uuid primary key,
			territory_id uuid not null constraint proposal_territory references territory on delete cascade,
			contract_id uuid not null constraint proposal_contract references contract on delete cascade,
			window_id uuid constraint proposal_window references contribution_window on delete set null,
			axis_id uuid constraint proposal_axis references axis on delete set null,
			body_id uuid constraint proposal_body references body on delete set null,
			commune_id uuid constraint proposal_commune references commune on delete set null,
			document_id uuid constraint proposal_document references document on delete set null,
			number integer not null,
			title text not null constraint proposal_title_length check (char_length(title) between 1 and 200),
			summary text not null default '',
			kind text not null default 'idea' constraint proposal_kind_known check (kind in ('idea', 'testimony', 'opinion')),
			college text not null default 'resident' constraint proposal_college_known check (college in ('resident', 'professional', 'elected', 'citizen_committee')),
			state text not null,
			open_writing boolean not null default false,
			channel text not null constraint proposal_channel_known check (channel in ('online', 'paper', 'spoken', 'workshop', 'import')),
			entered_by_id uuid constraint proposal_entered_by references person on delete set null,
			support_count integer not null default 0,
			comment_count integer not null default 0,
			fair_order double precision not null,
			submitted_at timestamptz not null,
			published_at timestamptz,
			answered_at timestamptz,
			updated_at timestamptz not null,
			search tsvector generated always as (setweight(to_tsvector('french_plain', title), 'A') || setweight(to_tsvector('french_plain', summary), 'B')) stored,
			constraint proposal_number_unique unique (contract_id, number),
			constraint proposal_state_known check (state in ('RECEIVED', 'RETURNED', 'REDIRECTED', 'HELD_PRIVACY', 'PUBLISHED', 'MERGED_INTO', 'RETAINED', 'POSTPONED', 'REJECTED', 'WITHDRAWN')),
			constraint proposal_published_when check (published_at is not null or state not in ('PUBLISHED', 'MERGED_INTO', 'RETAINED', 'POSTPONED', 'REJECTED'))
		)
	`.execute(db);
	await sql`
		create index proposal_fair_index on proposal (contract_id, fair_order, id)
	`.execute(db);
	await sql`
		create index proposal_recent_index on proposal (contract_id, published_at desc, id)
	`.execute(db);
	await sql`
		create index proposal_supported_index on proposal (contract_id, support_count desc, id)
	`.execute(db);
	await sql`
		create index proposal_state_index on proposal (contract_id, state, submitted_at)
	`.execute(db);
	await sql`
		create index proposal_territory_index on proposal (territory_id)
	`.execute(db);
	await sql`
		create index proposal_window_index on proposal (window_id)
	`.execute(db);
	await sql`
		create index proposal_axis_index on proposal (axis_id)
	`.execute(db);
	await sql`
		create index proposal_body_index on proposal (body_id)
	`.execute(db);
	await sql`
		create index proposal_commune_index on proposal (commune_id)
	`.execute(db);
	await sql`
		create index proposal_document_index on proposal (document_id)
	`.execute(db);
	await sql`
		create index proposal_entered_by_index on proposal (entered_by_id)
	`.execute(db);
	await sql`
		create index proposal_search_index on proposal using gin (search)
	`.execute(db);
	await sql`
		create index proposal_title_similar_index on proposal using gin (plain_text(title) gin_trgm_ops)
	`.execute(db);
	await sql`
		create index proposal_summary_similar_index on proposal using gin (plain_text(summary) gin_trgm_ops)
	`.execute(db);
	await sql`
		create table proposal_submission (
			proposal_id uuid primary key constraint proposal_submission_proposal references proposal on delete cascade,
			what text not null,
			for_whom text not null default '',
			location text not null default '',
			original_language text not null default '',
			original_text text not null default '',
			erase_after timestamptz,
			erased_at timestamptz
		)
	`.execute(db);
	await sql`
		create table proposal_author (
			proposal_id uuid not null constraint proposal_author_proposal references proposal on delete cascade,
			person_id uuid not null constraint proposal_author_person references person on delete cascade,
			position integer not null default 0,
			primary key (proposal_id, person_id)
		)
	`.execute(db);
	await sql`
		create index proposal_author_person_index on proposal_author (person_id)
	`.execute(db);
	await sql`
		create table proposal_theme (
			proposal_id uuid not null constraint proposal_theme_proposal references proposal on delete cascade,
			theme_id uuid not null constraint proposal_theme_theme references theme on delete cascade,
			primary key (proposal_id, theme_id)
		)
	`.execute(db);
	await sql`
		create index proposal_theme_theme_index on proposal_theme (theme_id)
	`.execute(db);
	await sql`
		create table proposal_reply (
			proposal_id uuid primary key constraint proposal_reply_proposal references proposal on delete cascade,
			follow_number text not null constraint proposal_reply_number_unique unique,
			channel text not null constraint proposal_reply_channel_known check (channel in ('email', 'letter', 'town_hall', 'none')),
			email citext,
			postal_address text,
			town_hall_commune_id uuid constraint proposal_reply_commune references commune on delete set null,
			consent text not null constraint proposal_reply_consent_known check (consent in ('form', 'written', 'spoken', 'group')),
			consented_at timestamptz not null,
			constraint proposal_reply_complete check ((channel <> 'email' or email is not null) and (channel <> 'letter' or postal_address is not null))
		)
	`.execute(db);
	await sql`
		create index proposal_reply_commune_index on proposal_reply (town_hall_commune_id)
	`.execute(db);
	await sql`
		create table submission_token (
			token uuid primary key,
			proposal_id uuid not null constraint submission_token_proposal references proposal on delete cascade,
			created_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create index submission_token_proposal_index on submission_token (proposal_id)
	`.execute(db);
	await sql`
		create table moderation_decision (
			id uuid primary key,
			territory_id uuid not null constraint moderation_decision_territory references territory on delete cascade,
			proposal_id uuid not null constraint moderation_decision_proposal references proposal on delete cascade,
			person_id uuid constraint moderation_decision_person references person on delete set null,
			decision text not null constraint moderation_decision_known check (decision in ('published', 'returned', 'redirected', 'held')),
			reason text not null default '',
			redirected_to text not null default '',
			rewritten boolean not null default false,
			at timestamptz not null,
			constraint moderation_decision_explained check (decision not in ('returned', 'redirected') or reason <> '')
		)
	`.execute(db);
	await sql`
		create index moderation_decision_proposal_index on moderation_decision (proposal_id, at)
	`.execute(db);
	await sql`
		create index moderation_decision_territory_index on moderation_decision (territory_id)
	`.execute(db);
	await sql`
		create index moderation_decision_person_index on moderation_decision (person_id)
	`.execute(db);
	await sql`
		create index proposal_submission_erase_index on proposal_submission (erase_after) where erase_after is not null and erased_at is null
	`.execute(db);
	await sql`
		create table paper_sheet (
			id uuid primary key,
			territory_id uuid not null constraint paper_sheet_territory references territory on delete cascade,
			number text not null constraint paper_sheet_number_unique unique,
			printed_by_id uuid constraint paper_sheet_printed_by references person on delete set null,
			printed_at timestamptz not null,
			proposal_id uuid constraint paper_sheet_proposal references proposal on delete set null
		)
	`.execute(db);
	await sql`
		create index paper_sheet_territory_index on paper_sheet (territory_id)
	`.execute(db);
	await sql`
		create index paper_sheet_printed_by_index on paper_sheet (printed_by_id)
	`.execute(db);
	await sql`
		create index paper_sheet_proposal_index on paper_sheet (proposal_id)
	`.execute(db);
	await sql`
		create table support (
			proposal_id uuid not null constraint support_proposal references proposal on delete cascade,
			person_id uuid not null constraint support_person references person on delete cascade,
			at timestamptz not null,
			constraint support_once primary key (proposal_id, person_id)
		)
	`.execute(db);
	await sql`
		create index support_person_index on support (person_id)
	`.execute(db);
	await sql`
		create table pending_act (
			id uuid primary key,
			territory_id uuid not null constraint pending_act_territory references territory on delete cascade,
			token_hash text not null constraint pending_act_token_unique unique,
			kind text not null constraint pending_act_kind_known check (kind in ('proposal', 'comment', 'support')),
			payload jsonb not null,
			created_at timestamptz not null,
			expires_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create index pending_act_territory_index on pending_act (territory_id)
	`.execute(db);
	await sql`
		create index pending_act_expires_index on pending_act (expires_at)
	`.execute(db);
}
