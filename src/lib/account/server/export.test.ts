import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { listOwnContributionsExport } from './export-contribution-queries.ts';
import { getOwnAccountExport, listOwnPersonsExport } from './export-queries.ts';
import { createSession } from './session.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
type Person = Actor & { personId: string; accountId: string };
let t: TestTerritory;
let me: Person;
let other: Person;

beforeEach(async () => {
	t = await aTerritory(fixture.db, { now });
	me = await aPerson(fixture.db, t.territoryId, { publicName: 'Moi' });
	other = await aPerson(fixture.db, t.territoryId, { publicName: 'Quelqu’un' });
});

async function everything(accountId: string) {
	return {
		account: await getOwnAccountExport(fixture.db, accountId),
		persons: await listOwnPersonsExport(fixture.db, accountId),
		contributions: await listOwnContributionsExport(fixture.db, accountId)
	};
}

/** One row of everything that somebody may leave behind, each with words of theirs. */
async function leaveTraces(person: Person, number: number, words: string): Promise<string> {
	const { db } = fixture;
	const { territoryId, contractId } = t;
	const proposalId = newId();
	const pollId = newId();
	await db
		.insertInto('proposal')
		.values({
			...{ id: proposalId, territoryId, contractId, number, title: `Titre ${words}` },
			...{ state: 'RETAINED', channel: 'online', fairOrder: 0.5 },
			...{ submittedAt: now, publishedAt: now, updatedAt: now }
		})
		.execute();
	await db.insertInto('proposalAuthor').values({ proposalId, personId: person.personId }).execute();
	await db
		.insertInto('proposalSubmission')
		.values({ proposalId, what: `Voici ${words}`, forWhom: `Pour ${words}`, location: '' })
		.execute();
	await db.insertInto('proposalTheme').values({ proposalId, themeId: t.themeId }).execute();
	await db
		.insertInto('proposalReply')
		.values({
			...{ proposalId, followNumber: `N-${number}`, channel: 'letter', consent: 'form' },
			...{ postalAddress: `Rue ${words}`, consentedAt: now }
		})
		.execute();
	await db
		.insertInto('moderationDecision')
		.values({
			...{ id: newId(), territoryId, proposalId, decision: 'returned', at: now },
			reason: `À revoir ${words}`
		})
		.execute();
	await db
		.insertInto('answer')
		.values({
			...{ id: newId(), territoryId, proposalId, outcome: 'retained', text: `Oui ${words}` },
			...{
				state: 'published',
				preparedAt: now,
				publishedAt: now,
				decidedOn: '2026-11-20',
				reasons: words
			},
			decidedByBodyId: t.steeringCommitteeId
		})
		.execute();
	await db
		.insertInto('delivery')
		.values({
			...{ id: newId(), territoryId, proposalId, kind: 'answer', channel: 'letter' },
			...{ state: 'to_print', createdAt: now }
		})
		.execute();
	await db
		.insertInto('comment')
		.values({
			...{ id: newId(), territoryId, proposalId, personId: person.personId },
			...{ body: `Je commente ${words}`, state: 'published', createdAt: now }
		})
		.execute();
	await db
		.insertInto('support')
		.values({ proposalId, personId: person.personId, at: now })
		.execute();
	await db
		.insertInto('report')
		.values({
			...{ id: newId(), territoryId, subjectKind: 'proposal', subjectId: proposalId },
			...{ reason: 'insult', explanation: `Je signale ${words}`, createdAt: now },
			personId: person.personId
		})
		.execute();
	await db
		.insertInto('poll')
		.values({
			...{ id: pollId, territoryId, contractId, title: `Avis ${words}`, question: 'Oui ?' },
			...{ method: 'approval', opensAt: now, closesAt: new Date('2026-12-01'), createdAt: now }
		})
		.execute();
	await db
		.insertInto('pollRoll')
		.values({ pollId, personId: person.personId, college: 'resident' })
		.execute();
	await db
		.insertInto('membership')
		.values({
			...{ id: newId(), bodyId: t.workingGroupId, personId: person.personId, state: 'active' },
			...{ organisationId: t.organisationId, motivation: `Envie ${words}`, askedAt: now }
		})
		.execute();
	await db
		.insertInto('appointment')
		.values({ territoryId, personId: person.personId, role: 'clerk', appointedAt: now })
		.execute();
	await db
		.insertInto('invitation')
		.values({
			...{ id: newId(), territoryId, bodyId: t.workingGroupId, role: `lead-${words}` },
			...{ email: `${person.accountId}@essai.example`, tokenHash: words },
			...{ createdAt: now, expiresAt: now }
		})
		.execute();
	await db
		.insertInto('event')
		.values({
			...{ id: newId(), territoryId, personId: person.personId, verb: `did-${words}` },
			...{ subjectKind: 'proposal', subjectId: proposalId, at: now }
		})
		.execute();
	return proposalId;
}

