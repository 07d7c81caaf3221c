/** A process of live documents over a database of its own, people who write in it, and the reckoning at the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { migrate } from '#lib/database/migrate.ts';
import type { WatchTimes } from '#lib/database/connection-watch.ts';
import { openDatabase, type DatabaseConfig } from '#lib/database/open.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { findStored } from '#lib/document/server/document-queries.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { buildLive } from '#lib/document/server/live-text.ts';
import * as Y from 'yjs';
import { findFreePort } from '../../run/postgres.mjs';
import { createFromTemplate, dropDatabase } from '../../support/postgres-template.ts';
import { aPerson, aTerritory } from '../../support/people.ts';
import { FaultEditor, type Token } from './fault-editor.ts';
import { LiveProcess } from './live-process.ts';
import type { LiveServerConfig } from './live-server.ts';

export interface HouseOptions {
	/** A server's address; else the embedded database in a new directory. */
	url?: string;
	/** Where the process finds the database, when not at that address. */
	through?: string;
	/** When the process takes its connections for lost. */
	watch?: WatchTimes;
	documents?: number;
	people?: number;
	server?: Partial<LiveServerConfig>;
}

export interface Reckoning {
	tokens: number;
	acknowledged: number;
	lost: number;
	duplicated: number;
	wrongAuthors: number;
}

export class House {
	readonly process: LiveProcess;
	readonly documents: string[] = [];
	readonly people: string[] = [];
	readonly tokens = new Map<string, Token>();
	readonly editors: FaultEditor[] = [];
	readonly url: string;
	readonly #config: DatabaseConfig;
	readonly #cleanUp: () => Promise<void>;

	constructor(
		config: DatabaseConfig,
		server: Partial<LiveServerConfig>,
		cleanUp: () => Promise<void>,
		port: number
	) {
		this.#config = config;
		this.#cleanUp = cleanUp;
		this.process = new LiveProcess({ database: config, port, ...server });
		this.url = `ws://127.0.0.1:${port}/collab`;
	}

	/** Uses the database directly: the embedded one only while the process is down. */
	async inspect<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> {
		const database = await openDatabase(this.#config);
		try {
			return await work(database.db);
		} finally {
			await database.close();
		}
	}

	/** Somebody opens a document, the first person the first one and so on. */
	join(n: number, url = this.url): FaultEditor {
		const documentId = this.documents[n % this.documents.length] ?? '';
		const personId = this.people[n % this.people.length] ?? '';
		const editor = new FaultEditor({ url, documentId, personId, tokens: this.tokens });
		this.editors.push(editor);
		return editor;
	}

	/** Waits until everyone has the text and all is saved. */
	settled(editors: readonly FaultEditor[] = this.editors, seconds = 60): Promise<void> {
		return until(
			() => editors.every((editor) => editor.isSynced && editor.isSaved),
			seconds,
			() => {
				const states = editors.map(({ isSynced, isSaved, closes }) =>
					[isSynced, isSaved, closes.at(-1)].join()
				);
				return `${states.join(' ')}\n${this.process.said}`;
			}
		);
	}

	/** Reads the database and a cold reload, and counts what is not as it must be. */
	async reckon(): Promise<Reckoning> {
		for (const editor of this.editors) editor.leave();
		await this.process.stop();
		const reckoning = { tokens: 0, acknowledged: 0, lost: 0, duplicated: 0, wrongAuthors: 0 };
		const texts = await this.inspect(async (db) => {
			const all: string[] = [];
			for (const documentId of this.documents) {
				const stored = await findStored(db, documentId);
				if (!stored) throw new Error('a document is gone');
				// Refuses what rests on something that is not there.
				const live = buildLive(stored.parts);
				all.push(live.getText('body').toJSON());
				reckoning.wrongAuthors += this.#strangers(live, stored.clients);
				reckoning.wrongAuthors += await misnamed(db, documentId);
			}
			return all;
		});
		await this.process.start();
		const readers = this.documents.map((_, n) => this.join(n));
		await this.settled(readers);
		const reloaded = readers.map((reader) => reader.text.toJSON());
		for (const reader of readers) reader.leave();
		if (reloaded.join('\0') !== texts.join('\0')) {
			throw new Error('a cold reload reads otherwise than the database');
		}
		const all = texts.join('\n');
		for (const token of this.tokens.values()) {
			const count = all.split(token.text).length - 1;
			reckoning.tokens++;
			if (token.isSaved) reckoning.acknowledged++;
			if (count > 1) reckoning.duplicated++;
			if (count === 0 && token.isSaved && !token.isDeleted) reckoning.lost++;
		}
		return reckoning;
	}

	/** Ends everything and leaves nothing behind. */
	async close(): Promise<void> {
		for (const editor of this.editors) editor.leave();
		await this.process.kill();
		await this.#cleanUp();
	}

	/** Counts words of which a letter is given to somebody else than who typed it. */
	#strangers(live: Y.Doc, clients: ReadonlyMap<number, string>): number {
		let plain = '';
		const authors: (string | undefined)[] = [];
		for (let item = live.getText('body')._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			plain += item.content.str;
			for (let n = 0; n < item.length; n++) authors.push(clients.get(item.id.client));
		}
		return [...plain.matchAll(/‹[^›‹]*›/g)].filter(({ 0: word, index }) => {
			const token = this.tokens.get(word);
			const letters = authors.slice(index, index + word.length);
			return token && letters.some((author) => author !== token.personId);
		}).length;
	}
}

