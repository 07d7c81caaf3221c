import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitor } from '#lib/access/actor.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { makeFollowNumber } from '../follow-number.ts';
import { followProposal, WRONG_NUMBERS } from './follow-proposal.ts';
import { findSent } from './sent-queries.ts';
import { submitProposal, type SubmitProposal } from './submit-proposal.ts';

const database = testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
let t: TestTerritory;

beforeEach(async () => {
	t = await aTerritory(database.db, { now });
});

function send(changes: Partial<SubmitProposal> = {}) {
	return database.run((trx) =>
		submitProposal(
			{ trx, actor: visitor(t.territoryId), now },
			{
				draft: {
					windowId: t.windowId,
					title: 'Un bus le jeudi',
					what: 'Un minibus relie les villages.',
					forWhom: '',
					location: '',
					communeId: null,
					axisId: null,
					themeIds: [],
					testimony: false
				},
				reply: { replyChannel: 'none' },
				identity: { publicName: 'Ginette', college: 'resident' },
				token: randomUUID(),
				...changes
			}
		)
	);
}

describe('thanks', () => {
	const thank = (token: string, territoryId = t.territoryId, at = now) =>
		findSent({ db: database.db, actor: visitor(territoryId) }, token, at);

	it('are said for what the form of this browser sent, as it stands in the database', async () => {
		const token = randomUUID();
		const { followNumber, proposalId } = await send({ token });
		const said = { followNumber, proposalId, published: false, answered: false };
		expect(await thank(token)).toEqual(said);
		const letter = randomUUID();
		await send({
			token: letter,
			reply: { replyChannel: 'letter', postalAddress: '1 rue du Four, 12000 Lestrac' }
		});
		expect(await thank(letter)).toMatchObject({ answered: true });
	});

	it('are said for an hour, in its territory, and for no other token', async () => {
		const token = randomUUID();
		const { proposalId } = await send({ token });
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		expect(await thank(token, other.territoryId)).toBeNull();
		expect(await thank(proposalId)).toBeNull();
		expect(await thank(randomUUID())).toBeNull();
		const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
		expect(await thank(token, t.territoryId, later(59))).not.toBeNull();
		expect(await thank(token, t.territoryId, later(60))).toBeNull();
	});
});

describe('numbers asked for from one network', () => {
	const ask = (number: string, network = 'mairie', seconds = 0) =>
		database.run((trx) =>
			followProposal(
				{ trx, actor: visitor(t.territoryId), now: new Date(now.getTime() + seconds * 1000) },
				{ number, network }
			)
		);
	/** Well formed, and nobody’s. */
	const guess = (index: number) => makeFollowNumber('PE', new Uint8Array(14).fill(index % 256));

	it('are answered without end when they are right, as in a town hall on market day', async () => {
		const { followNumber } = await send();
		for (let asked = 0; asked < WRONG_NUMBERS.capacity + 5; asked += 1) {
			expect(await ask(followNumber)).toHaveProperty('followed');
		}
	});

	it('may be mistyped without end: the check character tells, nothing is looked up', async () => {
		const { followNumber } = await send();
		for (let asked = 0; asked < WRONG_NUMBERS.capacity + 5; asked += 1) {
			expect(await ask('PE-0000')).toEqual({ refusal: 'proposal.number_malformed' });
		}
		expect(await ask(followNumber)).toHaveProperty('followed');
	});

	it('are no longer looked up once too many were guessed, right ones neither', async () => {
		const { followNumber } = await send();
		for (let asked = 0; asked < WRONG_NUMBERS.capacity; asked += 1) {
			expect(await ask(guess(asked))).toEqual({ refusal: 'proposal.number_unknown' });
		}
		await expect(ask(followNumber)).rejects.toMatchObject({ code: 'rate_limited' });
		expect(await ask(followNumber, 'ailleurs')).toHaveProperty('followed');
		const wait = 60 / WRONG_NUMBERS.perMinute;
		expect(await ask(followNumber, 'mairie', wait)).toHaveProperty('followed');
	});

	it('count as guesses also when many are tried at once', async () => {
		const tried = await Promise.allSettled(
			Array.from({ length: WRONG_NUMBERS.capacity + 10 }, (_, index) => ask(guess(index)))
		);
		const refused = tried.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(10);
	});
});
