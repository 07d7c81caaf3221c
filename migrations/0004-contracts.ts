import { sql, type Kysely } from 'kysely';

/** The contract as configuration: organisations, phases, axes, objectives, windows, questions, lexicon. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table organisation (
			id uuid primary key,
			territory_id uuid not null constraint organisation_territory references territory on delete cascade,
			name text not null,
			kind text not null default 'other',
			description text not null default ''
		)
	`.execute(db);
	await sql`
		create index organisation_territory_index on organisation (territory_id)
	`.execute(db);
	await sql`
		create table organisation_contact (
			id uuid primary key,
			organisation_id uuid not null constraint organisation_contact_organisation references organisation on delete cascade,
			label text not null,
			phone text not null default '',
			email text not null default '',
			hours text not null default '',
			public boolean not null default true,
			position integer not null default 0
		)
	`.execute(db);
	await sql`
		create index organisation_contact_organisation_index on organisation_contact (organisation_id)
	`.execute(db);
	await sql`
		create table contract (
			id uuid primary key,
			territory_id uuid not null constraint contract_territory references territory on delete cascade,
			title text not null,
			generation integer not null default 1,
			state text not null,
			starts_on date,
			ends_on date,
			signed_on date,
			summary text not null default '',
			answer_days integer not null default 90,
			objective_depth integer not null default 2,
			created_at timestamptz not null,
			constraint contract_state_known check (state in ('EMERGENCE', 'PREFIGURATION', 'INVENTORY_AND_ASSESSMENT', 'PRIORITISATION', 'DRAFTING', 'CONSOLIDATION', 'VALIDATION', 'SIGNED', 'IMPLEMENTATION', 'FINAL_EVALUATION', 'RENEWAL', 'EXTENDED', 'CLOSED')),
			constraint contract_generation_unique unique (territory_id, generation),
			constraint contract_dates_ordered check (ends_on is null or starts_on is null or ends_on > starts_on)
		)
	`.execute(db);
	await sql`
		create table contract_phase (
			id uuid primary key,
			contract_id uuid not null constraint contract_phase_contract references contract on delete cascade,
			kind text not null,
			title text not null,
			detail text not null default '',
			starts_on date,
			ends_on date,
			progress text not null constraint contract_phase_progress_known check (progress in ('done', 'current', 'upcoming')),
			position integer not null
		)
	`.execute(db);
	await sql`
		create index contract_phase_contract_index on contract_phase (contract_id)
	`.execute(db);
	await sql`
		create table axis (
			id uuid primary key,
			contract_id uuid not null constraint axis_contract references contract on delete cascade,
			code text not null,
			title text not null,
			summary text not null default '',
			tone text not null default 'pine' constraint axis_tone_known check (tone in ('pine', 'plum', 'sky', 'brick', 'gorse', 'neutral')),
			position integer not null,
			constraint axis_code_unique unique (contract_id, code)
		)
	`.execute(db);
	await sql`
		create table strategic_objective (
			id uuid primary key,
			axis_id uuid not null constraint strategic_objective_axis references axis on delete cascade,
			code text not null,
			title text not null,
			position integer not null
		)
	`.execute(db);
	await sql`
		create index strategic_objective_axis_index on strategic_objective (axis_id)
	`.execute(db);
	await sql`
		create table operational_objective (
			id uuid primary key,
			strategic_objective_id uuid not null constraint operational_objective_parent references strategic_objective on delete cascade,
			code text not null,
			title text not null,
			position integer not null
		)
	`.execute(db);
	await sql`
		create index operational_objective_parent_index on operational_objective (strategic_objective_id)
	`.execute(db);
	await sql`
		create table theme (
			id uuid primary key,
			contract_id uuid not null constraint theme_contract references contract on delete cascade,
			label text not null,
			position integer not null,
			constraint theme_label_unique unique (contract_id, label)
		)
	`.execute(db);
	await sql`
		create table priority (
			id uuid primary key,
			contract_id uuid not null constraint priority_contract references contract on delete cascade,
			side text not null constraint priority_side_known check (side in ('ARS', 'TERRITORY')),
			label text not null,
			position integer not null
		)
	`.execute(db);
	await sql`
		create index priority_contract_index on priority (contract_id)
	`.execute(db);
	await sql`
		create table signatory (
			id uuid primary key,
			contract_id uuid not null constraint signatory_contract references contract on delete cascade,
			organisation_id uuid not null constraint signatory_organisation references organisation on delete restrict,
			tier text not null constraint signatory_tier_known check (tier in ('CORE', 'ASSOCIATED')),
			capacity text not null default '',
			commitment text not null default '',
			validation text not null default '',
			signed_on date,
			position integer not null,
			constraint signatory_once unique (contract_id, organisation_id)
		)
	`.execute(db);
	await sql`
		create index signatory_organisation_index on signatory (organisation_id)
	`.execute(db);
	await sql`
		create table partner (
			id uuid primary key,
			contract_id uuid not null constraint partner_contract references contract on delete cascade,
			organisation_id uuid not null constraint partner_organisation references organisation on delete restrict,
			kind text not null default '',
			contribution text not null default '',
			position integer not null,
			constraint partner_once unique (contract_id, organisation_id)
		)
	`.execute(db);
	await sql`
		create index partner_organisation_index on partner (organisation_id)
	`.execute(db);
	await sql`
		create table contract_question (
			id uuid primary key,
			contract_id uuid not null constraint contract_question_contract references contract on delete cascade,
			question text not null,
			answer text not null,
			position integer not null
		)
	`.execute(db);
	await sql`
		create index contract_question_contract_index on contract_question (contract_id)
	`.execute(db);
	await sql`
		create table lexicon_entry (
			id uuid primary key,
			contract_id uuid not null constraint lexicon_entry_contract references contract on delete cascade,
			acronym text not null,
			expansion text not null,
			explanation text not null default '',
			constraint lexicon_entry_unique unique (contract_id, acronym)
		)
	`.execute(db);
	await sql`
		create table amendment (
			id uuid primary key,
			contract_id uuid not null constraint amendment_contract references contract on delete cascade,
			number integer not null,
			title text not null,
			purpose text not null default '',
			state text not null constraint amendment_state_known check (state in ('PROPOSED', 'IMPACT_CHECKED', 'COTECH_OPINION', 'COPIL_DECIDED', 'DELIBERATED', 'SIGNED_BY_CONCERNED', 'IN_FORCE')),
			constraint amendment_number_unique unique (contract_id, number)
		)
	`.execute(db);
	await sql`
		create table contribution_window (
			id uuid primary key,
			contract_id uuid not null constraint contribution_window_contract references contract on delete cascade,
			amendment_id uuid constraint contribution_window_amendment references amendment on delete set null,
			title text not null,
			question text not null,
			description text not null default '',
			audience text not null default 'everyone' constraint contribution_window_audience_known check (audience in ('everyone', 'members', 'professionals')),
			opens_at timestamptz not null,
			closes_at timestamptz not null,
			constraint contribution_window_ordered check (closes_at > opens_at)
		)
	`.execute(db);
	await sql`
		create index contribution_window_contract_index on contribution_window (contract_id)
	`.execute(db);
	await sql`
		create index contribution_window_amendment_index on contribution_window (amendment_id)
	`.execute(db);
	await sql`
		create table contribution_window_axis (
			window_id uuid not null constraint contribution_window_axis_window references contribution_window on delete cascade,
			axis_id uuid not null constraint contribution_window_axis_axis references axis on delete cascade,
			primary key (window_id, axis_id)
		)
	`.execute(db);
	await sql`
		create index contribution_window_axis_axis_index on contribution_window_axis (axis_id)
	`.execute(db);
	await sql`
		create table calendar_entry (
			id uuid primary key,
			contract_id uuid not null constraint calendar_entry_contract references contract on delete cascade,
			title text not null,
			place text not null default '',
			on_day date not null,
			public boolean not null default true
		)
	`.execute(db);
	await sql`
		create index calendar_entry_contract_index on calendar_entry (contract_id, on_day)
	`.execute(db);
}