test('the export holds every word of its owner, and nothing of anybody else', async () => {
	await leaveTraces(me, 1, 'tilleul');
	await leaveTraces(other, 2, 'baobab');
	const token = await createSession(fixture.db, {
		...{ accountId: me.accountId, sharedComputer: false, deviceLabel: 'Firefox', now }
	});
	const { account, persons, contributions } = await everything(me.accountId);
	expect(account).toMatchObject({
		devices: [{ deviceLabel: 'Firefox' }],
		invitations: [{ group: 'Groupe Accès aux soins', role: 'lead-tilleul' }]
	});
	expect(persons).toMatchObject([
		{
			publicName: 'Moi',
			roles: [{ role: 'clerk' }],
			groups: [{ motivation: 'Envie tilleul', organisation: 'Communauté de communes d’essai' }],
			acts: [{ verb: 'did-tilleul' }]
		}
	]);
	expect(contributions).toMatchObject([
		{
			proposals: [
				{
					number: 1,
					title: 'Titre tilleul',
					what: 'Voici tilleul',
					forWhom: 'Pour tilleul',
					themes: [{ label: 'Transport' }],
					answerTo: [{ postalAddress: 'Rue tilleul' }],
					readings: [{ reason: 'À revoir tilleul' }],
					answers: [{ text: 'Oui tilleul' }],
					deliveries: [{ channel: 'letter' }]
				}
			],
			comments: [{ onProposal: 1, body: 'Je commente tilleul' }],
			supports: [{ number: 1 }],
			reports: [{ reason: 'insult', explanation: 'Je signale tilleul' }],
			consultations: [{ title: 'Avis tilleul', college: 'resident' }]
		}
	]);
	const all = JSON.stringify({ account, persons, contributions });
	for (const foreign of ['Quelqu’un', 'baobab', other.personId, other.accountId, token]) {
		expect(all).not.toContain(foreign);
	}
});

test('where an answer goes is left out when somebody else signed too', async () => {
	const proposalId = await leaveTraces(other, 2, 'baobab');
	await fixture.db
		.insertInto('proposalAuthor')
		.values({ proposalId, personId: me.personId, position: 2 })
		.execute();
	const [mine] = await listOwnContributionsExport(fixture.db, me.accountId);
	expect(mine?.proposals).toMatchObject([{ number: 2, what: 'Voici baobab', answerTo: [] }]);
});

/** Why a table that names a person is not read by the export. */
const ELSEWHERE = [
	// The passages themselves: document/server/own-words-queries.ts.
	'document_attribution.person_id',
	'document_client.person_id',
	'document_update.person_id',
	'document_version.made_by_id',
	// The work of the coordination on what others wrote: that it was done is among the acts.
	'answer.prepared_by_id',
	'document_intent.person_id',
	'invitation.invited_by_id',
	'lineage.person_id',
	'moderation_decision.person_id',
	'paper_sheet.printed_by_id',
	'proposal.entered_by_id',
	'report.decided_by_id',
	'suspension.decided_by_id',
	'suspension.lifted_by_id'
];
const EXPORTED = [
	'appointment.person_id',
	'comment.person_id',
	'event.person_id',
	'membership.person_id',
	'poll_roll.person_id',
	'proposal_author.person_id',
	'report.person_id',
	'support.person_id',
	'suspension.person_id'
];

test('each place that names a person is exported, or left out for a reason', async () => {
	const { rows } = await sql<{ place: string }>`
		select table_name || '.' || column_name as place
		from information_schema.columns
		where table_schema = 'public' and column_name ~ '(^person_id|_by_id)$'
		order by 1`.execute(fixture.db);
	expect(rows.map(({ place }) => place)).toEqual([...ELSEWHERE, ...EXPORTED].sort());
});
