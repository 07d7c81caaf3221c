// Starting and stopping the built site, as its operator sees it.
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/journey.ts';
import { failToStart, findFreePort, startServer } from '../support/server.ts';

test('every wrong setting is named, and nothing starts', async () => {
	const { code, said } = await failToStart({
		variables: { DEMO: 'peut-être', ORIGIN: 'parvis', PARVIS_DEMO: '1' }
	});
	expect(code).toBe(1);
	expect(said).toContain('3 réglages sont à corriger');
	expect(said.trim().split('\n')).toHaveLength(4);
});

test('a busy port is one sentence', async () => {
	const port = await findFreePort();
	const other = createServer().listen(port, '127.0.0.1');
	await once(other, 'listening');
	const { code, said } = await failToStart({ variables: { PORT: String(port) } });
	other.close();
	expect(code).toBe(1);
	expect(said).toContain(`Le port ${port} est déjà pris`);
	expect(said.trim().split('\n')).toHaveLength(1);
});

test('an unreachable PostgreSQL is one sentence, without its password', async () => {
	const port = await findFreePort();
	const { code, said } = await failToStart({
		variables: { DATABASE_URL: `postgres://parvis:hunter2@127.0.0.1:${port}/parvis` }
	});
	expect(code).toBe(1);
	expect(said).toContain(`127.0.0.1:${port}/parvis ne répond pas`);
	expect(said).not.toContain('hunter2');
	expect(said.trim().split('\n')).toHaveLength(1);
});

test('a data directory serves one process, in private, and is found again later', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'parvis-data-'));
	const first = await startServer({ dataDir });
	const { code, said } = await failToStart({ dataDir });
	expect(code).toBe(1);
	expect(said).toContain(`déjà utilisé par un autre Parvis (processus ${first.pid})`);
	expect(said.trim().split('\n')).toHaveLength(1);
	expect((await stat(dataDir)).mode & 0o777).toBe(0o700);

	await first.kill();
	const second = await startServer({ dataDir });
	expect(await second.stop()).toBe(0);
	await rm(dataDir, { recursive: true, force: true });
});

test('another name of this machine leads to the one whose forms are accepted', async ({ site }) => {
	const answer = await fetch(`http://localhost:${site.port}/?q=1`, { redirect: 'manual' });
	expect(answer.status).toBe(307);
	expect(answer.headers.get('location')).toBe(`${site.url}/?q=1`);
	expect((await fetch(`http://localhost:${site.port}/healthz`)).status).toBe(200);
	const refused = await fetch(`${site.url}/`, {
		method: 'POST',
		headers: { origin: 'https://ailleurs.example', 'content-type': 'text/plain' },
		body: 'x'
	});
	expect(refused.status).toBe(403);
});

test('files bear the same protections as pages', async ({ site }) => {
	const page = await (await fetch(site.url)).text();
	const [path] = /\/_app\/immutable\/[^"']+\.css/.exec(page) ?? [];
	expect(path).toBeDefined();
	const file = await fetch(`${site.url}${path}`);
	expect(file.status).toBe(200);
	expect(file.headers.get('x-content-type-options')).toBe('nosniff');
	expect(file.headers.get('cache-control')).toContain('immutable');
});
