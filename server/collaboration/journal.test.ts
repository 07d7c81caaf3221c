import { expect, test } from 'vitest';
import type { DocumentAppend } from '#lib/document/server/append-updates.ts';
import { Journal, type Entry, type Writer } from './journal.ts';
import type { Log, Store } from './ports.ts';
import { systemClock } from './system-clock.ts';

const entry = (): Entry => ({
	personId: null,
	clientId: null,
	clockFrom: null,
	clockTo: null,
	bytes: new Uint8Array([1])
});

class FakeWriter implements Writer {
	readonly documentId: string;
	readonly epoch = 1;
	headSeq = 0;
	readonly audience = 1;
	isFenced = false;
	constructor(documentId: string) {
		this.documentId = documentId;
	}
	committed(entries: readonly Entry[]): void {
		this.headSeq += entries.length;
	}
	fenced(): void {
		this.isFenced = true;
	}
}

function aJournal(append: (appends: readonly DocumentAppend[]) => Promise<Set<string>>) {
	const none = () => Promise.reject(new Error('not asked here'));
	const store: Store = {
		append,
		updatesAfter: () => Promise.resolve([]),
		load: none,
		claim: none,
		heads: none,
		saveSnapshot: none,
		saveRendered: none,
		pendingIntents: none,
		documentsWithIntents: none,
		settleIntent: none,
		knownSources: none
	};
	const log: Log = { moment: () => undefined, failure: () => undefined };
	return new Journal(store, systemClock, log);
}

const all = (appends: readonly DocumentAppend[]) =>
	new Set(appends.map((append) => append.documentId));

test('what comes in one turn, of all documents, is one statement', async () => {
	const calls: number[] = [];
	const journal = aJournal((appends) => {
		calls.push(appends.reduce((sum, append) => sum + append.updates.length, 0));
		return Promise.resolve(all(appends));
	});
	const writers = [new FakeWriter('a'), new FakeWriter('b')];
	for (const writer of writers) for (let n = 0; n < 5; n++) journal.add(writer, entry());
	await journal.idle();
	expect(calls).toEqual([10]);
	expect(writers.map((writer) => writer.headSeq)).toEqual([5, 5]);
});

test('while one statement is under way the next gathers, in order', async () => {
	const heads: number[] = [];
	const journal = aJournal(async (appends) => {
		heads.push(appends[0]?.headSeq ?? -1);
		await new Promise((resolve) => setTimeout(resolve, 10));
		return all(appends);
	});
	const writer = new FakeWriter('a');
	const saved: number[] = [];
	for (let n = 0; n < 20; n++) {
		journal.add(writer, { ...entry(), saved: () => saved.push(n) });
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	await journal.idle();
	expect(saved).toEqual([...Array(20).keys()]);
	expect(heads.length).toBeLessThan(10);
	expect(heads).toEqual([...heads].sort((a, b) => a - b));
});

test('an update the database will never take does not hold up the other documents', async () => {
	const journal = aJournal((appends) =>
		appends.some((append) => append.documentId === 'bad')
			? Promise.reject(Object.assign(new Error('refused'), { code: '23503' }))
			: Promise.resolve(all(appends))
	);
	const [good, bad] = [new FakeWriter('good'), new FakeWriter('bad')];
	journal.add(bad, entry());
	journal.add(good, entry());
	await journal.idle();
	expect(good).toMatchObject({ headSeq: 1, isFenced: false });
	expect(bad).toMatchObject({ headSeq: 0, isFenced: true });
});

test('a database that is away is tried again until it is back, and too much is not taken meanwhile', async () => {
	let failures = 2;
	const journal = aJournal((appends) =>
		failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve(all(appends))
	);
	const writer = new FakeWriter('a');
	journal.add(writer, { ...entry(), bytes: new Uint8Array(33 * 1024 * 1024) });
	expect(journal.isFull).toBe(true);
	await journal.idle();
	expect(journal.isFull).toBe(false);
	expect(writer.headSeq).toBe(1);
});
