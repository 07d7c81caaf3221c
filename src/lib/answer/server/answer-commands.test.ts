import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { takePassage } from '#lib/action-sheet/server/take-passage.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { lineageOfProposal } from '#lib/lineage/server/lineage-queries.ts';
import { mergeProposals } from '#lib/lineage/server/merge-proposals.ts';
import { undoLineage } from '#lib/lineage/server/undo-lineage.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution, aSheet } from '../../../../tests/support/plan.ts';
import { DecideAnswerFormSchema, PrepareAnswerFormSchema } from '../answer-form.ts';
import {
	countAnswers,
	findAnswer,
	findAnswerTo,
	findPublishedAnswer,
	listAnswers,
	listAnswersToReview
} from './answer-queries.ts';
import { countByAxis, countNear, listBench, listNear } from './bench-queries.ts';
import { decideAnswer } from './decide-answer.ts';
import { listLettersToPrint } from './delivery-queries.ts';
import { finishDelivery } from './finish-delivery.ts';
import { prepareAnswer } from './prepare-answer.ts';
import { proposeAnswer } from './propose-answer.ts';
import { publishAnswer } from './publish-answer.ts';
import { publishAnswers } from './publish-answers.ts';
import { reopenAnswer } from './reopen-answer.ts';

const database = testDatabase();
const NOW = new Date('2026-11-22T09:00:00Z');
let t: TestTerritory;
let coordinator: Actor & { personId: string };
let resident: Actor & { personId: string };

beforeEach(async () => {
	t = await aTerritory(database.db, { now: NOW });
	coordinator = await aCoordinator(database.db, t.territoryId);
	resident = await aPerson(database.db, t.territoryId, { publicName: 'Ginette' });
});

const as = (actor: Actor) => ({ db: database.db, actor });

function draft(proposalId: string, values: object = {}) {
	return v.parse(PrepareAnswerFormSchema, {
		proposalId,
		outcome: 'declined',
		text: 'Nous ne pouvons pas.',
		reasons: 'Ce n’est pas de la santé.',
		...values
	});
}
const prepare = (proposalId: string, values: object = {}, actor: Actor = coordinator) =>
	runCommand(as(actor), prepareAnswer, draft(proposalId, values));

async function decide(answerId: string, values: object = {}, actor: Actor = coordinator) {
	const answer = await findAnswer(as(coordinator), answerId);
	const input = v.parse(DecideAnswerFormSchema, {
		answerId,
		version: answer?.version ?? 1,
		bodyId: t.steeringCommitteeId,
		decidedOn: '2026-11-20',
		reasons: 'Décidé en séance.',
		...values
	});
	return runCommand(as(actor), decideAnswer, input, { clock: () => NOW });
}

async function publish(proposalId: string, values: object = {}, actor: Actor = coordinator) {
	const { answerId } = await prepare(proposalId, values);
	await decide(answerId);
	return runCommand(as(actor), publishAnswer, { answerId, version: 2 }, { clock: () => NOW });
}

const stateOf = async (id: string) =>
	database.db
		.selectFrom('proposal')
		.select(['state', 'answeredAt'])
		.where('id', '=', id)
		.executeTakeFirst();

