import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { arrangePeople, demonstrationKind } from '#lib/account/demonstration.ts';
import { listDemonstrationPeople } from '#lib/account/server/demonstration-queries.ts';
import { readDetails } from '#lib/action-sheet/details.ts';
import { missingFor } from '#lib/action-sheet/completeness.ts';
import { broughtTexts } from '#lib/lineage/brought.ts';
import { fidelityOf } from '#lib/lineage/lineage.ts';
import { readFollowNumber } from '#lib/proposal/follow-number.ts';
import { readDemoData } from './demo-data.ts';
import { loadDemonstration } from './load.ts';
import { demoFollowNumber } from './loading/proposals.ts';

const database = testDatabase();
const now = new Date();

async function load() {
	return loadDemonstration({ db: database.db, now });
}

async function countOf(table: string): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from ${sql.table(table)}`.execute(database.db);
	return rows[0]?.count ?? -1;
}

describe('loading the demonstration', () => {
	it('fills an empty database', async () => {
		expect(await load()).toBe(true);
		const counts = await Promise.all(
			['commune', 'axis', 'operational_objective', 'body', 'proposal', 'answer'].map(countOf)
		);
		expect(counts).toEqual([24, 5, 20, 9, 21, 15]);
	});

	it('does nothing the second time', async () => {
		await load();
		expect(await load()).toBe(false);
		expect(await countOf('territory')).toBe(1);
		expect(await countOf('proposal')).toBe(21);
	});

	it('leaves nothing behind when it fails half-way', async () => {
		await sql`alter table lexicon_entry add constraint no_words check (false)`.execute(database.db);
		await expect(load()).rejects.toThrow();
		await sql`alter table lexicon_entry drop constraint no_words`.execute(database.db);
		expect(await countOf('territory')).toBe(0);
		expect(await countOf('account')).toBe(0);
	});

	it('answers the past proposals and leaves six of the open window to consolidate', async () => {
		await load();
		const states = await database.db
			.selectFrom('proposal')
			.select(['state', 'answeredAt', 'publishedAt', 'documentId'])
			.orderBy('number')
			.limit(50)
			.execute();
		expect(states.slice(15).map(({ state }) => state)).toEqual([
			'PUBLISHED',
			'PUBLISHED',
			'PUBLISHED',
			'HELD_PRIVACY',
			'RECEIVED',
			'RECEIVED'
		]);
		expect(states.slice(0, 15).every(({ answeredAt }) => answeredAt !== null)).toBe(true);
		expect(states.every((row) => (row.publishedAt === null) === (row.documentId === null))).toBe(
			true
		);
	});

	it('opens one window for fifty-four days more, the last one included', async () => {
		await load();
		const windows = await database.db
			.selectFrom('contributionWindow')
			.select(['opensAt', 'closesAt'])
			.where('opensAt', '<=', now)
			.where('closesAt', '>', now)
			.limit(5)
			.execute();
		expect(windows).toHaveLength(1);
		const left = (Number(windows[0]?.closesAt) - now.getTime()) / 86_400_000;
		expect(left).toBeGreaterThan(53.9);
		expect(left).toBeLessThan(55.1);
	});

	it('keeps nothing of the health story that was rewritten', async () => {
		await load();
		const { rows } = await sql<{ row: string }>`
			select proposal_submission::text as row from proposal_submission
			union all select document_render::text from document_render
			union all select proposal::text from proposal`.execute(database.db);
		expect(rows.filter(({ row }) => /Théo|Lagarrigue|Castan|sertraline/.test(row))).toEqual([]);
	});

	it('keeps counts equal to what is counted', async () => {
		await load();
		const { rows } = await sql<{ number: number }>`
			select number from proposal where
				support_count <> (select count(*) from support where proposal_id = proposal.id) or
				comment_count <> (select count(*) from comment where proposal_id = proposal.id)
		`.execute(database.db);
		expect(rows).toEqual([]);
	});

	it('shows in each sheet words that stand as near to their origin as the edge says', async () => {
		await load();
		const edges = await database.db
			.selectFrom('lineage')
			.innerJoin('actionSheet', 'actionSheet.id', 'lineage.actionSheetId')
			.innerJoin('documentRender', (join) =>
				join
					.onRef('documentRender.documentId', '=', 'actionSheet.documentId')
					.onRef('documentRender.text', '=', 'lineage.text')
			)
			.select(['lineage.id', 'lineage.relation', 'lineage.quote', 'documentRender.html'])
			.orderBy('lineage.id')
			.limit(100)
			.execute();
		expect(edges.length).toBeGreaterThan(20);
		for (const { id, relation, quote, html } of edges) {
			const brought = broughtTexts(html).get(id) ?? '';
			expect(brought).not.toBe('');
			expect(fidelityOf(quote, brought) === 'verbatim').toBe(relation === 'verbatim');
		}
	});

	it('has signed sheets to which no step finds anything lacking', async () => {
		await load();
		const sheets = await database.db
			.selectFrom('actionSheet')
			.select(['id', 'plainSummary', 'leadOrganisationId', 'leadLabel', 'details'])
			.where('state', '=', 'SIGNED')
			.orderBy('position')
			.limit(10)
			.execute();
		expect(sheets).toHaveLength(6);
		for (const sheet of sheets) {
			const indicators = await database.db
				.selectFrom('indicator')
				.select('baseline')
				.where('actionSheetId', '=', sheet.id)
				.orderBy('position')
				.limit(10)
				.execute();
			const fundingLines = await database.db
				.selectFrom('fundingLine')
				.select('funder')
				.where('actionSheetId', '=', sheet.id)
				.orderBy('position')
				.limit(10)
				.execute();
			const details = readDetails(sheet.details);
			const facts = { ...sheet, objectiveCount: 1, descriptionLength: 1 };
			expect(missingFor('SIGNED', { ...facts, indicators, fundingLines, details })).toEqual([]);
		}
	});

	it('keeps the consultation open to the people a visitor signs in as', async () => {
		await load();
		const { rows } = await sql<{ ballots: number; voted: number; free: number }>`
			select
				(select count(*)::int from ballot where poll_id = poll.id) as ballots,
				(select count(*)::int from poll_roll where poll_id = poll.id) as voted,
				(select count(*)::int from person join account on account.id = person.account_id
					where account.demonstration and person.id not in
						(select person_id from poll_roll where poll_id = poll.id)) as free
			from poll where opens_at <= now() and closes_at > now()`.execute(database.db);
		expect(rows[0]).toMatchObject({ ballots: 40, voted: 40 });
		const free = readDemoData().people.filter((person) => person.oneClick !== null);
		expect(rows[0]?.free).toBeGreaterThanOrEqual(free.length);
	});

	it('offers one person of each kind to sign in as, in the order of its page', async () => {
		await load();
		const people = await listDemonstrationPeople(database.db);
		const { chosen } = arrangePeople(
			people.map((person) => ({ ...person, kind: demonstrationKind(person) }))
		);
		expect(chosen.map(({ kind, publicName }) => [kind, publicName])).toEqual([
			['resident', 'Solène M.'],
			['professional', 'Dr A. Verlhac'],
			['lead', 'Julien Costes'],
			['coordinator', 'Nadia B.'],
			['elected', 'Bernadette Roumieu'],
			['mediator', 'Samia T.'],
			['ars_referent', 'Hervé L.'],
			['clerk', 'Odile R.'],
			['evaluator', 'Inès V.']
		]);
	});

	it('gives each contribution a number that its author can follow it by', async () => {
		await load();
		const replies = await database.db
			.selectFrom('proposalReply')
			.select('followNumber')
			.orderBy('followNumber')
			.limit(50)
			.execute();
		const numbers = replies.map(({ followNumber }) => followNumber);
		expect(numbers.map(readFollowNumber)).toEqual(numbers);
		expect(numbers).toContain(demoFollowNumber('Val d’Orsente', 'P01'));
	});

	it('tells its story in order, nothing of it later than now', async () => {
		await load();
		const { rows } = await sql<{ late: number; told: number }>`
			select count(*) filter (where at > ${now})::int as late, count(*)::int as told from event
		`.execute(database.db);
		expect(rows[0]?.late).toBe(0);
		expect(rows[0]?.told).toBeGreaterThan(300);
	});
});
