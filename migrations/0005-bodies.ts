import { sql, type Kysely } from 'kysely';

/** Bodies, who sits in them, and how one gets in. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table body (
			id uuid primary key,
			contract_id uuid not null constraint body_contract references contract on delete cascade,
			axis_id uuid constraint body_axis references axis on delete set null,
			kind text not null,
			name text not null,
			description text not null default '',
			composition text not null default '',
			rhythm text not null default '',
			rule text not null default '',
			admission text not null constraint body_admission_known check (admission in ('open', 'application', 'lot', 'invitation')),
			public boolean not null default true,
			position integer not null,
			constraint body_kind_known check (kind in ('STEERING_COMMITTEE', 'TECHNICAL_COMMITTEE', 'PROJECT_SECRETARIAT', 'WORKING_GROUP', 'CITIZEN_COMMITTEE', 'USER_GROUP', 'FOLLOW_UP_COMMITTEE', 'MENTAL_HEALTH_COUNCIL', 'FUNDERS_COMMITTEE', 'ASSEMBLY'))
		)
	`.execute(db);
	await sql`
		create index body_contract_index on body (contract_id)
	`.execute(db);
	await sql`
		create index body_axis_index on body (axis_id)
	`.execute(db);
	await sql`
		create table membership (
			id uuid primary key,
			body_id uuid not null constraint membership_body references body on delete cascade,
			person_id uuid not null constraint membership_person references person on delete cascade,
			organisation_id uuid constraint membership_organisation references organisation on delete set null,
			role text not null default 'member' constraint membership_role_known check (role in ('member', 'lead', 'chair', 'secretary')),
			voice text not null default 'deliberative' constraint membership_voice_known check (voice in ('deliberative', 'consultative')),
			state text not null constraint membership_state_known check (state in ('applied', 'active', 'left', 'refused')),
			motivation text not null default '',
			refusal_reason text not null default '',
			asked_at timestamptz not null,
			joined_at timestamptz,
			ended_at timestamptz
		)
	`.execute(db);
	await sql`
		create unique index membership_current_once on membership (body_id, person_id) where state in ('applied', 'active')
	`.execute(db);
	await sql`
		create index membership_person_index on membership (person_id)
	`.execute(db);
	await sql`
		create index membership_organisation_index on membership (organisation_id)
	`.execute(db);
	await sql`
		create table invitation (
			id uuid primary key,
			territory_id uuid not null constraint invitation_territory references territory on delete cascade,
			body_id uuid constraint invitation_body references body on delete cascade,
			role text,
			email citext not null,
			token_hash text not null constraint invitation_token_unique unique,
			invited_by_id uuid constraint invitation_invited_by references person on delete set null,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			accepted_at timestamptz
		)
	`.execute(db);
	await sql`
		create index invitation_territory_index on invitation (territory_id)
	`.execute(db);
	await sql`
		create index invitation_body_index on invitation (body_id)
	`.execute(db);
	await sql`
		create index invitation_invited_by_index on invitation (invited_by_id)
	`.execute(db);
	await sql`
		create table mail (
			id uuid primary key,
			territory_id uuid constraint mail_territory references territory on delete cascade,
			kind text not null,
			recipient citext not null,
			subject text not null,
			text text not null,
			html text not null,
			state text not null default 'queued' constraint mail_state_known check (state in ('queued', 'sent', 'failed', 'kept')),
			attempts integer not null default 0,
			last_error text,
			created_at timestamptz not null,
			sent_at timestamptz
		)
	`.execute(db);
	await sql`
		create index mail_state_index on mail (state, created_at)
	`.execute(db);
	await sql`
		create index mail_territory_index on mail (territory_id)
	`.execute(db);
}
