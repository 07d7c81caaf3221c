import { sql, type Kysely } from 'kysely';

/** Action sheets, their money and indicators; answers to proposals; and the lineage that binds them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table action_sheet (
			id uuid primary key,
			territory_id uuid not null constraint action_sheet_territory references territory on delete cascade,
			contract_id uuid not null constraint action_sheet_contract references contract on delete cascade,
			amendment_id uuid constraint action_sheet_amendment references amendment on delete set null,
			axis_id uuid not null constraint action_sheet_axis references axis on delete restrict,
			document_id uuid not null constraint action_sheet_document references document on delete restrict,
			code text not null,
			title text not null constraint action_sheet_title_length check (char_length(title) between 1 and 300),
			plain_summary text not null default '',
			state text not null constraint action_sheet_state_known check (state in ('IDEA', 'DRAFT', 'IN_REVIEW', 'COMPLETE', 'ARBITRATED', 'SIGNED')),
			progress text not null default 'TO_START' constraint action_sheet_progress_known check (progress in ('TO_DISCUSS', 'TO_START', 'IN_PROGRESS', 'LATE', 'BLOCKED', 'PAUSED', 'DONE', 'DROPPED')),
			kind text not null default 'NEW' constraint action_sheet_kind_known check (kind in ('NEW', 'STRENGTHENED', 'RENEWED', 'EXPERIMENT')),
			priority text not null default 'medium' constraint action_sheet_priority_known check (priority in ('high', 'medium', 'low')),
			lead_organisation_id uuid constraint action_sheet_lead references organisation on delete set null,
			lead_label text not null default '',
			elected_sponsor text not null default '',
			version_label text not null default '',
			starts_on date,
			ends_on date,
			details jsonb not null default '{}',
			position integer not null default 0,
			created_at timestamptz not null,
			updated_at timestamptz not null,
			constraint action_sheet_code_unique unique (contract_id, code)
		)
	`.execute(db);
	await sql`
		create index action_sheet_territory_index on action_sheet (territory_id)
	`.execute(db);
	await sql`
		create index action_sheet_axis_index on action_sheet (axis_id)
	`.execute(db);
	await sql`
		create index action_sheet_amendment_index on action_sheet (amendment_id)
	`.execute(db);
	await sql`
		create index action_sheet_document_index on action_sheet (document_id)
	`.execute(db);
	await sql`
		create index action_sheet_lead_index on action_sheet (lead_organisation_id)
	`.execute(db);
	await sql`
		create table action_sheet_objective (
			action_sheet_id uuid not null constraint action_sheet_objective_sheet references action_sheet on delete cascade,
			operational_objective_id uuid not null constraint action_sheet_objective_objective references operational_objective on delete cascade,
			primary key (action_sheet_id, operational_objective_id)
		)
	`.execute(db);
	await sql`
		create index action_sheet_objective_objective_index on action_sheet_objective (operational_objective_id)
	`.execute(db);
	await sql`
		create table action_sheet_commune (
			action_sheet_id uuid not null constraint action_sheet_commune_sheet references action_sheet on delete cascade,
			commune_id uuid not null constraint action_sheet_commune_commune references commune on delete cascade,
			primary key (action_sheet_id, commune_id)
		)
	`.execute(db);
	await sql`
		create index action_sheet_commune_commune_index on action_sheet_commune (commune_id)
	`.execute(db);
	await sql`
		create table action_sheet_partner (
			action_sheet_id uuid not null constraint action_sheet_partner_sheet references action_sheet on delete cascade,
			organisation_id uuid not null constraint action_sheet_partner_organisation references organisation on delete cascade,
			role text not null default '',
			primary key (action_sheet_id, organisation_id)
		)
	`.execute(db);
	await sql`
		create index action_sheet_partner_organisation_index on action_sheet_partner (organisation_id)
	`.execute(db);
	await sql`
		alter table comment add constraint comment_action_sheet foreign key (action_sheet_id) references action_sheet on delete cascade
	`.execute(db);
	await sql`
		create table funding_line (
			id uuid primary key,
			action_sheet_id uuid not null constraint funding_line_sheet references action_sheet on delete cascade,
			funder text not null,
			lever text not null default '',
			year integer not null,
			requested_cents bigint constraint funding_line_requested_positive check (requested_cents >= 0),
			granted_cents bigint constraint funding_line_granted_positive check (granted_cents >= 0),
			spent_cents bigint constraint funding_line_spent_positive check (spent_cents >= 0),
			status text not null default '',
			position integer not null default 0
		)
	`.execute(db);
	await sql`
		create index funding_line_sheet_index on funding_line (action_sheet_id)
	`.execute(db);
	await sql`
		create table indicator (
			id uuid primary key,
			action_sheet_id uuid not null constraint indicator_sheet references action_sheet on delete cascade,
			code text not null,
			type text not null constraint indicator_type_known check (type in ('STRUCTURE', 'PROCESS', 'RESULT', 'IMPACT')),
			label text not null,
			unit text not null default '',
			baseline text not null default '',
			target text not null default '',
			source text not null default '',
			frequency text not null default '',
			owner text not null default '',
			last_value text not null default '',
			position integer not null default 0
		)
	`.execute(db);
	await sql`
		create index indicator_sheet_index on indicator (action_sheet_id)
	`.execute(db);
	await sql`
		create table lineage (
			id uuid primary key,
			territory_id uuid not null constraint lineage_territory references territory on delete cascade,
			proposal_id uuid not null constraint lineage_proposal references proposal on delete cascade,
			action_sheet_id uuid constraint lineage_action_sheet references action_sheet on delete cascade,
			into_proposal_id uuid constraint lineage_into_proposal references proposal on delete cascade,
			intent_id uuid constraint lineage_intent references document_intent on delete set null,
			text text not null default '',
			relation text not null constraint lineage_relation_known check (relation in ('verbatim', 'edited', 'summarised', 'merged', 'postponed', 'declined', 'redirected')),
			quote text not null default '',
			reason text not null default '',
			person_id uuid constraint lineage_person references person on delete set null,
			at timestamptz not null,
			undone_at timestamptz,
			constraint lineage_passage_has_sheet check (relation not in ('verbatim', 'edited', 'summarised') or action_sheet_id is not null)
		)
	`.execute(db);
	await sql`
		create index lineage_proposal_index on lineage (proposal_id)
	`.execute(db);
	await sql`
		create index lineage_action_sheet_index on lineage (action_sheet_id)
	`.execute(db);
	await sql`
		create index lineage_into_proposal_index on lineage (into_proposal_id)
	`.execute(db);
	await sql`
		create index lineage_intent_index on lineage (intent_id)
	`.execute(db);
	await sql`
		create index lineage_person_index on lineage (person_id)
	`.execute(db);
	await sql`
		create index lineage_territory_index on lineage (territory_id)
	`.execute(db);
	await sql`
		create table answer (
			id uuid primary key,
			territory_id uuid not null constraint answer_territory references territory on delete cascade,
			proposal_id uuid not null constraint answer_proposal_once unique constraint answer_proposal references proposal on delete cascade,
			outcome text not null constraint answer_outcome_known check (outcome in ('retained', 'merged', 'postponed', 'declined', 'redirected')),
			text text not null,
			reasons text not null default '',
			redirected_to text not null default '',
			action_sheet_id uuid constraint answer_action_sheet references action_sheet on delete set null,
			into_proposal_id uuid constraint answer_into_proposal references proposal on delete set null,
			review_on date,
			proposed_to_body_id uuid constraint answer_proposed_to_body references body on delete set null,
			state text not null default 'draft' constraint answer_state_known check (state in ('draft', 'proposed', 'decided', 'published')),
			prepared_by_id uuid constraint answer_prepared_by references person on delete set null,
			prepared_at timestamptz not null,
			decided_by_body_id uuid constraint answer_decided_by_body references body on delete restrict,
			decided_by_coordination boolean not null default false,
			decided_on date,
			published_at timestamptz,
			version integer not null default 1,
			constraint answer_decided_by_someone check (state in ('draft', 'proposed') or (decided_on is not null and reasons <> '' and (decided_by_body_id is not null or (decided_by_coordination and outcome = 'redirected')))),
			constraint answer_published_when check (state <> 'published' or published_at is not null)
		)
	`.execute(db);
	await sql`
		create index answer_territory_index on answer (territory_id, state)
	`.execute(db);
	await sql`
		create index answer_prepared_by_index on answer (prepared_by_id)
	`.execute(db);
	await sql`
		create index answer_decided_by_body_index on answer (decided_by_body_id)
	`.execute(db);
	await sql`
		create index answer_proposed_to_body_index on answer (proposed_to_body_id)
	`.execute(db);
	await sql`
		create index answer_action_sheet_index on answer (action_sheet_id)
	`.execute(db);
	await sql`
		create index answer_into_proposal_index on answer (into_proposal_id)
	`.execute(db);
	await sql`
		create table delivery (
			id uuid primary key,
			territory_id uuid not null constraint delivery_territory references territory on delete cascade,
			proposal_id uuid not null constraint delivery_proposal references proposal on delete cascade,
			kind text not null constraint delivery_kind_known check (kind in ('acknowledgement', 'answer', 'moderation')),
			channel text not null constraint delivery_channel_known check (channel in ('email', 'letter', 'town_hall', 'none')),
			state text not null constraint delivery_state_known check (state in ('queued', 'to_print', 'done')),
			mail_id uuid constraint delivery_mail references mail on delete set null,
			created_at timestamptz not null,
			done_at timestamptz
		)
	`.execute(db);
	await sql`
		create index delivery_proposal_index on delivery (proposal_id)
	`.execute(db);
	await sql`
		create index delivery_todo_index on delivery (territory_id, created_at) where state = 'to_print'
	`.execute(db);
	await sql`
		create index delivery_mail_index on delivery (mail_id)
	`.execute(db);
}