describe('preparing', () => {
	test('keeps a draft that only the coordination sees', async () => {
		const id = await aContribution(database.db, t, { author: resident });
		const { answerId } = await prepare(id);
		expect(await findAnswerTo(as(coordinator), id)).toMatchObject({ state: 'draft', version: 1 });
		expect(await findAnswer(as(resident), answerId)).toBeNull();
		expect(await findPublishedAnswer(as(coordinator), id)).toBeNull();
	});

	test('is refused to others, and from another territory finds nothing', async () => {
		const id = await aContribution(database.db, t);
		const other = await aTerritory(database.db, { slug: 'autre' });
		const stranger = await aCoordinator(database.db, other.territoryId);
		for (const actor of [resident, stranger, visitor(t.territoryId)]) {
			await expect(prepare(id, {}, actor)).rejects.toMatchObject({ code: 'not_found' });
		}
	});

	test('asks each outcome for what it points to', async () => {
		const id = await aContribution(database.db, t);
		const refusals: [object, string][] = [
			[{ outcome: 'retained' }, 'actionSheetId'],
			[{ outcome: 'merged' }, 'intoProposalId'],
			[{ outcome: 'postponed' }, 'reviewOn'],
			[{ outcome: 'redirected' }, 'redirectedTo'],
			[{ outcome: 'retained', actionSheetId: newId() }, 'actionSheetId'],
			[{ outcome: 'merged', intoProposalId: id }, 'intoProposalId']
		];
		for (const [values, field] of refusals) {
			await expect(prepare(id, values)).rejects.toMatchObject({
				code: 'invalid',
				details: { field }
			});
		}
	});

	test('a stale draft is refused, and a second first draft too', async () => {
		const id = await aContribution(database.db, t);
		await prepare(id);
		await expect(prepare(id)).rejects.toMatchObject({ code: 'conflict' });
		await prepare(id, { version: 1, text: 'Autrement.' });
		await expect(prepare(id, { version: 1 })).rejects.toMatchObject({
			code: 'conflict',
			details: { reason: 'answer.stale' }
		});
		expect(await findAnswerTo(as(coordinator), id)).toMatchObject({
			text: 'Autrement.',
			version: 2
		});
	});

	test('a contribution that is not public is not answered here', async () => {
		const id = await aContribution(database.db, t, { state: 'HELD_PRIVACY' });
		await expect(prepare(id)).rejects.toMatchObject({ code: 'conflict' });
	});
});

describe('deciding', () => {
	test('what is put to a body is seen by its members, and decided by its chair', async () => {
		const chair = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.steeringCommitteeId, role: 'chair' }]
		});
		const member = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.steeringCommitteeId }]
		});
		const { answerId } = await prepare(await aContribution(database.db, t));
		await expect(decide(answerId, {}, chair)).rejects.toMatchObject({ code: 'not_found' });
		await runCommand(as(coordinator), proposeAnswer, {
			answerId,
			version: 1,
			bodyId: t.steeringCommitteeId
		});
		expect(await listAnswers(as(member), 'proposed')).toHaveLength(1);
		expect(await countAnswers(as(resident))).toMatchObject({ proposed: 0 });
		await expect(decide(answerId, {}, member)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(decide(answerId, { bodyId: t.workingGroupId }, chair)).rejects.toMatchObject({
			code: 'forbidden'
		});
		await decide(answerId, {}, chair);
		expect(await findAnswer(as(coordinator), answerId)).toMatchObject({
			state: 'decided',
			decidedByBodyName: 'Comité de pilotage',
			decidedOn: '2026-11-20',
			reasons: 'Décidé en séance.'
		});
	});

	test('the coordination alone decides only what it passes on', async () => {
		const declined = await prepare(await aContribution(database.db, t));
		await expect(decide(declined.answerId, { bodyId: '' })).rejects.toMatchObject({
			code: 'forbidden',
			details: { reason: 'answer.body_must_decide' }
		});
		const { answerId } = await prepare(await aContribution(database.db, t), {
			outcome: 'redirected',
			redirectedTo: 'Agence régionale de santé'
		});
		await decide(answerId, { bodyId: '' });
		expect(await findAnswer(as(coordinator), answerId)).toMatchObject({
			state: 'decided',
			decidedByCoordination: true
		});
	});

	test('the database itself refuses an answer that nobody decided', async () => {
		const { answerId } = await prepare(await aContribution(database.db, t));
		const set = (values: object) =>
			database.db.updateTable('answer').set(values).where('id', '=', answerId).execute();
		await expect(set({ state: 'decided' })).rejects.toThrow(/answer_decided_by_someone/);
		await expect(
			set({ state: 'decided', decidedOn: '2026-11-20', decidedByCoordination: true })
		).rejects.toThrow(/answer_decided_by_someone/);
		await expect(
			set({
				state: 'decided',
				decidedOn: '2026-11-20',
				reasons: '',
				decidedByBodyId: t.steeringCommitteeId
			})
		).rejects.toThrow(/answer_decided_by_someone/);
		await expect(
			set({
				state: 'published',
				decidedOn: '2026-11-20',
				decidedByBodyId: t.steeringCommitteeId
			})
		).rejects.toThrow(/answer_published_when/);
	});

	test('a day to come, a body of elsewhere and a decision twice are refused', async () => {
		const { answerId } = await prepare(await aContribution(database.db, t));
		const other = await aTerritory(database.db, { slug: 'autre' });
		await expect(decide(answerId, { decidedOn: '2026-11-23' })).rejects.toMatchObject({
			details: { field: 'decidedOn' }
		});
		await expect(decide(answerId, { bodyId: other.workingGroupId })).rejects.toMatchObject({
			code: 'invalid'
		});
		await decide(answerId);
		await expect(decide(answerId)).rejects.toMatchObject({ code: 'conflict' });
	});

	test('a decision recorded by mistake is taken up again before it leaves', async () => {
		const id = await aContribution(database.db, t);
		const { answerId } = await prepare(id);
		await decide(answerId);
		await expect(prepare(id, { version: 2 })).rejects.toMatchObject({
			details: { reason: 'answer.decided' }
		});
		await runCommand(as(coordinator), reopenAnswer, { answerId, version: 2 });
		expect(await findAnswer(as(coordinator), answerId)).toMatchObject({
			state: 'draft',
			decidedOn: null,
			decidedByBodyId: null
		});
	});

	test('without reasons nothing is put to a body', async () => {
		const { answerId } = await prepare(await aContribution(database.db, t), { reasons: '' });
		await expect(
			runCommand(as(coordinator), proposeAnswer, {
				answerId,
				version: 1,
				bodyId: t.steeringCommitteeId
			})
		).rejects.toMatchObject({ details: { reason: 'answer.reasons_required' } });
	});
});