/** Opens a house; its process runs. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
	const { through, watch, documents = 2, people = 4, server = {} } = options;
	const template = inject('databaseTemplate');
	const shared = template.kind === 'postgres' ? template.url : null;
	const url = options.url ?? (shared === null ? null : await createFromTemplate(shared));
	const directory = url ? null : await mkdtemp(join(tmpdir(), 'parvis-faults-'));
	const config: DatabaseConfig = url
		? { kind: 'postgres', url, poolSize: 4 }
		: { kind: 'pglite', directory: directory ?? '' };
	const seen: DatabaseConfig = through
		? { kind: 'postgres', url: through, poolSize: 4, ...(watch && { watch }) }
		: config;
	const cleanUp = async () => {
		if (directory) await rm(directory, { recursive: true, force: true });
		else if (shared && url && !options.url) await dropDatabase(shared, url);
	};
	const house = new House(config, { ...server, database: seen }, cleanUp, await findFreePort());
	if (config.kind === 'pglite' && template.kind === 'pglite') {
		await (await openDatabase({ ...config, template: template.file })).close();
	}
	await house.inspect(async (db) => {
		await migrate(db);
		const { territoryId } = await aTerritory(db, { slug: `t-${house.url.replace(/\D/g, '')}` });
		for (let n = 0; n < people; n++) {
			house.people.push((await aPerson(db, territoryId)).personId);
		}
		const personId = house.people[0] ?? null;
		for (let n = 0; n < documents; n++) {
			house.documents.push(
				await inTransaction(db, (trx) =>
					createDocument(trx, {
						...{ territoryId, kind: 'proposal', personId, now: new Date() },
						texts: { body: 'Une navette le mardi' }
					})
				)
			);
		}
	});
	await house.process.start();
	return house;
}

/**
 * Waits until something holds.
 * @throws {Error} after so many seconds
 */
export async function until(
	holds: () => boolean | Promise<boolean>,
	seconds: number,
	say: () => string = () => ''
): Promise<void> {
	const end = Date.now() + seconds * 1000;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`it did not come about in ${seconds} s: ${say()}`);
		await pause(15);
	}
}

/** Lets so many milliseconds pass. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Makes people write, each every so many milliseconds, until it is told to stop. */
export function keepWriting(editors: readonly FaultEditor[], every = 25): () => void {
	const timers = editors.map((editor) =>
		setInterval(() => {
			// A person types on whether or not there is a connection, once they have the text.
			if (editor.text.length === 0) return;
			if (Math.random() < 0.85) editor.type();
			else editor.change(Math.random());
		}, every)
	);
	return () => timers.forEach(clearInterval);
}

/** Updates whose row bears another person than the one whose client id it bears. */
async function misnamed(db: Kysely<Database>, documentId: string): Promise<number> {
	const { count } = await db
		.selectFrom('documentUpdate')
		.innerJoin('documentClient', (join) =>
			join
				.onRef('documentClient.documentId', '=', 'documentUpdate.documentId')
				.onRef('documentClient.clientId', '=', 'documentUpdate.clientId')
		)
		.whereRef('documentClient.personId', '!=', 'documentUpdate.personId')
		.where('documentUpdate.documentId', '=', documentId)
		.select((query) => query.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}
