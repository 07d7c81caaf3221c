import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopback, readEnvironment } from './env.ts';

function refusal(variables: Record<string, string>): string {
	try {
		readEnvironment(variables);
	} catch (error) {
		return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	}
	return 'accepted';
}

describe('the environment', () => {
	test('needs nothing: a demonstration for this machine alone', () => {
		expect(readEnvironment({})).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: 'http://127.0.0.1:3000',
			isOriginGiven: false,
			dataDir: resolve('data'),
			database: { kind: 'pglite', directory: resolve('data') },
			demo: 'local',
			smtpUrl: null,
			mailFrom: 'Parvis <ne-pas-repondre@127.0.0.1>',
			trustedProxies: 0,
			logLevel: 'info'
		});
	});

	test('takes what is written', () => {
		expect(
			readEnvironment({
				HOST: '0.0.0.0',
				PORT: '8080',
				ORIGIN: 'https://parvis.example.fr/',
				DATABASE_URL: 'postgresql://parvis@localhost/parvis',
				DEMO: '0',
				SMTP_URL: 'smtps://mail.example.fr',
				MAIL_FROM: 'parvis@example.fr',
				TRUST_PROXY: '1',
				LOG_LEVEL: 'warn'
			})
		).toMatchObject({
			origin: 'https://parvis.example.fr',
			isOriginGiven: true,
			database: { kind: 'postgres', url: 'postgresql://parvis@localhost/parvis' },
			demo: 'off',
			trustedProxies: 1
		});
	});

	test('takes an empty value for one that is not there', () => {
		expect(readEnvironment({ PORT: '', ORIGIN: ' ', DATABASE_URL: '' })).toMatchObject({
			port: 3000,
			database: { kind: 'pglite' }
		});
	});

	test('gives browsers an address they can reach when it listens everywhere', () => {
		expect(readEnvironment({ HOST: '0.0.0.0' }).origin).toBe('http://localhost:3000');
		expect(readEnvironment({ HOST: '::1', PORT: '4000' }).origin).toBe('http://[::1]:4000');
	});

	test('says everything that is wrong at once', () => {
		const said = refusal({
			PORT: 'http',
			HOST: 'a:b',
			ORIGIN: 'parvis.example.fr',
			DATABASE_URL: 'mysql://localhost',
			DEMO: 'oui',
			SMTP_URL: 'mail.example.fr',
			MAIL_FROM: 'Parvis',
			TRUST_PROXY: 'true',
			LOG_LEVEL: 'verbose',
			PARVIS_PORT: '1'
		});
		expect(said).toMatch(/^StartError: Parvis ne peut pas démarrer, 10 réglages sont à corriger/);
		expect(said.split('\n')).toHaveLength(11);
		expect(said).toContain('PARVIS_PORT n’existe pas');
	});

	test('says one thing in one sentence', () => {
		expect(refusal({ PORT: '70000' })).toBe(
			'StartError: PORT doit être un nombre entre 1 et 65535\u202f; reçu\u00a0: «\u00a070000\u00a0».'
		);
	});

	test.each(['https://a.fr/chemin', 'https://a.fr/?q', 'ftp://a.fr', 'https://moi@a.fr'])(
		'refuses %s as an origin',
		(origin) => {
			expect(refusal({ ORIGIN: origin })).toContain('ORIGIN doit être');
		}
	);

	test('never repeats an address that may hold a password', () => {
		const said = refusal({ DATABASE_URL: 'mysql://a:hunter2@b', SMTP_URL: 'http://a:hunter2@b' });
		expect(said).toContain('2 réglages');
		expect(said).not.toContain('hunter2');
	});

	test('answers any value with a setting or a sentence', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (PORT, HOST, ORIGIN) => {
				const said = refusal({ PORT, HOST, ORIGIN });
				expect(said === 'accepted' || said.startsWith('StartError: ')).toBe(true);
			})
		);
	});
});

test.each([
	['localhost', true],
	['127.0.0.1', true],
	['127.1.2.3', true],
	['[::1]', true],
	['0.0.0.0', false],
	['127.0.0.1.example.org', false]
])('only this machine reaches %s: %s', (host, expected) => {
	expect(isLoopback(host)).toBe(expected);
});