describe('sending', () => {
	test('an answer is public only once decided, with its state, edge and mail', async () => {
		const id = await aContribution(database.db, t, { author: resident });
		const { answerId } = await prepare(id);
		await expect(
			runCommand(as(coordinator), publishAnswer, { answerId, version: 1 })
		).rejects.toMatchObject({ details: { reason: 'answer.not_decided' } });
		await decide(answerId);
		await expect(
			runCommand(as(resident), publishAnswer, { answerId, version: 2 })
		).rejects.toMatchObject({ code: 'not_found' });
		await runCommand(
			as(coordinator),
			publishAnswer,
			{ answerId, version: 2 },
			{ clock: () => NOW }
		);
		expect(await stateOf(id)).toEqual({ state: 'REJECTED', answeredAt: NOW });
		expect(await findPublishedAnswer(as(visitor(t.territoryId)), id)).toMatchObject({
			decidedByBodyName: 'Comité de pilotage'
		});
		expect(await lineageOfProposal(as(resident), id)).toMatchObject([{ relation: 'declined' }]);
		const mail = await database.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow();
		expect(mail.kind).toBe('answer');
		expect(mail.text).toContain(`/essai/propositions/${id}`);
		const delivery = await database.db.selectFrom('delivery').selectAll().executeTakeFirst();
		expect(delivery).toMatchObject({ channel: 'email', state: 'queued', mailId: mail.id });
		await expect(
			runCommand(as(coordinator), publishAnswer, { answerId, version: 3 })
		).rejects.toMatchObject({ code: 'conflict' });
		await expect(prepare(id, { version: 3 })).rejects.toMatchObject({ code: 'conflict' });
	});

	test('a kept contribution points to its sheet once, whether or not words were taken', async () => {
		const sheetId = await aSheet(database.db, t, coordinator);
		const one = await aContribution(database.db, t);
		await publish(one, { outcome: 'retained', actionSheetId: sheetId });
		expect(await lineageOfProposal(as(coordinator), one)).toMatchObject([
			{ relation: 'summarised', actionSheetId: sheetId }
		]);
		const two = await aContribution(database.db, t);
		await runCommand(as(coordinator), takePassage, {
			sheet: sheetId,
			proposalId: two,
			text: 'description',
			sentences: ['Je ne conduis plus.'],
			extract: '',
			manner: 'as-is',
			content: '',
			after: ''
		});
		await publish(two, { outcome: 'retained', actionSheetId: sheetId });
		expect(await lineageOfProposal(as(coordinator), two)).toMatchObject([{ relation: 'verbatim' }]);
		expect((await stateOf(two))?.state).toBe('RETAINED');
	});

	test('a grouping that is answered is no longer undone', async () => {
		const one = await aContribution(database.db, t);
		const into = await aContribution(database.db, t);
		const { edgeId } = await runCommand(as(coordinator), mergeProposals, {
			proposalId: one,
			intoProposalId: into,
			reason: ''
		});
		await publish(one, { outcome: 'merged', intoProposalId: into });
		expect(await lineageOfProposal(as(coordinator), one)).toHaveLength(1);
		expect((await stateOf(one))?.state).toBe('MERGED_INTO');
		await expect(runCommand(as(coordinator), undoLineage, { edgeId })).rejects.toMatchObject({
			details: { reason: 'lineage.answered' }
		});
	});

	test('all decided answers leave at once, drafts stay', async () => {
		for (const reply of ['email', 'letter', 'none'] as const) {
			const { answerId } = await prepare(await aContribution(database.db, t, { reply }));
			await decide(answerId);
		}
		await prepare(await aContribution(database.db, t));
		const before = await countAnswers(as(coordinator));
		expect(before).toEqual({ draft: 1, proposed: 0, decided: 3, published: 0 });
		await expect(runCommand(as(resident), publishAnswers, {})).rejects.toMatchObject({
			code: 'forbidden'
		});
		expect(await runCommand(as(coordinator), publishAnswers, {})).toEqual({ sent: 3 });
		expect(await runCommand(as(coordinator), publishAnswers, {})).toEqual({ sent: 0 });
		const events = await database.db
			.selectFrom('event')
			.select('verb')
			.where('verb', '=', 'answer-published')
			.execute();
		expect(events).toHaveLength(3);
	});
});

