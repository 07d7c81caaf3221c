import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import type { Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { attempt } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { entryForm } from '../entry-form.ts';
import { ENTRY_LISTS, type EntryList } from '../entry.ts';
import { applyPreset } from './apply-preset.ts';
import { listAxes } from './contract-queries.ts';
import { listEntries } from './entry-queries.ts';
import { moveEntry } from './move-entry.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;
let nadia: Actor;

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
	nadia = await aCoordinator(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I) =>
	attempt(database.db, actor, command, input);
const list = (name: EntryList) => listEntries(database.db, here.contractId, name);

/** Fields as a browser would post them. */
async function fieldsOf(name: EntryList): Promise<Record<string, string>> {
	const strategic = (await list('objectifs'))[0]?.id ?? '';
	const title = 'Une entrée';
	const fields: Record<EntryList, Record<string, string>> = {
		phases: { title, progress: 'upcoming', startsOn: '2027-01-01', endsOn: '' },
		axes: { title, reference: 'A9', tone: 'sky' },
		objectifs: { title, reference: 'OS9', parent: here.axisIds[1] },
		'objectifs-operationnels': { title, reference: 'OO9', parent: strategic },
		themes: { title },
		priorites: { title, side: 'ARS' },
		questions: { title, answer: 'Une réponse.' },
		lexique: { acronym: 'ARS', expansion: 'Agence régionale de santé' },
		calendrier: { title, onDay: '2027-03-28', place: 'Salle du conseil', public: 'on' },
		avenants: { title, number: '1', purpose: 'Ajouter une action.' },
		signataires: { organisationId: here.organisationId, tier: 'CORE', signedOn: '2026-03-12' },
		partenaires: { organisationId: here.organisationId, kind: 'habitat' }
	};
	return fields[name];
}

const input = (name: EntryList, fields: Record<string, string>, entry = '', stamp = '') =>
	v.parse(entryForm, { list: name, entry, stamp, ...fields });

describe.each(ENTRY_LISTS)('the list %s', (name) => {
	it('takes an entry, shows it, changes it, refuses a stale change, gives it back', async () => {
		const before = (await list(name)).length;
		const fields = await fieldsOf(name);
		const outcome = await trying(nadia, saveEntry, input(name, fields));
		expect(outcome).toHaveProperty('result');
		const entryId = 'result' in outcome ? outcome.result.entryId : '';
		const added = (await list(name)).find(({ id }) => id === entryId);
		expect(added?.values).toMatchObject(fields);

		const stamp = fingerprint(added?.values ?? {});
		const change: Record<string, string> =
			'title' in fields ? { title: 'Autrement' } : { expansion: 'Autre', kind: 'x', capacity: 'y' };
		const changed = input(name, { ...fields, ...change }, entryId, stamp);
		expect(await trying(nadia, saveEntry, changed)).toEqual({ result: { entryId } });
		expect(await trying(nadia, saveEntry, changed)).toEqual({ refused: 'conflict contract.stale' });

		expect(await trying(nadia, removeEntry, { list: name, entry: entryId })).toHaveProperty(
			'result'
		);
		expect(await list(name)).toHaveLength(before);
		expect(await trying(nadia, removeEntry, { list: name, entry: entryId })).toEqual({
			refused: 'not_found'
		});
	});

	it('is edited by coordinators of its territory alone', async () => {
		const fields = await fieldsOf(name);
		const camille = await aPerson(database.db, here.territoryId);
		expect(await trying(camille, saveEntry, input(name, fields))).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await trying(visitor(here.territoryId), saveEntry, input(name, fields))).toEqual({
			refused: 'unauthenticated common.unauthenticated'
		});
		const theirs = await trying(
			await aCoordinator(database.db, elsewhere.territoryId),
			saveEntry,
			input(name, 'parent' in fields || 'organisationId' in fields ? fields : fields)
		);
		const foreign = 'result' in theirs ? theirs.result.entryId : newId();
		for (const entry of [foreign, newId(), 'x']) {
			expect(await trying(nadia, saveEntry, input(name, fields, entry))).toEqual({
				refused: 'not_found'
			});
			expect(await trying(nadia, removeEntry, { list: name, entry })).toEqual({
				refused: 'not_found'
			});
			expect(
				await trying(nadia, moveEntry, { list: name, entry, direction: 'up' as const })
			).toEqual({ refused: 'not_found' });
		}
	});
});

it('refuses a value that another entry of the list has, by its field', async () => {
	expect(
		await trying(nadia, saveEntry, input('axes', { reference: 'A1', title: 'Encore', tone: 'sky' }))
	).toEqual({ refused: 'conflict contract.taken' });
	expect(await trying(nadia, saveEntry, input('themes', { title: 'Transport' }))).toEqual({
		refused: 'conflict contract.taken'
	});
});

it('refuses parents and organisations of another territory', async () => {
	const parent = elsewhere.axisIds[0];
	expect(
		await trying(nadia, saveEntry, input('objectifs', { parent, reference: 'X', title: 'X' }))
	).toEqual({ refused: 'invalid contract.parent_required' });
	const organisationId = elsewhere.organisationId;
	expect(
		await trying(nadia, saveEntry, input('signataires', { organisationId, tier: 'CORE' }))
	).toEqual({ refused: 'invalid organisation.unknown' });
});

it('keeps an axis that actions belong to', async () => {
	const documentId = newId();
	const { territoryId, contractId } = here;
	await database.db
		.insertInto('document')
		.values({ id: documentId, territoryId, kind: 'action-sheet', createdAt: new Date() })
		.execute();
	await database.db
		.insertInto('actionSheet')
		.values({
			id: newId(),
			territoryId,
			contractId,
			axisId: here.axisIds[0],
			documentId,
			code: 'FA-1',
			title: 'Une action',
			state: 'DRAFT',
			createdAt: new Date(),
			updatedAt: new Date()
		})
		.execute();
	expect(await trying(nadia, removeEntry, { list: 'axes', entry: here.axisIds[0] })).toEqual({
		refused: 'conflict contract.in_use'
	});
});

it('moves an entry among its peers and stops at the ends', async () => {
	const [first, second] = here.axisIds;
	await trying(nadia, moveEntry, { list: 'axes', entry: second, direction: 'up' });
	expect((await listAxes(database.db, here.contractId)).map(({ id }) => id)).toEqual([
		second,
		first
	]);
	await trying(nadia, moveEntry, { list: 'axes', entry: second, direction: 'up' });
	expect((await listAxes(database.db, here.contractId))[0]?.id).toBe(second);
});

it('starts from the Occitanie axes only where there are none', async () => {
	expect(await trying(nadia, applyPreset, undefined)).toEqual({
		refused: 'conflict contract.has_axes'
	});
	for (const entry of here.axisIds) await trying(nadia, removeEntry, { list: 'axes', entry });
	expect(await trying(nadia, applyPreset, undefined)).toHaveProperty('result');
	expect((await listAxes(database.db, here.contractId)).map(({ code }) => code)).toEqual([
		'A1',
		'A2',
		'A3',
		'A4',
		'A5'
	]);
	const camille = await aPerson(database.db, here.territoryId);
	expect(await trying(camille, applyPreset, undefined)).toEqual({
		refused: 'forbidden common.forbidden'
	});
});
