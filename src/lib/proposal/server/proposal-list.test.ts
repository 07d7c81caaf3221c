import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { plansOf } from '../../../../tests/support/query-plans.ts';
import { readProposalFilter, type ProposalFilter } from '../proposal-list.ts';
import { countToRead, listContributions } from './contribution-list-queries.ts';
import { COUNT_LIMIT, listProposals, PAGE_SIZE } from './proposal-list-queries.ts';
import { listSimilar } from './similar-queries.ts';

const database = testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
let t: TestTerritory;

beforeEach(async () => {
	t = await aTerritory(database.db, { now });
});

type State = 'PUBLISHED' | 'RECEIVED' | 'RETAINED' | 'WITHDRAWN' | 'HELD_PRIVACY';

interface Row {
	title?: string;
	summary?: string;
	state?: State;
	axisId?: string;
	communeId?: string;
	support?: number;
	minutes?: number;
}

let counted = 0;

async function insert(rows: Row[], place = t) {
	await database.db
		.insertInto('proposal')
		.values(
			rows.map((row) => {
				counted += 1;
				const state = row.state ?? 'PUBLISHED';
				const isPublic = state === 'PUBLISHED' || state === 'RETAINED';
				const at = new Date(now.getTime() - (row.minutes ?? counted) * 60_000);
				return {
					id: newId(),
					territoryId: place.territoryId,
					contractId: place.contractId,
					axisId: row.axisId ?? null,
					communeId: row.communeId ?? null,
					number: counted,
					title: row.title ?? `Idée ${counted}`,
					summary: row.summary ?? '',
					state,
					channel: 'online' as const,
					supportCount: row.support ?? 0,
					fairOrder: Math.random(),
					submittedAt: at,
					publishedAt: isPublic ? at : null,
					answeredAt: state === 'RETAINED' ? now : null,
					updatedAt: at
				};
			})
		)
		.execute();
}

const reader = () => ({ db: database.db, actor: visitor(t.territoryId) });

const filterOf = (address: Record<string, string> = {}) =>
	readProposalFilter(new URLSearchParams(address));

async function allPages(filter: ProposalFilter, start: number) {
	const titles: string[] = [];
	let after = filter.after;
	for (let page = 0; page < 20; page += 1) {
		const { entries, next } = await listProposals(
			reader(),
			t.contractId,
			{ ...filter, after },
			{ start }
		);
		titles.push(...entries.map(({ title }) => title));
		if (next === null) return titles;
		after = next;
	}
	throw new Error('the list never ends');
}