describe('letters', () => {
	test('wait to be printed, and are seen by who handles them alone', async () => {
		const id = await aContribution(database.db, t, { author: resident, reply: 'letter' });
		await publish(id);
		const clerk = await aPerson(database.db, t.territoryId, { roles: ['clerk'] });
		const [letter] = await listLettersToPrint(as(clerk));
		expect(letter).toMatchObject({
			channel: 'letter',
			postalAddress: '1 rue du Four, Grandbourg',
			authors: ['Ginette'],
			outcome: 'declined'
		});
		expect(await listLettersToPrint(as(resident))).toEqual([]);
		const deliveryId = letter?.id ?? '';
		await expect(runCommand(as(resident), finishDelivery, { deliveryId })).rejects.toMatchObject({
			code: 'not_found'
		});
		await runCommand(as(clerk), finishDelivery, { deliveryId });
		expect(await listLettersToPrint(as(clerk))).toEqual([]);
		await expect(runCommand(as(clerk), finishDelivery, { deliveryId })).rejects.toMatchObject({
			code: 'conflict'
		});
	});
});

describe('the workbench', () => {
	test('lists what is unanswered first, with near ones and the sheets that took words', async () => {
		const answered = await aContribution(database.db, t, {
			title: 'Une fontaine',
			text: 'De l’eau.'
		});
		await publish(answered);
		const one = await aContribution(database.db, t, { title: 'Un minibus le jeudi' });
		const two = await aContribution(database.db, t, { title: 'Minibus du jeudi' });
		await aContribution(database.db, t, { state: 'RECEIVED' });
		await aContribution(database.db, t, { axisId: t.axisIds[1] });
		const [axisId] = t.axisIds;
		const all = await listBench(as(coordinator), t.contractId, { axisId, answered: null });
		expect(all.map(({ id }) => id)).toEqual([one, two, answered]);
		const open = await listBench(as(coordinator), t.contractId, { axisId, answered: false });
		expect(open).toHaveLength(2);
		expect(await listBench(as(resident), t.contractId, { axisId, answered: null })).toEqual([]);
		const near = await countNear(
			as(coordinator),
			all.map(({ id }) => id)
		);
		expect([near.get(one), near.get(two), near.get(answered)]).toEqual([1, 1, undefined]);
		const [first] = await listNear(as(coordinator), t.contractId, one);
		expect(first?.title).toMatch(/[Mm]inibus/);
		const counts = await countByAxis(as(coordinator), t.contractId);
		expect(counts.find((count) => count.axisId === axisId)).toMatchObject({
			total: 3,
			answered: 1
		});
	});
});

