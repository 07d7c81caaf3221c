/** The store as one process has it: slow, sometimes away, its answers lost now and then. */
import type { StoredDocument } from '#lib/document/server/document-queries.ts';
import type { Clock, Store } from '../ports.ts';
import type { Random } from './random.ts';
import { TEXT, type SimulatedDisk } from './simulated-disk.ts';

/** Where a process dies in the writing of a batch. */
export type CrashPoint = 'before-insert' | 'after-insert' | 'after-commit' | 'before-broadcast';

export interface StoreFaults {
	/** Likelihood that a statement fails without effect. */
	refuses: number;
	/** Likelihood that a commit is made and its answer lost. */
	forgets: number;
	/** Likelihood that a commit is said to be made and is not: no database does it, the judge must see it. */
	lies: number;
	/** Longest way of a question or an answer, in milliseconds. */
	latency: number;
	/** Nothing is answered before this time. */
	pausedUntil: number;
}

export interface StoreHost {
	readonly isAlive: boolean;
	/** Armed by the plan: the next batch is the process's last. */
	crashPoint: CrashPoint | null;
	crash(): void;
	/** Dies when it has sent so many more frames. */
	crashAfterSending(frames: number): void;
}

/** Opens the store for a process; what was asked before its end may still be done after it. */
export function simulatedStore(
	disk: SimulatedDisk,
	clock: Clock,
	random: Random,
	faults: StoreFaults,
	host: StoreHost
): Store {
	function wait(): Promise<void> {
		return new Promise((resolve) => {
			const paused = Math.max(faults.pausedUntil - clock.now(), 0);
			clock.after(paused + random.between(0.1, faults.latency), resolve);
		});
	}

	/** Asks the disk, and never hears the answer once the process is dead. */
	async function ask<T>(work: () => T, isCommit = false): Promise<T> {
		if (!host.isAlive) return never();
		await wait();
		if (random.chance(faults.refuses)) {
			await wait();
			return host.isAlive ? fail('connection lost before') : never();
		}
		const answer = work();
		await wait();
		if (!host.isAlive) return never();
		return isCommit && random.chance(faults.forgets) ? fail('connection lost after') : answer;
	}

	async function load(documentId: string): Promise<StoredDocument | null> {
		const found = await ask(() => {
			const known = disk.documents.get(documentId);
			return known ? { ...known } : null;
		});
		if (!found) return null;
		const snapshot = await ask(() => disk.get(documentId).snapshots.at(-1) ?? null);
		const snapshotSeq = snapshot?.seq ?? 0;
		const rows = await ask(() => disk.get(documentId).rows.filter(({ seq }) => seq > snapshotSeq));
		const headSeq = snapshotSeq + rows.length;
		if (headSeq < found.headSeq) throw new Error('the document lacks an update');
		const clients = await ask(() => new Map(disk.get(documentId).clients));
		return {
			id: documentId,
			territoryId: 'simulated',
			kind: 'simulated',
			state: found.state,
			epoch: found.epoch,
			headSeq,
			texts: [TEXT],
			snapshotSeq,
			parts: [...(snapshot ? [snapshot.state] : []), ...rows.map(({ bytes }) => bytes)],
			clients
		};
	}

	return {
		load,
		async append(appends) {
			const point = host.crashPoint;
			host.crashPoint = null;
			if (point === 'before-insert' || point === 'after-insert') {
				// Inserted and not committed is undone by the database: both leave nothing.
				if (point === 'after-insert') await wait();
				host.crash();
				return never();
			}
			const taken = await ask(() => {
				const isLie = random.chance(faults.lies);
				const written = isLie
					? new Set(appends.map(({ documentId }) => documentId))
					: disk.append(appends);
				if (point === 'after-commit') host.crash();
				return written;
			}, true);
			if (point === 'before-broadcast') host.crashAfterSending(random.below(3));
			return taken;
		},
		updatesAfter: (documentId, seq) =>
			ask(() => disk.get(documentId).rows.filter((row) => row.seq > seq)),
		claim: (documentId, clientId, personId) =>
			ask(() => disk.claim(documentId, clientId, personId), true),
		heads: (documentIds) =>
			ask(() =>
				documentIds
					.map((id) => disk.get(id))
					.map(({ id, state, epoch, headSeq }) => ({ id, state, epoch, headSeq }))
			),
		saveSnapshot: ({ documentId, seq, epoch, state }) =>
			ask(() => disk.saveSnapshot(documentId, { seq, epoch, state }), true),
		saveRendered: (documentId, seq, rendered) =>
			ask(() => {
				for (const { plain } of rendered) disk.saveRendered(documentId, seq, plain);
			}, true),
		pendingIntents: () => ask(() => []),
		documentsWithIntents: () => ask(() => []),
		settleIntent: () => ask(() => undefined),
		knownSources: () => Promise.resolve(new Set())
	};
}

function never<T>(): Promise<T> {
	return new Promise(() => undefined);
}

function fail(message: string): never {
	throw new Error(message);
}
