import { beforeEach, describe, expect, it } from 'vitest';
import { visitor } from '#lib/access/actor.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { readDraft } from './draft-queries.ts';
import { keepDraft } from './keep-draft.ts';
import { submitDraft } from './submit-draft.ts';
import { draftSchema } from '../proposal-form.ts';
import * as v from 'valibot';

const database = testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
const DAY = 86_400_000;
let t: TestTerritory;

beforeEach(async () => {
	t = await aTerritory(database.db, { now });
});

const fields = () => ({ windowId: t.windowId, title: 'Un bus', what: 'Le jeudi.' });

function keep(
	pendingToken: string | null = null,
	at = now,
	network = 'ici',
	sharedComputer = false
) {
	return database.run((trx) =>
		keepDraft(
			{ trx, actor: visitor(t.territoryId), now: at },
			{ fields: fields(), pendingToken, sharedComputer, network }
		)
	);
}

const read = (token: string, territoryId = t.territoryId, at = now) =>
	readDraft({ db: database.db, actor: visitor(territoryId) }, token, at);

describe('a draft', () => {
	it('is kept seven days for the browser that wrote it, in its territory alone', async () => {
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		const { pendingToken } = await keep();
		expect((await read(pendingToken))?.fields).toEqual(fields());
		expect(await read(pendingToken, other.territoryId)).toBeNull();
		expect(await read(pendingToken, t.territoryId, new Date(now.getTime() + 8 * DAY))).toBeNull();
		expect(await read('autre')).toBeNull();
	});

	it('replaces the one before, under another token of its form', async () => {
		const first = await keep();
		const before = await read(first.pendingToken);
		const second = await keep(first.pendingToken);
		expect(await read(first.pendingToken)).toBeNull();
		expect((await read(second.pendingToken))?.token).not.toBe(before?.token);
	});

	it('remembers that others use the computer, however often it is written again', async () => {
		const { pendingToken } = await keep(null, now, 'ici', true);
		const again = await keep(pendingToken);
		expect(again.sharedComputer).toBe(true);
		const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
		expect(await read(again.pendingToken, t.territoryId, later(19))).not.toBeNull();
		expect(await read(again.pendingToken, t.territoryId, later(20))).toBeNull();
	});

	it('is gone once sent, and sent once however often the button is pressed', async () => {
		const { pendingToken } = await keep();
		const draft = await read(pendingToken);
		const send = () =>
			database.run((trx) =>
				submitDraft(
					{ trx, actor: visitor(t.territoryId), now },
					{
						draft: v.parse(draftSchema, draft?.fields),
						reply: { replyChannel: 'none' },
						identity: { publicName: 'Merle 27', college: 'resident' },
						token: draft?.token ?? '',
						pendingToken
					}
				)
			);
		const sent = await Promise.all([send(), send()]);
		expect(sent[0].followNumber).toBe(sent[1].followNumber);
		expect(await read(pendingToken)).toBeNull();
	});

	it('is refused once the window is closed, and after too many from one network', async () => {
		await expect(keep(null, new Date(now.getTime() + 30 * DAY))).rejects.toMatchObject({
			code: 'closed'
		});
		for (let sent = 0; sent < 60; sent += 1) await keep(null, now, 'bavard');
		await expect(keep(null, now, 'bavard')).rejects.toMatchObject({ code: 'rate_limited' });
	});
});