describe('what was postponed', () => {
	const later = new Date('2027-01-10T09:00:00Z');
	const again = (actor: Actor, proposalId: string, at = later, values: object = {}) =>
		runCommand(
			as(actor),
			prepareAnswer,
			draft(proposalId, { text: 'Finalement non.', ...values }),
			{
				clock: () => at
			}
		);

	async function postponed() {
		const id = await aContribution(database.db, t, { author: resident });
		await publish(id, { outcome: 'postponed', text: 'Plus tard.', reviewOn: '2027-01-05' });
		return id;
	}

	test('is answered again from its day on, and not before', async () => {
		const id = await postponed();
		const eve = new Date('2027-01-04T22:30:00Z');
		await expect(again(coordinator, id, eve)).rejects.toMatchObject({ code: 'conflict' });
		// In Paris it is the 5th already.
		await again(coordinator, id, new Date('2027-01-04T23:30:00Z'));
		expect(await findAnswerTo(as(coordinator), id)).toMatchObject({
			...{ state: 'draft', text: 'Finalement non.', reconsiders: true }
		});
	});

	test('keeps its public answer until the new one is sent, then in the history', async () => {
		const id = await postponed();
		const { answerId } = await again(coordinator, id);
		expect(await findPublishedAnswer(as(resident), id)).toMatchObject({
			...{ outcome: 'postponed', text: 'Plus tard.', earlier: [] }
		});
		expect(await stateOf(id)).toMatchObject({ state: 'POSTPONED' });
		await decide(answerId, { decidedOn: '2026-11-21' });
		await runCommand(as(coordinator), publishAnswers, undefined, { clock: () => later });
		expect(await stateOf(id)).toEqual({ state: 'REJECTED', answeredAt: later });
		expect(await findPublishedAnswer(as(visitor(t.territoryId)), id)).toMatchObject({
			outcome: 'declined',
			earlier: [{ outcome: 'postponed', text: 'Plus tard.' }]
		});
		expect(await countAnswers(as(coordinator))).toMatchObject({ published: 1, draft: 0 });
		const mails = await database.db
			.selectFrom('mail')
			.select('text')
			.where('kind', '=', 'answer')
			.orderBy('createdAt')
			.execute();
		expect(mails).toHaveLength(2);
		expect(mails[1]?.text).toContain('Finalement non.');
	});

	test('may be postponed once more, and waits for its new day', async () => {
		const id = await postponed();
		const { answerId } = await again(coordinator, id, later, {
			outcome: 'postponed',
			reviewOn: '2027-06-01'
		});
		await decide(answerId);
		const sent = { answerId, version: 2 };
		await runCommand(as(coordinator), publishAnswer, sent, { clock: () => later });
		expect(await stateOf(id)).toMatchObject({ state: 'POSTPONED' });
		expect(await listAnswersToReview(as(coordinator), '2027-05-31')).toEqual([]);
		expect(await listAnswersToReview(as(coordinator), '2027-06-01')).toHaveLength(1);
	});

	test('is listed to be looked at again until somebody does', async () => {
		const id = await postponed();
		expect(await listAnswersToReview(as(coordinator), '2027-01-04')).toEqual([]);
		const due = await listAnswersToReview(as(coordinator), '2027-01-05');
		expect(due).toMatchObject([{ proposalId: id, reviewOn: '2027-01-05' }]);
		expect(await listBench(as(coordinator), t.contractId, aFilter())).toHaveLength(1);
		await again(coordinator, id);
		expect(await listAnswersToReview(as(coordinator), '2027-01-10')).toEqual([]);
		expect(await listBench(as(coordinator), t.contractId, aFilter())).toMatchObject([
			{ id, answerState: 'draft' }
		]);
	});

	test('two people at once prepare one new answer', async () => {
		const id = await postponed();
		const other = await aCoordinator(database.db, t.territoryId);
		const both = await Promise.allSettled([again(coordinator, id), again(other, id)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('an answer that decided otherwise stays', async () => {
		const id = await aContribution(database.db, t, { author: resident });
		await publish(id);
		await expect(again(coordinator, id)).rejects.toMatchObject({
			details: { reason: 'answer.not_open' }
		});
	});

	const aFilter = () => ({ axisId: t.axisIds[0], answered: null });
});
