// Fills the demonstration's open window up to a number of published proposals, with texts to search.
import type postgres from 'postgres';

/** Inserts what is missing to reach `count` proposals, each with its document and its rendering. */
export async function seedProposals(sql: postgres.Sql, count: number): Promise<void> {
	await sql.unsafe(`
		create temporary table seed as
		select gen_random_uuid() as id, gen_random_uuid() as document_id, n
		from generate_series(1, greatest(0, ${count} - (select count(*) from proposal)::int)) n;
		insert into document (id, territory_id, kind, head_seq, created_at)
			select document_id, (select id from territory limit 1), 'proposal', 0, now() from seed;
		insert into document_render (document_id, text, seq, html, plain, rendered_at)
			select document_id, 'body', 0,
				'<p>Nous proposons un minibus numéro ' || n || ' vers la maison de santé, avec des bénévoles assurés et une réservation par téléphone.</p>',
				'Nous proposons un minibus numéro ' || n || ' vers la maison de santé, avec des bénévoles assurés et une réservation par téléphone.',
				now() from seed;
		insert into proposal (id, territory_id, contract_id, window_id, axis_id, document_id, number, title, summary,
				state, channel, support_count, fair_order, submitted_at, published_at, updated_at)
			select seed.id, contract.territory_id, contract.id,
				(select id from contribution_window where contract_id = contract.id order by closes_at desc limit 1),
				(select id from axis where contract_id = contract.id order by position offset seed.n % 5 limit 1),
				document_id, 10000 + seed.n, 'Un minibus vers la maison de santé, ligne ' || seed.n,
				'Un minibus à la demande, avec des bénévoles assurés, ligne ' || seed.n,
				'PUBLISHED', 'online', seed.n % 97, random(), now() - seed.n * interval '1 minute',
				now() - seed.n * interval '1 minute', now()
			from seed, contract;
		insert into proposal_submission (proposal_id, what) select id, 'Un minibus' from seed;
		insert into proposal_author (proposal_id, person_id)
			select seed.id, person.id from seed
			cross join lateral (select id from person order by id offset seed.n % 20 limit 1) person;
		drop table seed;
		analyze;
	`);
}
