import { sql, type Kysely } from 'kysely';

/** An account signs in; sessions and one-time codes are stored as hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table account (
			id uuid primary key,
			email citext not null constraint account_email_unique unique,
			locale text not null default 'fr' constraint account_locale_known check (locale in ('fr', 'en')),
			demonstration boolean not null default false,
			suspended_at timestamptz,
			created_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create table session (
			id text primary key,
			account_id uuid not null constraint session_account references account on delete cascade,
			expires_at timestamptz not null,
			absolute_expires_at timestamptz not null,
			created_at timestamptz not null,
			last_seen_at timestamptz not null,
			shared_computer boolean not null default false,
			device_label text not null default ''
		)
	`.execute(db);
	await sql`
		create index session_account_index on session (account_id)
	`.execute(db);
	await sql`
		create index session_expires_index on session (expires_at)
	`.execute(db);
	await sql`
		create table sign_in_code (
			id uuid primary key,
			email citext not null,
			code_hash text not null,
			link_hash text not null constraint sign_in_code_link_unique unique,
			browser_hash text not null,
			shared_computer boolean not null default false,
			next_path text not null default '/',
			attempts integer not null default 0,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			used_at timestamptz
		)
	`.execute(db);
	await sql`
		create index sign_in_code_email_index on sign_in_code (email, created_at)
	`.execute(db);
	await sql`
		create table rate_limit (
			key text primary key,
			tokens double precision not null,
			updated_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create table setup_link (
			id uuid primary key,
			token_hash text not null constraint setup_link_token_unique unique,
			created_at timestamptz not null,
			expires_at timestamptz not null,
			used_at timestamptz
		)
	`.execute(db);
}
