/** The process's parts, opened once: database, demonstration, jobs, live documents. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Kysely } from 'kysely';
import { openDatabase, type OpenDatabase } from '#lib/database/open.ts';
import { migrate } from '#lib/database/migrate.ts';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';

export interface Application {
	open: OpenDatabase;
	db: Kysely<Database>;
}

interface Published {
	ready: Promise<Application>;
	upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	closeSockets: () => Promise<void>;
	shutdown: () => Promise<void>;
	announce: () => Promise<void>;
}

declare global {
	/** What the process's entry passes connections to, and what survives a re-evaluated module. */
	var __parvis: Published | undefined;
	var __parvisApplication: Application | undefined;
}

/**
 * The open application.
 * @throws {Error} before `startApplication` has settled
 */
export function application(): Application {
	if (!globalThis.__parvisApplication) throw new Error('the application is not open yet');
	return globalThis.__parvisApplication;
}

/** Opens everything, once per process: development re-evaluates modules, the database stays open. */
export async function startApplication(): Promise<void> {
	globalThis.__parvis ??= publish(openApplication());
	await globalThis.__parvis.ready;
}

async function openApplication(): Promise<Application> {
	const open = await openDatabase(environment().database);
	await migrate(open.db);
	const opened = { open, db: open.db };
	globalThis.__parvisApplication = opened;
	return opened;
}

function publish(ready: Promise<Application>): Published {
	return {
		ready,
		upgrade: (_request, socket) => socket.destroy(),
		closeSockets: async () => {},
		async shutdown() {
			const opened = await ready.catch(() => null);
			await opened?.open.close();
		},
		announce: async () => {}
	};
}
