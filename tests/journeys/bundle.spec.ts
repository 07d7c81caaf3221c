// What the build sends to browsers.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const build = join(import.meta.dirname, '..', '..', 'build');

// Words that the server's code holds: its environment, its transactions, its SQL.
const canaries = [
	'réglages sont à corriger',
	'the database did not tell the time',
	'this connection was not given out by the guarded driver'
];

function readScripts(folder: string): string {
	return readdirSync(join(build, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => readFileSync(join(build, folder, name), 'utf8'))
		.join('\n');
}

test('no server code is in what browsers load', () => {
	const server = readScripts('server');
	const client = readScripts('client');
	for (const canary of canaries) {
		expect(server).toContain(canary);
		expect(client).not.toContain(canary);
	}
	expect(client).not.toMatch(/\bPGlite|pg_advisory|\binsert into\b/i);
});
