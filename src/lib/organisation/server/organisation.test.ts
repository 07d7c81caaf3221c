import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
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
import { contactValues, organisationValues } from '../organisation.ts';
import { noteContact } from './note-contact.ts';
import { findOrganisation, listPublicContacts } from './organisation-queries.ts';
import { removeContact } from './remove-contact.ts';
import { removeOrganisation } from './remove-organisation.ts';
import { saveContact } from './save-contact.ts';
import { saveOrganisation } from './save-organisation.ts';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;
let nadia: Actor;
let camille: Actor;

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
	nadia = await aCoordinator(database.db, here.territoryId);
	camille = await aPerson(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I) =>
	attempt(database.db, actor, command, input);
const forbidden = { refused: 'forbidden common.forbidden' };
const read = () => findOrganisation(database.db, here.territoryId, here.organisationId);

const organisationForm = (entry = '', stamp = '') => ({
	entry,
	stamp,
	name: 'CPAM',
	kind: 'SOCIAL_SECURITY' as const,
	description: ''
});
const contactForm = (organisation: string, entry = '', stamp = '') => ({
	organisation,
	entry,
	stamp,
	label: 'Accueil',
	phone: '01 99 00 10 01',
	email: '',
	hours: '',
	public: true
});

it('adds and changes an organisation, unless it changed since it was shown', async () => {
	expect(await trying(nadia, saveOrganisation, organisationForm())).toHaveProperty('result');
	const before = await read();
	if (!before) throw new Error('no organisation');
	const change = organisationForm(before.id, fingerprint(organisationValues(before)));
	expect(await trying(nadia, saveOrganisation, change)).toHaveProperty('result');
	expect((await read())?.name).toBe('CPAM');
	expect(await trying(nadia, saveOrganisation, change)).toEqual({
		refused: 'conflict organisation.stale'
	});
});

it('keeps an organisation that signs', async () => {
	await database.db
		.insertInto('signatory')
		.values({
			id: newId(),
			contractId: here.contractId,
			organisationId: here.organisationId,
			tier: 'CORE',
			position: 1
		})
		.execute();
	const input = { organisation: here.organisationId };
	expect(await trying(nadia, removeOrganisation, input)).toEqual({
		refused: 'conflict organisation.in_use'
	});
	await database.db.deleteFrom('signatory').execute();
	expect(await trying(nadia, removeOrganisation, input)).toHaveProperty('result');
	expect(await read()).toBeNull();
});

it('shows public contacts alone, changes and removes them', async () => {
	const { organisationId, territoryId } = here;
	await trying(nadia, saveContact, contactForm(organisationId));
	await trying(nadia, saveContact, { ...contactForm(organisationId), public: false });
	const contacts = await listPublicContacts(database.db, territoryId);
	expect(contacts).toMatchObject([
		{ label: 'Accueil', organisation: 'Communauté de communes d’essai' }
	]);
	const [contact] = contacts;
	if (!contact) throw new Error('no contact');
	const change = contactForm(organisationId, contact.id, fingerprint(contactValues(contact)));
	const hidden = { ...change, public: false };
	expect(await trying(nadia, saveContact, hidden)).toHaveProperty('result');
	expect(await trying(nadia, saveContact, hidden)).toEqual({
		refused: 'conflict organisation.stale'
	});
	await trying(nadia, removeContact, { organisation: organisationId, entry: contact.id });
	expect((await read())?.contacts).toHaveLength(1);
});

it('is edited by coordinators of its territory', async () => {
	const mine = here.organisationId;
	expect(await trying(camille, saveOrganisation, organisationForm())).toEqual(forbidden);
	expect(await trying(camille, removeOrganisation, { organisation: mine })).toEqual(forbidden);
	expect(await trying(camille, saveContact, contactForm(mine))).toEqual(forbidden);
	expect(await trying(camille, noteContact, { organisation: mine })).toEqual(forbidden);
	const missing = { refused: 'not_found' };
	for (const organisation of [elsewhere.organisationId, newId(), 'x']) {
		expect(await trying(nadia, saveOrganisation, organisationForm(organisation))).toEqual(missing);
		expect(await trying(nadia, removeOrganisation, { organisation })).toEqual(missing);
		expect(await trying(nadia, saveContact, contactForm(organisation))).toEqual(missing);
		expect(await trying(nadia, noteContact, { organisation })).toEqual(missing);
		expect(await trying(nadia, removeContact, { organisation, entry: newId() })).toEqual(missing);
	}
	expect(await trying(nadia, saveContact, contactForm(mine, newId()))).toEqual(missing);
});