describe('the list of proposals', () => {
	it.each(['equitable', 'recentes', 'soutenues'])(
		'shows each once over its pages, sorted %s',
		async (tri) => {
			await insert(
				Array.from({ length: 57 }, (_, index) => ({ support: index % 4, minutes: index % 9 }))
			);
			for (const start of [0, 0.37, 0.999999]) {
				const titles = await allPages(filterOf({ tri }), start);
				expect(new Set(titles).size).toBe(57);
				expect(titles).toHaveLength(57);
			}
		}
	);

	it('is fair: the same for a visitor, a turn of the same circle for another', async () => {
		await insert(Array.from({ length: 30 }, () => ({})));
		const one = await allPages(filterOf(), 0.2);
		expect(await allPages(filterOf(), 0.2)).toEqual(one);
		const other = await allPages(filterOf(), 0.8);
		const turn = other.indexOf(one[0] ?? '');
		expect([...other.slice(turn), ...other.slice(0, turn)]).toEqual(one);
	});

	it('sorts by supports and by date as asked', async () => {
		await insert([
			{ title: 'peu', support: 1, minutes: 1 },
			{ title: 'beaucoup', support: 9, minutes: 3 },
			{ title: 'assez', support: 4, minutes: 2 }
		]);
		expect(await allPages(filterOf({ tri: 'soutenues' }), 0)).toEqual(['beaucoup', 'assez', 'peu']);
		expect(await allPages(filterOf({ tri: 'recentes' }), 0)).toEqual(['peu', 'assez', 'beaucoup']);
	});

	it('shows what everyone may read: in debate, or answered', async () => {
		await insert([
			{ title: 'en débat' },
			{ title: 'répondue', state: 'RETAINED' },
			{ title: 'à relire', state: 'RECEIVED' },
			{ title: 'retirée', state: 'WITHDRAWN' },
			{ title: 'mise de côté', state: 'HELD_PRIVACY' }
		]);
		expect(await allPages(filterOf(), 0)).toEqual(['en débat']);
		expect(await allPages(filterOf({ vue: 'reponses' }), 0)).toEqual(['répondue']);
	});

	it('finds words whatever their accents and endings, and nothing for operators alone', async () => {
		await insert([{ title: 'Des médecins à la campagne' }, { title: 'Un bus' }]);
		expect(await allPages(filterOf({ q: 'medecin' }), 0)).toEqual(['Des médecins à la campagne']);
		for (const q of ['" or -', '& | ! ( )', ':*', "'; drop table proposal; --", '💥']) {
			expect(await allPages(filterOf({ q }), 0)).toEqual([]);
		}
	});

	it('filters by axis, theme, commune, group and state', async () => {
		await insert([
			{ title: 'celle-ci', axisId: t.axisIds[0], communeId: t.communeId },
			{ title: 'autre' }
		]);
		const { id } = await database.db
			.selectFrom('proposal')
			.select('id')
			.where('title', '=', 'celle-ci')
			.executeTakeFirstOrThrow();
		await database.db
			.insertInto('proposalTheme')
			.values({ proposalId: id, themeId: t.themeId })
			.execute();
		await database.db
			.updateTable('proposal')
			.set({ bodyId: t.workingGroupId })
			.where('id', '=', id)
			.execute();
		const addresses: Record<string, string>[] = [
			{ axe: t.axisIds[0] },
			{ theme: t.themeId },
			{ commune: t.communeId },
			{ groupe: t.workingGroupId }
		];
		for (const address of addresses) {
			expect(await allPages(filterOf(address), 0)).toEqual(['celle-ci']);
		}
		expect(await allPages(filterOf({ axe: t.axisIds[1] }), 0)).toEqual([]);
	});

	it('never shows a commune with few inhabitants, nor another territory', async () => {
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		await insert([{ title: 'petite', communeId: t.smallCommuneId }]);
		await insert([{ title: 'ailleurs' }], other);
		const { entries } = await listProposals(reader(), t.contractId, filterOf(), { start: 0 });
		expect(entries.map(({ title, communeName }) => [title, communeName])).toEqual([
			['petite', null]
		]);
		const foreign = await listProposals(reader(), other.contractId, filterOf(), { start: 0 });
		expect(foreign.entries).toEqual([]);
	});

	it('counts up to a limit, and reads ten thousand by an index in three queries', async () => {
		await database.run((trx) =>
			sql`insert into proposal (id, territory_id, contract_id, number, title, summary, state, channel, fair_order, submitted_at, published_at, updated_at)
				select gen_random_uuid(), ${t.territoryId}, ${t.contractId}, 10000 + i, 'Idée ' || i, 'Le minibus ' || i, 'PUBLISHED', 'online', random(), now(), now(), now()
				from generate_series(1, 10000) i`.execute(trx)
		);
		await sql`analyze proposal`.execute(database.db);
		const page = await listProposals(reader(), t.contractId, filterOf(), { start: 0.5 });
		expect(page.entries).toHaveLength(PAGE_SIZE);
		expect(page.count).toBe(COUNT_LIMIT + 1);
		const indexes = {
			equitable: /using proposal_fair_index/,
			recentes: /using proposal_recent_index/,
			soutenues: /using proposal_supported_index/
		};
		for (const tri of ['equitable', 'recentes', 'soutenues'] as const) {
			const plans = await plansOf(database.db, (db) =>
				listProposals({ ...reader(), db }, t.contractId, filterOf({ tri }), { start: 0.5 })
			);
			expect(plans.length, tri).toBeLessThanOrEqual(3);
			expect(plans[0], tri).toMatch(indexes[tri]);
			expect(plans[0], tri).not.toContain('Seq Scan on proposal');
		}
	});
});

describe('similar proposals', () => {
	it('are found by their words or by their spelling, accents aside, and only public ones', async () => {
		await insert([
			{ title: 'Un minibus à la demande vers la maison de santé', summary: 'Chaque jeudi.' },
			{ title: 'Planter des arbres', summary: 'À la place du Foirail.' },
			{ title: 'Un minibus caché', state: 'HELD_PRIVACY' }
		]);
		const near = (title: string, what = '') =>
			listSimilar(reader(), t.contractId, { title, what }).then((found) =>
				found.map((one) => one.title)
			);
		expect(await near('minibus pour la maison de sante')).toEqual([
			'Un minibus à la demande vers la maison de santé'
		]);
		expect(await near('plenter des abres')).toEqual(['Planter des arbres']);
		expect(await near('Une piscine')).toEqual([]);
		expect(await near("'; drop table", '<script> & | ! :* 💥')).toEqual([]);
	});
});

describe('contributions to read', () => {
	it('come oldest first, for the coordination alone', async () => {
		const coordinator = await aCoordinator(database.db, t.territoryId);
		await insert([
			{ title: 'récente', state: 'RECEIVED', minutes: 1 },
			{ title: 'ancienne', state: 'HELD_PRIVACY', minutes: 90 },
			{ title: 'publique' }
		]);
		const filter = {
			view: 'to-read' as const,
			search: '',
			axisId: null,
			channel: null,
			after: null
		};
		const asCoordinator = { db: database.db, actor: coordinator };
		const { entries } = await listContributions(asCoordinator, t.contractId, filter);
		expect(entries.map(({ title }) => title)).toEqual(['ancienne', 'récente']);
		expect(await countToRead(asCoordinator, t.contractId)).toEqual({
			RECEIVED: 1,
			HELD_PRIVACY: 1,
			RETURNED: 0
		});
		const resident = { db: database.db, actor: await aPerson(database.db, t.territoryId) };
		expect((await listContributions(resident, t.contractId, filter)).entries).toEqual([]);
		expect((await listContributions(reader(), t.contractId, filter)).entries).toEqual([]);
	});
});
