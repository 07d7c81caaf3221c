import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { attempt, nextRequest } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { communeValues, zoneValues } from '../commune.ts';
import { fingerprint } from '../fingerprint.ts';
import { appointPerson } from './appoint-person.ts';
import { findCommune, listCommunes } from './commune-queries.ts';
import { dismissPerson } from './dismiss-person.ts';
import { removeCommune } from './remove-commune.ts';
import { removeZone } from './remove-zone.ts';
import { saveCommune } from './save-commune.ts';
import { saveTerritory } from './save-territory.ts';
import { saveZone } from './save-zone.ts';
import { findTerritorySettings, listPeople } from './territory-settings-queries.ts';
import { findZone, listZones } from './zone-queries.ts';
import { zoneForm } from '../territory-form.ts';
import * as v from 'valibot';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;
let nadia: Actor & { personId: string };
let camille: Actor & { personId: string };

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
	nadia = await aCoordinator(database.db, here.territoryId);
	camille = await aPerson(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I) =>
	attempt(database.db, actor, command, input);
const forbidden = { refused: 'forbidden common.forbidden' };

describe('the territory', () => {
	async function form() {
		const settings = await findTerritorySettings(database.db, here.territoryId);
		return {
			stamp: fingerprint(settings ?? {}),
			name: 'Pays nouveau',
			description: '',
			helpPhone: '01 99 00 10 01',
			helpEmail: '',
			helpHours: '',
			postalAddress: '',
			nameThreshold: 2000,
			timeZone: 'Europe/Paris'
		};
	}

	it('changes, refuses a stale form and those who do not coordinate', async () => {
		const input = await form();
		expect(await trying(camille, saveTerritory, input)).toEqual(forbidden);
		expect(await trying(nadia, saveTerritory, input)).toHaveProperty('result');
		expect(await findTerritorySettings(database.db, here.territoryId)).toMatchObject({
			name: 'Pays nouveau',
			nameThreshold: '2000'
		});
		expect(await trying(nadia, saveTerritory, input)).toEqual({
			refused: 'conflict territory.stale'
		});
	});
});

describe('a commune', () => {
	const form = (entry = '', stamp = '') => ({
		entry,
		stamp,
		name: 'Neuville',
		insee: 'T-09',
		population: 900,
		townHall: '',
		note: ''
	});

	it('is added, changed unless it changed meanwhile, and removed', async () => {
		const outcome = await trying(nadia, saveCommune, form());
		const entry = 'result' in outcome ? outcome.result.communeId : '';
		const commune = await findCommune(database.db, here.territoryId, entry);
		if (!commune) throw new Error('no commune');
		const stamp = fingerprint(communeValues(commune));
		const change = { ...form(entry, stamp), population: 901 };
		expect(await trying(nadia, saveCommune, change)).toHaveProperty('result');
		expect(await trying(nadia, saveCommune, change)).toEqual({
			refused: 'conflict territory.stale'
		});
		await trying(nadia, removeCommune, { entry });
		expect(await listCommunes(database.db, here.territoryId)).toHaveLength(2);
	});

	it('has a code of its own, and is edited by coordinators of its territory', async () => {
		expect(await trying(nadia, saveCommune, { ...form(), insee: 'T-01' })).toEqual({
			refused: 'conflict territory.commune_taken'
		});
		expect(await trying(camille, saveCommune, form())).toEqual(forbidden);
		expect(await trying(camille, removeCommune, { entry: here.communeId })).toEqual(forbidden);
		for (const entry of [elsewhere.communeId, newId(), 'x']) {
			expect(await trying(nadia, saveCommune, form(entry))).toEqual({ refused: 'not_found' });
			expect(await trying(nadia, removeCommune, { entry })).toEqual({ refused: 'not_found' });
		}
	});
});

describe('a role', () => {
	it('is given once and taken back', async () => {
		const input = { person: camille.personId, role: 'clerk' as const };
		await trying(nadia, appointPerson, input);
		await trying(nadia, appointPerson, input);
		expect((await nextRequest(database.db, camille)).roles).toEqual(['clerk']);
		await trying(nadia, dismissPerson, input);
		expect((await nextRequest(database.db, camille)).roles).toEqual([]);
		const events = await database.db.selectFrom('event').select('verb').limit(9).execute();
		expect(events.map(({ verb }) => verb).sort()).toEqual(['person-appointed', 'person-dismissed']);
	});

	it('of mediator is not held beside the coordination, in either order', async () => {
		expect(
			await trying(nadia, appointPerson, { person: nadia.personId, role: 'mediator' })
		).toEqual({ refused: 'conflict territory.role_conflict' });
		await trying(nadia, appointPerson, { person: camille.personId, role: 'mediator' });
		expect(
			await trying(nadia, appointPerson, { person: camille.personId, role: 'coordinator' })
		).toEqual({ refused: 'conflict territory.role_conflict' });
	});

	it('of coordinator stays with the last one who holds it', async () => {
		const self = { person: nadia.personId, role: 'coordinator' as const };
		expect(await trying(nadia, dismissPerson, self)).toEqual({
			refused: 'conflict territory.last_coordinator'
		});
		await trying(nadia, appointPerson, { person: camille.personId, role: 'coordinator' });
		expect(await trying(nadia, dismissPerson, self)).toHaveProperty('result');
	});

	it('is given by coordinators, to people of their territory', async () => {
		const stranger = await aPerson(database.db, elsewhere.territoryId);
		const input = { person: camille.personId, role: 'clerk' as const };
		expect(await trying(camille, appointPerson, input)).toEqual(forbidden);
		expect(await trying(camille, dismissPerson, input)).toEqual(forbidden);
		for (const person of [stranger.personId, newId()]) {
			expect(await trying(nadia, appointPerson, { ...input, person })).toEqual({
				refused: 'not_found'
			});
			expect(await trying(nadia, dismissPerson, { ...input, person })).toEqual({
				refused: 'not_found'
			});
		}
	});
});

