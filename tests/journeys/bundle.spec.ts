// What the build sends to browsers.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs } from './support/acts.ts';
import { expectSaved, openText } from './support/writing.ts';

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

/** Collects the scripts that a page fetches from now on, by address. */
function watchScripts(page: Page): Map<string, Promise<Buffer>> {
	const scripts = new Map<string, Promise<Buffer>>();
	page.on('response', (response) => {
		const type = response.headers()['content-type'] ?? '';
		if (type.includes('javascript')) scripts.set(response.url(), response.body());
	});
	return scripts;
}

test('a page where one writes fetches 150 kB of scripts at most, all of them counted', async ({
	page,
	site
}) => {
	await enterAs(page, 'Solène M.');
	const scripts = watchScripts(page);
	await openText(page);
	await expectSaved(page);
	const bodies = await Promise.all(scripts.values());
	const worker = await page.request.get(`${site.url}/service-worker.js`);
	expect(worker.ok()).toBe(true);
	// In gzip, as it travels at worst; the worker, which pages do not see, once.
	const counted = [...bodies, await worker.body()];
	const kilobytes = counted.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
	expect(kilobytes).toBeGreaterThan(100);
	expect(kilobytes).toBeLessThanOrEqual(150);
	// One language, not both.
	const text = bodies.join();
	expect(text).toContain('Hors ligne, gardé sur cet appareil');
	expect(text).not.toContain('Offline, kept on this device');
});

test('pages that are read fetch no script at all', async ({ page }) => {
	const scripts = watchScripts(page);
	for (const path of ['', '/propositions', '/plan', '/contrat', '/connexion']) {
		await page.goto(`${base}${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('script')).toHaveCount(0);
	}
	await enterAs(page, 'Solène M.');
	await page.goto(`${base}/a-faire`);
	await expect(page.locator('script')).toHaveCount(0);
	expect([...scripts.keys()]).toEqual([]);
});
