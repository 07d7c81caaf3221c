/** The process's parts, opened once: database, demonstration, jobs, live documents. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Kysely } from 'kysely';
import { migrate } from '#lib/database/migrate.ts';
import { openDatabase, type OpenDatabase } from '#lib/database/open.ts';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import { logMoment } from '#lib/log.ts';
import { announce } from './announce.ts';
import type { Collaboration } from './collaboration/collaboration.ts';
import { loadDemonstration } from './demo/load.ts';
import { resetEveryNight } from './demo/reset.ts';
import { startJobs, type Jobs } from './jobs/start-jobs.ts';
import { openLiveDocuments } from './live-documents.ts';

export interface Application {
	open: OpenDatabase;
	db: Kysely<Database>;
	collaboration: Collaboration;
	jobs: Jobs;
	/** Ends what waits for the night. */
	stopNights: () => void;
}

interface Published {
	ready: Promise<Application>;
	upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Answers what comes under `/collab/` without an upgrade. */
	request: (request: IncomingMessage, response: ServerResponse) => void;
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

export interface ApplicationOptions {
	/** Off for load tests alone: no measure of frames a second, nor of sockets an account. No setting does this. */
	liveLimits?: boolean;
}

/** Opens everything, once per process: development re-evaluates modules, the database stays open. */
export async function startApplication(options: ApplicationOptions = {}): Promise<void> {
	globalThis.__parvis ??= publish(openApplication(options));
	await globalThis.__parvis.ready;
}

async function openApplication({ liveLimits = true }: ApplicationOptions): Promise<Application> {
	const env = environment();
	const open = await openDatabase(env.database);
	try {
		const { db } = open;
		const migrated = await migrate(db);
		if (migrated.length > 0) logMoment('migrated', { migrations: migrated.length });
		if (env.demo !== 'off' && (await loadDemonstration({ db, now: new Date() }))) {
			logMoment('demonstration-loaded');
		}
		const jobs = await startJobs({ open, env });
		const collaboration = await openLiveDocuments(open, { limits: liveLimits });
		const stopNights = env.demo === 'public' ? resetEveryNight(db, collaboration) : () => {};
		globalThis.__parvisApplication = { open, db, collaboration, jobs, stopNights };
		return globalThis.__parvisApplication;
	} catch (error) {
		await open.close();
		throw error;
	}
}

function publish(ready: Promise<Application>): Published {
	return {
		ready,
		upgrade: (request, socket, head) => application().collaboration.upgrade(request, socket, head),
		request: (request, response) => void application().collaboration.request(request, response),
		async closeSockets() {
			const opened = await ready.catch(() => null);
			await opened?.collaboration.shutdown();
		},
		async shutdown() {
			const opened = await ready.catch(() => null);
			if (!opened) return;
			opened.stopNights();
			await opened.collaboration.shutdown();
			await opened.jobs.stop();
			await opened.open.close();
		},
		announce: async () => announce((await ready).db)
	};
}
