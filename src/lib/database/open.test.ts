import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { newId } from './ids.ts';
import { inTransaction, readNow } from './transaction.ts';

const database = testDatabase();

async function one<T>(query: { execute(db: typeof database.db): Promise<{ rows: T[] }> }) {
	const { rows } = await query.execute(database.db);
	return rows[0];
}

function addAccount(email: string) {
	return database.db
		.insertInto('account')
		.values({ id: newId(), email, createdAt: new Date('2026-03-01T10:00:00Z') })
		.execute();
}

async function countAccounts(): Promise<number> {
	const row = await database.db
		.selectFrom('account')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return row.count;
}

describe('both engines answer alike', () => {
	test('a 64-bit integer is a number, and one too large to be exact is refused', async () => {
		expect(await one(sql`select 42::int8 as value`)).toEqual({ value: 42 });
		await expect(one(sql`select 9007199254740993::int8 as value`)).rejects.toThrow(/64-bit/);
	});

	test('a plain day stays a text, an instant is a Date', async () => {
		expect(await one(sql`select '2026-03-29'::date as day`)).toEqual({ day: '2026-03-29' });
		expect(await one(sql`select '2026-03-29T10:00:00Z'::timestamptz as at`)).toEqual({
			at: new Date('2026-03-29T10:00:00Z')
		});
	});

	test('undefined is null', async () => {
		expect(await one(sql`select ${undefined}::text as value`)).toEqual({ value: null });
	});

	test.each([
		['an object', { answers: { firstOne: true }, list: [1, 'two'] }],
		['a list of objects', [{ a: 1 }, { b: 2 }]],
		['an empty list', []]
	])('JSON passes through: %s', async (_name, value) => {
		expect(await one(sql`select ${value}::jsonb as value`)).toEqual({ value });
		expect(await one(sql`select ${JSON.stringify(value)}::jsonb as value`)).toEqual({ value });
	});

	test('lists of texts and of identifiers pass through', async () => {
		const ids = [newId(), newId()];
		expect(await one(sql`select ${ids}::uuid[] as value`)).toEqual({ value: ids });
		expect(await one(sql`select 'b' = any(${['a', 'b']}::text[]) as value`)).toEqual({
			value: true
		});
	});

	test('bytes pass through', async () => {
		const row = await one(
			sql<{ value: Uint8Array }>`select ${new Uint8Array([0, 255])}::bytea as value`
		);
		expect(row?.value).toEqual(new Uint8Array([0, 255]));
	});

	test('the extensions are there', async () => {
		expect(await one(sql`select unaccent('é') as value`)).toEqual({ value: 'e' });
		expect(await one(sql`select similarity('santé', 'sante') > 0 as value`)).toEqual({
			value: true
		});
	});

	test('a broken constraint gives its name and code, never the value', async () => {
		await addAccount('claire@example.org');
		const refusal = await addAccount('claire@example.org').catch((error: unknown) => error);
		expect(refusal).toMatchObject({ code: '23505' });
		expect(String(refusal)).not.toContain('claire');
	});
});

describe('a transaction', () => {
	test('keeps everything, or nothing when it throws', async () => {
		await database.run((trx) =>
			trx
				.insertInto('account')
				.values({ id: newId(), email: 'a@example.org', createdAt: new Date() })
				.execute()
		);
		await expect(
			database.run(async (trx) => {
				await trx
					.insertInto('account')
					.values({ id: newId(), email: 'b@example.org', createdAt: new Date() })
					.execute();
				throw new Error('changed my mind');
			})
		).rejects.toThrow('changed my mind');
		expect(await countAccounts()).toBe(1);
	});

	test('refuses db inside, at once instead of waiting for ever', async () => {
		await expect(database.run(() => countAccounts())).rejects.toThrow(/pass trx/);
		await expect(database.run(() => database.run(async () => 1))).rejects.toThrow(/pass trx/);
		expect(await countAccounts()).toBe(0);
	});

	test('lets db be used again by what it left running', async () => {
		const later = await database.run(async () => {
			const end = Promise.withResolvers<void>();
			return { end, count: end.promise.then(() => countAccounts()) };
		});
		later.end.resolve();
		expect(await later.count).toBe(0);
	});

	test('others wait for it and then see what it kept', async () => {
		const begun = Promise.withResolvers<void>();
		const goOn = Promise.withResolvers<void>();
		const writing = inTransaction(database.db, async (trx) => {
			await trx
				.insertInto('account')
				.values({ id: newId(), email: 'c@example.org', createdAt: new Date() })
				.execute();
			begun.resolve();
			await goOn.promise;
		});
		await begun.promise;
		const counting = countAccounts();
		goOn.resolve();
		await writing;
		expect(await counting).toBeGreaterThanOrEqual(database.kind === 'pglite' ? 1 : 0);
		expect(await countAccounts()).toBe(1);
	});

	test('is not kept in silence as nothing when a failed statement was swallowed', async () => {
		await expect(
			database.run(async (trx) => {
				await sql`select 1 / 0`.execute(trx).catch(() => {});
			})
		).rejects.toThrow(/nothing of it can be kept/);
	});

	test('tells the time at which it began', async () => {
		const [first, second] = await database.run(async (trx) => [
			await readNow(trx),
			await readNow(trx)
		]);
		expect(first).toEqual(second);
		expect(Math.abs(Date.now() - Number(first))).toBeLessThan(60_000);
	});
});

test('notifications arrive after the commit, and not when it is undone', async () => {
	const received: string[] = [];
	const stop = await database.open.listen('rights', (payload) => received.push(payload));
	await database
		.run(async (trx) => {
			await sql`select pg_notify('rights', 'undone')`.execute(trx);
			throw new Error('undo');
		})
		.catch(() => {});
	await database.run((trx) => sql`select pg_notify('rights', 'kept')`.execute(trx));
	await expect.poll(() => received).toEqual(['kept']);
	await stop();
});

test('two who listen to one channel both hear, each until it stops', async () => {
	const [one, other]: [string[], string[]] = [[], []];
	const stops = [
		await database.open.listen('shared', (payload) => one.push(payload)),
		await database.open.listen('shared', (payload) => other.push(payload))
	];
	await database.open.notify('shared', 'first');
	await expect.poll(() => [one, other]).toEqual([['first'], ['first']]);
	await stops[0]?.();
	await database.open.notify('shared', 'second');
	await expect.poll(() => other).toEqual(['first', 'second']);
	expect(one).toEqual(['first']);
	await stops[1]?.();
});

test('nothing of one test is left for the next', async () => {
	await addAccount('left@example.org');
	await database.empty();
	expect(await countAccounts()).toBe(0);
});

test('scripts and single statements run for pg-boss', async () => {
	await database.open.executeSql(
		'begin; create table script (n int); insert into script values (1), (2); commit;'
	);
	const { rows } = await database.open.executeSql('select n from script where n > $1', [1]);
	expect(rows).toEqual([{ n: 2 }]);
	await database.open.executeSql('drop table script');
});

test('a script gives the rows of all its statements, and leaves no transaction open when it fails', async () => {
	const script =
		"begin; select 'one' as n; update account set email = email; select 'two' as n; commit";
	expect((await database.open.executeSql(script, [])).rows).toEqual([{ n: 'one' }, { n: 'two' }]);
	await expect(
		database.open.executeSql('begin; select 1; select broken; commit', [])
	).rejects.toThrow();
	await addAccount('apres@essai.example');
	expect(await countAccounts()).toBe(1);
});
