import { sql, type Kysely } from 'kysely';

/** Text that people write together: an append-only log of updates, snapshots, versions, who typed what, and the rendering that readers see. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table document (
			id uuid primary key,
			territory_id uuid not null constraint document_territory references territory on delete cascade,
			kind text not null,
			state text not null default 'open' constraint document_state_known check (state in ('open', 'frozen', 'sealed')),
			epoch integer not null default 1,
			head_seq bigint not null default 0,
			created_at timestamptz not null
		)
	`.execute(db);
	await sql`
		create index document_territory_index on document (territory_id)
	`.execute(db);
	await sql`
		create table document_client (
			document_id uuid not null constraint document_client_document references document on delete cascade,
			client_id bigint not null,
			person_id uuid not null constraint document_client_person references person on delete cascade,
			claimed_at timestamptz not null,
			primary key (document_id, client_id)
		)
	`.execute(db);
	await sql`
		create index document_client_person_index on document_client (person_id)
	`.execute(db);
	await sql`
		create table document_update (
			document_id uuid not null constraint document_update_document references document on delete cascade,
			seq bigint not null,
			epoch integer not null,
			person_id uuid constraint document_update_person references person on delete set null,
			client_id bigint,
			clock_from bigint,
			clock_to bigint,
			bytes bytea not null,
			at timestamptz not null default now(),
			primary key (document_id, seq)
		)
	`.execute(db);
	await sql`
		create index document_update_person_index on document_update (person_id)
	`.execute(db);
	await sql`
		create table document_snapshot (
			document_id uuid not null constraint document_snapshot_document references document on delete cascade,
			seq bigint not null,
			epoch integer not null,
			state bytea not null,
			state_vector bytea not null,
			sha256 text not null,
			at timestamptz not null,
			primary key (document_id, seq)
		)
	`.execute(db);
	await sql`
		create table document_version (
			id uuid primary key,
			document_id uuid not null constraint document_version_document references document on delete cascade,
			seq bigint not null,
			label text not null default '',
			kind text not null constraint document_version_kind_known check (kind in ('named', 'sealed', 'restored')),
			delta jsonb not null,
			plain text not null,
			sha256 text not null,
			made_by_id uuid constraint document_version_made_by references person on delete set null,
			at timestamptz not null
		)
	`.execute(db);
	await sql`
		create index document_version_document_index on document_version (document_id, at)
	`.execute(db);
	await sql`
		create index document_version_made_by_index on document_version (made_by_id)
	`.execute(db);
	await sql`
		create table document_attribution (
			document_id uuid not null constraint document_attribution_document references document on delete cascade,
			client_id bigint not null,
			clock_from bigint not null,
			clock_to bigint not null,
			person_id uuid constraint document_attribution_person references person on delete set null,
			via text not null default 'typed' constraint document_attribution_via_known check (via in ('typed', 'carried', 'uncertain')),
			at timestamptz not null,
			primary key (document_id, client_id, clock_from)
		)
	`.execute(db);
	await sql`
		create index document_attribution_person_index on document_attribution (person_id)
	`.execute(db);
	await sql`
		create table document_render (
			document_id uuid not null constraint document_render_document references document on delete cascade,
			text text not null,
			seq bigint not null,
			html text not null,
			plain text not null,
			search tsvector generated always as (to_tsvector('french_plain', plain)) stored,
			rendered_at timestamptz not null,
			primary key (document_id, text)
		)
	`.execute(db);
	await sql`
		create index document_render_search_index on document_render using gin (search)
	`.execute(db);
	await sql`
		create table document_intent (
			id uuid primary key,
			document_id uuid not null constraint document_intent_document references document on delete cascade,
			kind text not null,
			payload jsonb not null,
			person_id uuid constraint document_intent_person references person on delete set null,
			state text not null default 'pending' constraint document_intent_state_known check (state in ('pending', 'applied', 'conflict')),
			outcome text,
			created_at timestamptz not null,
			settled_at timestamptz
		)
	`.execute(db);
	await sql`
		create index document_intent_pending_index on document_intent (document_id, created_at) where state = 'pending'
	`.execute(db);
	await sql`
		create index document_intent_person_index on document_intent (person_id)
	`.execute(db);
}
