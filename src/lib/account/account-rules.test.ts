import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceLabel, sessionLifetime } from './account.ts';
import { browserCookieAttributes, sessionCookieAttributes, sessionCookieName } from './cookies.ts';
import { arrangePeople, demonstrationKind, withInventedAddresses } from './demonstration.ts';
import { pseudonym, PSEUDONYMS, shownCommune } from './person.ts';
import { codeFrom, shownCode, typedCode } from './sign-in-code.ts';

describe('the label of a device', () => {
	test.each([
		[
			'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
			'Chrome · Android'
		],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 15_4 like Mac OS X) AppleWebKit/605.1.15 Version/15.4 Mobile/15E148 Safari/604.1',
			'Safari · iPhone'
		],
		[
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
			'Firefox · Windows'
		],
		[
			'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0',
			'Edge · Windows'
		],
		['<script>alert(1)</script>', ''],
		['', '']
	])('of %j is %j', (userAgent, label) => {
		expect(deviceLabel(userAgent)).toBe(label);
	});
});

describe('cookies', () => {
	test('of the session end with the browser on a shared computer, after thirty days elsewhere', () => {
		expect(sessionCookieAttributes(true, true).maxAge).toBeUndefined();
		expect((sessionCookieAttributes(true, false).maxAge ?? 0) * 1000).toBe(
			sessionLifetime(false).absolute
		);
	});

	test('are bound to the host with https, and not marked secure without it', () => {
		expect(sessionCookieName(true)).toMatch(/^__Host-/);
		expect(sessionCookieName(false)).not.toMatch(/^__/);
		expect(sessionCookieAttributes(true, false)).toMatchObject({
			secure: true,
			httpOnly: true,
			sameSite: 'lax',
			path: '/'
		});
		expect(browserCookieAttributes(false).secure).toBe(false);
	});
});

describe('a code', () => {
	test('has eight characters that nobody confuses, each as likely as another', () => {
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 2000; seed += 1) {
			const bytes = crypto.getRandomValues(new Uint8Array(64));
			const code = codeFrom(bytes);
			expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
			for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
		}
		expect(counts.size).toBe(31);
		const expected = 16_000 / 31;
		for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(150);
	});

	test('is read back however it is typed', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 64, maxLength: 64, max: 247 }), (bytes) => {
				const code = codeFrom(bytes);
				expect(typedCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
			})
		);
	});
});

describe('a person', () => {
	test('is proposed a name that says nothing of them', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: PSEUDONYMS - 1 }), (draw) => {
				expect(pseudonym(draw)).toMatch(/^\p{Lu}\p{Ll}+ [1-9]\d{3}$/u);
			})
		);
		expect(pseudonym(0)).not.toBe(pseudonym(1));
		expect(new Set(Array.from({ length: 20_000 }, (_, draw) => pseudonym(draw))).size).toBe(20_000);
	});

	test.each([
		[{ name: 'Grandbourg', population: 1000 }, 'Grandbourg'],
		[{ name: 'Petitlieu', population: 999 }, null],
		[null, null]
	])('of %j shows %j beside their name', (commune, shown) => {
		expect(shownCommune(commune, 1000)).toBe(shown);
	});
});

describe('the people of the demonstration', () => {
	test('stand for their role, else for the group they lead, else for their college', () => {
		const base = { roles: [], memberships: [], college: 'professional' } as const;
		expect(demonstrationKind(base)).toBe('professional');
		expect(demonstrationKind({ ...base, memberships: [{ role: 'lead' }] })).toBe('lead');
		expect(demonstrationKind({ ...base, memberships: [{ role: 'member' }] })).toBe('professional');
		expect(
			demonstrationKind({ ...base, roles: ['mediator'], memberships: [{ role: 'lead' }] })
		).toBe('mediator');
	});

	test('are shown one for each kind, the first loaded, and nobody is lost', () => {
		const people = [
			{ id: 1, kind: 'coordinator' },
			{ id: 2, kind: 'resident' },
			{ id: 3, kind: 'resident' }
		] as const;
		const { chosen, others } = arrangePeople(people);
		expect(chosen.map(({ id }) => id)).toEqual([2, 1]);
		expect(others.map(({ id }) => id)).toEqual([3]);
	});
});

describe('what a visitor types on the public demonstration', () => {
	test('keeps no address that reaches somebody, and everything else', () => {
		const typed = {
			title: 'Une navette',
			email: 'camille@mairie.fr',
			postalAddress: '3 rue du Moulin',
			contactEmail: null
		};
		const kept = withInventedAddresses(typed);
		expect(kept).toMatchObject({ title: 'Une navette', contactEmail: null });
		expect(JSON.stringify(kept)).not.toMatch(/mairie|Moulin/);
		expect(withInventedAddresses({ contactEmail: 'camille@mairie.fr' }).contactEmail).toMatch(
			/\.example$/
		);
	});

	test('keeps the invented addresses of the demonstration, and empty fields', () => {
		const typed = { email: 'solene@habitants.example', postalAddress: '' };
		expect(withInventedAddresses(typed)).toEqual(typed);
	});
});
