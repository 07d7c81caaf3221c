// Runs once before the database tests: makes the migrated template that each file starts from.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/database/migrate.ts';
import { openPGlite } from '#lib/database/open-pglite.ts';
import { openPostgres } from '#lib/database/open-postgres.ts';
import { createEmpty, dropDatabase } from './postgres-template.ts';

export default function setUp(project: TestProject): Promise<() => Promise<void>> {
	return process.env.TEST_DATABASE === 'postgres' ? onPostgres(project) : onPGlite(project);
}

async function onPGlite(project: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'parvis-template-'));
	const file = join(folder, 'template.tar.gz');
	const database = await openPGlite({ kind: 'pglite', directory: null });
	try {
		await migrate(database.db);
		await writeFile(file, new Uint8Array(await database.dump()));
	} finally {
		await database.close();
	}
	project.provide('databaseTemplate', { kind: 'pglite', file });
	return () => rm(folder, { recursive: true, force: true });
}

async function onPostgres(project: TestProject): Promise<() => Promise<void>> {
	const server = process.env.TEST_DATABASE_URL;
	if (!server) throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL');
	const url = await createEmpty(server);
	const database = await openPostgres({ kind: 'postgres', url, poolSize: 2 });
	try {
		await migrate(database.db);
	} finally {
		await database.close();
	}
	project.provide('databaseTemplate', { kind: 'postgres', url });
	return () => dropDatabase(server, url);
}
