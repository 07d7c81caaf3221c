import { expect, test } from 'vitest';
import { copyName, documentOfCopy, placeAddress, readWritingPlace } from './writing-place.ts';

const id = '01890000-0000-7000-8000-00000000000';
const place = {
	documentId: `${id}1`,
	epoch: 2,
	text: 'body',
	personId: `${id}2`,
	accountId: `${id}3`,
	label: 'Texte',
	title: 'Modifier',
	locale: 'fr',
	lang: null,
	sharedComputer: false
};

test('a place is read as it was written, and nothing beside it', () => {
	expect(readWritingPlace(JSON.parse(JSON.stringify({ ...place, html: 'x' })))).toEqual(place);
});

test('what is no place is none', () => {
	for (const given of [null, undefined, 'x', 3, [], {}, { ...place, epoch: '2' }]) {
		expect(readWritingPlace(given)).toBeNull();
	}
	for (const name of Object.keys(place).filter((one) => one !== 'lang')) {
		expect(readWritingPlace({ ...place, [name]: undefined }), name).toBeNull();
	}
});

test('of an address only the path and which text it is count', () => {
	const at = (address: string) => placeAddress(new URL(address, 'http://parvis.example'));
	expect(at('/t/fiches/1/ecrire?fait&texte=context#haut')).toBe('/t/fiches/1/ecrire?texte=context');
	expect(at('/t/propositions/1/ecrire?fait')).toBe('/t/propositions/1/ecrire');
});

test('the name of a copy tells its document, and other names tell none', () => {
	expect(documentOfCopy(copyName(place))).toBe(place.documentId);
	for (const name of ['parvis-places', 'parvis-shell-1', 'other', 'parvis-a-b-1']) {
		expect(documentOfCopy(name), name).toBeNull();
	}
});
