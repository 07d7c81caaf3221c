import { sql, type Kysely } from 'kysely';

/** A territory, its communes and zones; people who contribute there, with or without an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table territory (
			id uuid primary key,
			slug text not null constraint territory_slug_unique unique constraint territory_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
			name text not null,
			kind text not null default 'EPCI',
			description text not null default '',
			department text not null default '',
			area_km2 integer,
			time_zone text not null default 'Europe/Paris',
			help_phone text not null default '',
			help_email text not null default '',
			help_hours text not null default '',
			postal_address text not null default '',
			name_threshold integer not null default 1000,
			fictitious boolean not null default false,
			created_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create table commune (
			id uuid primary key,
			territory_id uuid not null constraint commune_territory references territory on delete cascade,
			code text not null,
			name text not null,
			population integer not null constraint commune_population_positive check (population >= 0),
			note text not null default '',
			town_hall text not null default '',
			position integer not null default 0,
			constraint commune_code_unique unique (territory_id, code)
		)
	`.execute(db);
	await sql`
		create table zone (
			id uuid primary key,
			territory_id uuid not null constraint zone_territory references territory on delete cascade,
			kind text not null,
			name text not null,
			code text not null default '',
			population integer,
			constraint zone_kind_known check (kind in ('QPV', 'FRR', 'FRR_PLUS', 'ISOLATED_RURAL', 'MEDICAL_DESERT', 'OTHER'))
		)
	`.execute(db);
	await sql`
		create index zone_territory_index on zone (territory_id)
	`.execute(db);
	await sql`
		create table zone_commune (
			zone_id uuid not null constraint zone_commune_zone references zone on delete cascade,
			commune_id uuid not null constraint zone_commune_commune references commune on delete cascade,
			primary key (zone_id, commune_id)
		)
	`.execute(db);
	await sql`
		create index zone_commune_commune_index on zone_commune (commune_id)
	`.execute(db);
	await sql`
		create table person (
			id uuid primary key,
			territory_id uuid not null constraint person_territory references territory on delete cascade,
			account_id uuid constraint person_account references account on delete set null,
			public_name text not null,
			name_chosen boolean not null default false,
			commune_id uuid constraint person_commune references commune on delete set null,
			college text not null default 'resident' constraint person_college_known check (college in ('resident', 'professional', 'elected')),
			age_confirmed_at timestamptz,
			first_published_at timestamptz,
			suspended_at timestamptz,
			created_at timestamptz not null,
			constraint person_account_once unique (territory_id, account_id)
		)
	`.execute(db);
	await sql`
		create index person_account_index on person (account_id)
	`.execute(db);
	await sql`
		create index person_commune_index on person (commune_id)
	`.execute(db);
	await sql`
		create table appointment (
			territory_id uuid not null constraint appointment_territory references territory on delete cascade,
			person_id uuid not null constraint appointment_person references person on delete cascade,
			role text not null constraint appointment_role_known check (role in ('coordinator', 'ars_referent', 'elected', 'mediator', 'clerk', 'evaluator')),
			appointed_at timestamptz not null,
			primary key (person_id, role)
		)
	`.execute(db);
	await sql`
		create index appointment_territory_index on appointment (territory_id)
	`.execute(db);
	await sql`
		create table event (
			id uuid primary key,
			territory_id uuid constraint event_territory references territory on delete cascade,
			person_id uuid constraint event_person references person on delete set null,
			verb text not null,
			subject_kind text not null,
			subject_id uuid,
			detail jsonb not null default '{}',
			at timestamptz not null
		)
	`.execute(db);
	await sql`
		create index event_subject_index on event (subject_kind, subject_id, at)
	`.execute(db);
	await sql`
		create index event_territory_index on event (territory_id, at desc)
	`.execute(db);
	await sql`
		create index event_person_index on event (person_id)
	`.execute(db);
	await sql`
		create function event_is_append_only() returns trigger language plpgsql as $$
		begin
			raise exception 'event is append-only';
		end $$
	`.execute(db);
	await sql`
		create trigger event_never_changes before update of verb, subject_kind, subject_id, detail, at on event
		for each row execute function event_is_append_only()
	`.execute(db);
}