it('lists people with a role first, and those whose name is sought', async () => {
	await aPerson(database.db, here.territoryId, { publicName: 'Alix_100%' });
	const names = async (search?: string) =>
		(await listPeople(database.db, here.territoryId, search)).map(({ publicName }) => publicName);
	expect(await names()).toEqual(['Nadia B.', 'Alix_100%', 'Camille']);
	expect(await names('x_1')).toEqual(['Alix_100%']);
	expect(await names('%%')).toEqual([]);
});

describe('a zone', () => {
	const form = (values: object = {}) =>
		v.parse(zoneForm, {
			...{ entry: '', kind: 'QPV', name: 'Les Tilleuls', reference: 'QP012', population: '1 250' },
			communeIds: [here.communeId],
			...values
		});

	async function aZone(values: object = {}) {
		await trying(nadia, saveZone, form(values));
		const [zone] = await listZones(database.db, here.territoryId);
		return { id: zone?.id ?? '', stamp: zone ? fingerprint(zoneValues(zone)) : '' };
	}

	it('is added with its communes, and shown on their pages', async () => {
		await aZone();
		expect(await listZones(database.db, here.territoryId)).toMatchObject([
			{ kind: 'QPV', name: 'Les Tilleuls', population: 1250, communeIds: [here.communeId] }
		]);
		expect(await findCommune(database.db, here.territoryId, here.communeId)).toMatchObject({
			zones: [{ name: 'Les Tilleuls' }]
		});
	});

	it('changes, and refuses a stale form and communes of elsewhere', async () => {
		const { id, stamp } = await aZone();
		const changed = form({ entry: id, stamp, kind: 'FRR', population: '', communeIds: [] });
		expect(await trying(nadia, saveZone, changed)).toHaveProperty('result');
		expect(await findZone(database.db, here.territoryId, id)).toMatchObject({
			...{ kind: 'FRR', population: null, communeIds: [] }
		});
		expect(await trying(nadia, saveZone, changed)).toEqual({ refused: 'conflict territory.stale' });
		for (const commune of [elsewhere.communeId, newId(), 'x']) {
			expect(await trying(nadia, saveZone, form({ communeIds: [commune] }))).toEqual({
				refused: 'invalid account.commune_unknown'
			});
		}
	});

	it('is removed once no commune is in it', async () => {
		const { id, stamp } = await aZone();
		expect(await trying(nadia, removeZone, { entry: id })).toEqual({
			refused: 'conflict territory.zone_used'
		});
		await trying(nadia, saveZone, form({ entry: id, stamp, communeIds: [] }));
		expect(await trying(nadia, removeZone, { entry: id })).toHaveProperty('result');
		expect(await listZones(database.db, here.territoryId)).toEqual([]);
	});

	it('is for coordinators of the territory', async () => {
		const { id } = await aZone();
		expect(await trying(camille, saveZone, form())).toEqual(forbidden);
		expect(await trying(camille, removeZone, { entry: id })).toEqual(forbidden);
		const stranger = await aCoordinator(database.db, elsewhere.territoryId);
		for (const entry of [id, newId(), 'x']) {
			expect(await trying(stranger, saveZone, form({ entry }))).toEqual({ refused: 'not_found' });
			expect(await trying(stranger, removeZone, { entry })).toEqual({ refused: 'not_found' });
		}
	});

	it.each([
		[{ kind: 'x' }, 'territory.zone_kind_required'],
		[{ name: ' ' }, 'territory.zone_name_required'],
		[{ population: 'beaucoup' }, 'territory.population_range']
	])('says what is wrong of %j', (values, issue) => {
		const { issues } = v.safeParse(zoneForm, {
			...{ entry: '', kind: 'QPV', name: 'Les Tilleuls' },
			...values
		});
		expect(issues?.[0].message).toBe(issue);
	});
});
