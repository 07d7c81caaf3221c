import { sql, type Kysely } from 'kysely';

/**
 * Decisions that keep a person from writing for a while: why, until when, by whom. What each request asks
 * stays on the person, beside the instant at which a suspension ends by itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table suspension (
			id uuid primary key,
			territory_id uuid not null constraint suspension_territory references territory on delete cascade,
			person_id uuid not null constraint suspension_person references person on delete cascade,
			ground text not null constraint suspension_ground_known check (ground in ('personal_data', 'insult', 'illegal', 'off_topic', 'spam', 'other')),
			reason text not null constraint suspension_reason_given check (btrim(reason) <> ''),
			began_at timestamptz not null,
			ends_at timestamptz constraint suspension_ends_later check (ends_at > began_at),
			decided_by_id uuid constraint suspension_decided_by references person on delete set null,
			over_at timestamptz,
			lifted_by_id uuid constraint suspension_lifted_by references person on delete set null,
			constraint suspension_not_by_oneself check (decided_by_id <> person_id and lifted_by_id <> person_id),
			constraint suspension_lifted_is_over check (lifted_by_id is null or over_at is not null)
		)
	`.execute(db);
	await sql`
		create unique index suspension_once on suspension (person_id) where over_at is null
	`.execute(db);
	await sql`
		create index suspension_person_index on suspension (person_id)
	`.execute(db);
	await sql`
		create index suspension_territory_index on suspension (territory_id, began_at desc)
	`.execute(db);
	await sql`
		create index suspension_decided_by_index on suspension (decided_by_id)
	`.execute(db);
	await sql`
		create index suspension_lifted_by_index on suspension (lifted_by_id)
	`.execute(db);
	await sql`
		alter table person
			add column suspended_until timestamptz,
			add constraint person_suspended_until_later check (
				suspended_until is null or (suspended_at is not null and suspended_until > suspended_at)
			)
	`.execute(db);
}
