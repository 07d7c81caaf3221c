import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { prepare, prepareShapes } from './prepared.ts';

const database = testDatabase();

describe('a prepared query', () => {
	it('takes its values each time, and is put together once', async () => {
		let built = 0;
		const sum = prepare<{ a: number; b: number }>()((db, slot) => {
			built += 1;
			return db.selectNoFrom(sql<number>`${slot('a')}::int + ${slot('b')}::int`.as('sumOfBoth'));
		});
		expect(await sum.find(database.db, { a: 1, b: 2 })).toEqual({ sumOfBoth: 3 });
		expect(await sum.list(database.db, { a: 20, b: 22 })).toEqual([{ sumOfBoth: 42 }]);
		expect(built).toBe(1);
	});

	it('finds nothing as null, and reads inside a transaction', async () => {
		const own = prepare<{ email: string }>()((db, slot) =>
			db.selectFrom('account').select('account.id').where('account.email', '=', slot('email'))
		);
		await database.db.transaction().execute(async (trx) => {
			const id = '01900000-0000-7000-8000-000000000001';
			const email = 'solene@exemple.fr';
			await trx.insertInto('account').values({ id, email, createdAt: new Date() }).execute();
			expect(await own.find(trx, { email })).toEqual({ id });
			expect(await own.find(trx, { email: 'odile@exemple.fr' })).toBeNull();
		});
	});

	it('has one form for each shape', async () => {
		const built: string[] = [];
		const shaped = prepareShapes<{ doubled: boolean }, { a: number }>()(
			({ doubled }) =>
				(db, slot) => {
					built.push(String(doubled));
					const factor = sql.lit(doubled ? 2 : 1);
					return db.selectNoFrom(sql<number>`${slot('a')}::int * ${factor}`.as('value'));
				}
		);
		for (const a of [1, 2]) {
			expect(await shaped({ doubled: true }).find(database.db, { a })).toEqual({ value: 2 * a });
			expect(await shaped({ doubled: false }).find(database.db, { a })).toEqual({ value: a });
		}
		expect(built).toEqual(['true', 'false']);
	});
});
