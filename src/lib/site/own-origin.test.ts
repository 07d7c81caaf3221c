import { expect, test } from 'vitest';
import { isFromElsewhere, localeOf } from './own-origin.ts';

const own = 'https://parvis.example.fr';

test('a page of the site may send what it wants', () => {
	for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
		expect(isFromElsewhere(method, own, own), method).toBe(false);
	}
});

test('reading is free, from wherever the link stands', () => {
	for (const origin of [null, 'null', 'https://ailleurs.example']) {
		expect(isFromElsewhere('GET', origin, own)).toBe(false);
		expect(isFromElsewhere('HEAD', origin, own)).toBe(false);
	}
});

test('whatever may change something is refused from elsewhere, or from nowhere', () => {
	const elsewhere = [
		null,
		'',
		'null',
		'https://ailleurs.example',
		'http://parvis.example.fr',
		'https://parvis.example.fr:8443',
		'https://parvis.example.fr.ailleurs.example',
		'https://autre.parvis.example.fr',
		'https://PARVIS.example.fr',
		`${own}/`,
		`${own}, https://ailleurs.example`
	];
	for (const origin of elsewhere) {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'post', 'PROPFIND']) {
			expect(isFromElsewhere(method, origin, own), `${method} from ${origin}`).toBe(true);
		}
	}
});

test('a reader from elsewhere is answered in the language that their browser asks for first', () => {
	expect(localeOf(undefined, 'en-GB,en;q=0.9,fr;q=0.8')).toBe('en');
	expect(localeOf(undefined, 'fr-FR,fr;q=0.9,en;q=0.8')).toBe('fr');
	expect(localeOf(undefined, 'eng')).toBe('fr');
	expect(localeOf(undefined, 'oc')).toBe('fr');
	expect(localeOf(undefined, null)).toBe('fr');
	expect(localeOf('fr', 'en')).toBe('fr');
	expect(localeOf('en', null)).toBe('en');
	expect(localeOf('de', 'en')).toBe('fr');
});
