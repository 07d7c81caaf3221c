import { describe, expect, test } from 'vitest';
import { visitor } from '#lib/access/actor.ts';
import { findActor } from '#lib/account/server/actor-queries.ts';
import { readSession } from '#lib/account/server/session.ts';
import { runCommand } from '#lib/command.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { install, type Install } from './install.ts';
import { createSetupLink, isSetupLinkValid } from './setup-link.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
const HOUR = 3_600_000;

function form(linkToken: string, change: Partial<Install> = {}): Install {
	return {
		linkToken,
		name: 'Pays d’essai',
		slug: 'essai',
		communes: [
			{ name: 'Grandbourg', population: 5200 },
			{ name: 'Petitlieu', population: 240 }
		],
		contractTitle: 'Contrat local de santé',
		generation: 2,
		occitanie: true,
		coordinatorName: 'Nadia B.',
		email: 'nadia@mairie.fr',
		locale: 'fr',
		deviceLabel: 'Firefox · Linux',
		sessionToken: null,
		...change
	};
}

async function link(): Promise<string> {
	return (await createSetupLink(fixture.db, now)) ?? '';
}

function run(input: Install, at = now) {
	return runCommand({ db: fixture.db, actor: visitor(null) }, install, input, { clock: () => at });
}

describe('the link of an empty site', () => {
	test('replaces the one before', async () => {
		const [first, second] = [await link(), await link()];
		expect(await isSetupLinkValid(fixture.db, first, now)).toBe(false);
		expect(await isSetupLinkValid(fixture.db, second, now)).toBe(true);
	});

	test('is over after two days', async () => {
		const token = await link();
		const later = new Date(now.getTime() + 48 * HOUR);
		expect(await isSetupLinkValid(fixture.db, token, later)).toBe(false);
		await expect(run(form(token), later)).rejects.toMatchObject({ code: 'closed' });
	});

	test('is not made once there is a territory', async () => {
		await run(form(await link()));
		expect(await createSetupLink(fixture.db, now)).toBeNull();
	});
});

describe('installing', () => {
	test('makes the territory, its contract, its axes and its coordinator, signed in', async () => {
		const { token, homePath } = await run(form(await link()));
		expect(homePath).toBe('/essai/a-faire');
		const territory = await fixture.db
			.selectFrom('territory')
			.select(['id', 'name'])
			.where('slug', '=', 'essai')
			.executeTakeFirstOrThrow();
		const signedIn = await readSession(fixture.db, token, now);
		if (!signedIn) throw new Error('not signed in');
		expect(await findActor(fixture.db, signedIn, territory.id)).toMatchObject({
			publicName: 'Nadia B.',
			named: true,
			roles: ['coordinator']
		});
		const axes = await fixture.db.selectFrom('axis').select('code').orderBy('position').execute();
		expect(axes.map(({ code }) => code)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
		const communes = await fixture.db.selectFrom('commune').select('name').execute();
		expect(communes).toHaveLength(2);
	});

	test('makes no axis when none was asked for', async () => {
		await run(form(await link(), { occitanie: false }));
		expect(await fixture.db.selectFrom('axis').select('id').execute()).toEqual([]);
	});

	test('happens once, even when the button is pressed twenty times', async () => {
		const token = await link();
		const results = await Promise.allSettled(
			Array.from({ length: 20 }, (_, index) => run(form(token, { slug: `essai-${index}` })))
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await fixture.db.selectFrom('territory').select('id').execute()).toHaveLength(1);
	});

	test('gives the link back when the form is refused', async () => {
		const token = await link();
		await fixture.db
			.insertInto('territory')
			.values({ id: crypto.randomUUID(), slug: 'essai', name: 'Déjà là', createdAt: now })
			.execute();
		await expect(run(form(token))).rejects.toMatchObject({
			code: 'conflict',
			details: { field: 'slug' }
		});
		expect(await isSetupLinkValid(fixture.db, token, now)).toBe(true);
	});
});
