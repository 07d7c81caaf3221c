import { sql, type Kysely } from 'kysely';

/** Consultations: the roll and the ballots apart, one ballot per person held by the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table poll (
			id uuid primary key,
			territory_id uuid not null constraint poll_territory references territory on delete cascade,
			contract_id uuid not null constraint poll_contract references contract on delete cascade,
			title text not null,
			question text not null,
			description text not null default '',
			method text not null constraint poll_method_known check (method in ('approval', 'majority_judgement')),
			max_choices integer,
			audience text not null default 'everyone' constraint poll_audience_known check (audience in ('everyone', 'members')),
			body_id uuid constraint poll_body references body on delete set null,
			decided_by text not null default '',
			publication_threshold integer not null default 5,
			opens_at timestamptz not null,
			closes_at timestamptz not null,
			counted_at timestamptz,
			created_at timestamptz not null,
			constraint poll_ordered check (closes_at > opens_at)
		)
	`.execute(db);
	await sql`
		create index poll_contract_index on poll (contract_id, closes_at)
	`.execute(db);
	await sql`
		create index poll_territory_index on poll (territory_id)
	`.execute(db);
	await sql`
		create index poll_body_index on poll (body_id)
	`.execute(db);
	await sql`
		create table poll_option (
			id uuid primary key,
			poll_id uuid not null constraint poll_option_poll references poll on delete cascade,
			proposal_id uuid constraint poll_option_proposal references proposal on delete set null,
			action_sheet_id uuid constraint poll_option_action_sheet references action_sheet on delete set null,
			label text not null,
			description text not null default '',
			position integer not null
		)
	`.execute(db);
	await sql`
		create index poll_option_poll_index on poll_option (poll_id)
	`.execute(db);
	await sql`
		create index poll_option_proposal_index on poll_option (proposal_id)
	`.execute(db);
	await sql`
		create index poll_option_action_sheet_index on poll_option (action_sheet_id)
	`.execute(db);
	await sql`
		create table poll_roll (
			poll_id uuid not null constraint poll_roll_poll references poll on delete cascade,
			person_id uuid not null constraint poll_roll_person references person on delete cascade,
			college text not null,
			constraint poll_roll_once primary key (poll_id, person_id)
		)
	`.execute(db);
	await sql`
		create index poll_roll_person_index on poll_roll (person_id)
	`.execute(db);
	await sql`
		create table ballot (
			id uuid primary key,
			poll_id uuid not null constraint ballot_poll references poll on delete cascade,
			college text not null,
			choices uuid[] not null
		)
	`.execute(db);
	await sql`
		create index ballot_poll_index on ballot (poll_id)
	`.execute(db);
	await sql`
		create table poll_tally (
			poll_id uuid not null constraint poll_tally_poll references poll on delete cascade,
			option_id uuid not null constraint poll_tally_option references poll_option on delete cascade,
			college text not null,
			grade integer not null default 0,
			count integer not null constraint poll_tally_positive check (count >= 0),
			primary key (poll_id, option_id, college, grade)
		)
	`.execute(db);
	await sql`
		create index poll_tally_option_index on poll_tally (option_id)
	`.execute(db);
	await sql`
		create table poll_turnout (
			poll_id uuid not null constraint poll_turnout_poll references poll on delete cascade,
			college text not null,
			voters integer not null,
			weight integer,
			primary key (poll_id, college)
		)
	`.execute(db);
	await sql`
		create function ballot_only_while_open() returns trigger language plpgsql as $$
		begin
			if current_setting('parvis.counting', true) is distinct from new.poll_id::text
				and not exists (select 1 from poll where id = new.poll_id and opens_at <= now() and closes_at > now() and counted_at is null) then
				raise exception using errcode = '23514', constraint = 'ballot_only_while_open', message = 'the poll is not open';
			end if;
			return new;
		end $$
	`.execute(db);
	await sql`
		create trigger ballot_only_while_open before insert on ballot for each row execute function ballot_only_while_open()
	`.execute(db);
}
