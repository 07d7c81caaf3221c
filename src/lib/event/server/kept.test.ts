import {
	Kysely,
	PostgresAdapter,
	DummyDriver,
	PostgresIntrospector,
	PostgresQueryCompiler
} from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { Kept, editionOf } from './kept.ts';

const now = new Date('2026-03-02T10:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

function someDatabase(): Kysely<Database> {
	return new Kysely<Database>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new DummyDriver(),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createQueryCompiler: () => new PostgresQueryCompiler()
		}
	});
}

describe('the edition of a territory', () => {
	it('changes with each event', () => {
		const at = ago(10_000);
		expect(editionOf({ id: 'a', at }, now)).not.toBe(editionOf({ id: 'b', at }, now));
		expect(editionOf({ id: 'a', at }, now)).toBe(editionOf({ id: 'a', at }, now));
	});

	it('is none while an earlier event may still be on its way, or is of another clock', () => {
		expect(editionOf(null, now)).toBeNull();
		expect(editionOf({ id: 'a', at: ago(100) }, now)).toBeNull();
		expect(editionOf({ id: 'a', at: ago(-3_600_000) }, now)).toBeNull();
	});

	it('does not last for ever', () => {
		const latest = { id: 'a', at: ago(3_600_000) };
		expect(editionOf(latest, now)).not.toBe(editionOf(latest, ago(-61_000)));
	});
});

describe('a kept value', () => {
	it('is found once for an edition, a name and a database', async () => {
		const kept = new Kept<number>();
		let found = 0;
		const find = () => Promise.resolve((found += 1));
		const db = someDatabase();
		expect(await kept.get({ db, edition: 'one' }, 'x', find)).toBe(1);
		expect(await kept.get({ db, edition: 'one' }, 'x', find)).toBe(1);
		expect(await kept.get({ db, edition: 'one' }, 'y', find)).toBe(2);
		expect(await kept.get({ db, edition: 'two' }, 'x', find)).toBe(3);
		expect(await kept.get({ db: someDatabase(), edition: 'two' }, 'x', find)).toBe(4);
	});

	it('is found each time without an edition', async () => {
		const kept = new Kept<number>();
		let found = 0;
		const find = () => Promise.resolve((found += 1));
		const db = someDatabase();
		await kept.get({ db }, 'x', find);
		expect(await kept.get({ db, edition: null }, 'x', find)).toBe(2);
	});

	it('is not the failure of an earlier reader', async () => {
		const kept = new Kept<number>();
		const db = someDatabase();
		const context = { db, edition: 'one' };
		await expect(kept.get(context, 'x', () => Promise.reject(new Error('gone')))).rejects.toThrow(
			'gone'
		);
		expect(await kept.get(context, 'x', () => Promise.resolve(7))).toBe(7);
	});

	it('gives way to newer ones rather than growing without end', async () => {
		const kept = new Kept<number>();
		const db = someDatabase();
		const context = { db, edition: 'one' };
		for (let name = 0; name <= 500; name++) {
			await kept.get(context, String(name), () => Promise.resolve(name));
		}
		expect(await kept.get(context, '0', () => Promise.resolve(-1))).toBe(-1);
		expect(await kept.get(context, '500', () => Promise.resolve(-1))).toBe(500);
	});
});
