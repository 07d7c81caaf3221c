import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { listSections } from '#lib/document/section.ts';
import { setDocumentState } from '#lib/document/server/document-writes.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import type { Draft, SheetInput } from '../proposal-form.ts';
import { classifyProposal } from './classify-proposal.ts';
import { enterSheet } from './enter-sheet.ts';
import { followProposal } from './follow-proposal.ts';
import { holdProposal } from './hold-proposal.ts';
import { printSheets } from './print-sheets.ts';
import { findProposal } from './proposal-queries.ts';
import { publishProposal } from './publish-proposal.ts';
import { eraseExpiredOriginals } from './publication-writes.ts';
import { redirectProposal } from './redirect-proposal.ts';
import { returnProposal } from './return-proposal.ts';
import { reviseProposal } from './revise-proposal.ts';
import { rewriteProposal } from './rewrite-proposal.ts';
import { submitProposal, type SubmitProposal } from './submit-proposal.ts';
import { supportProposal } from './support-proposal.ts';
import { withdrawProposal } from './withdraw-proposal.ts';
import { withdrawSupport } from './withdraw-support.ts';

const database = testDatabase();
const now = new Date('2026-11-22T10:00:00Z');
const DAY = 86_400_000;
let t: TestTerritory;
let coordinator: Awaited<ReturnType<typeof aPerson>>;

beforeEach(async () => {
	t = await aTerritory(database.db, { now });
	coordinator = await aCoordinator(database.db, t.territoryId);
});

function run<Input, Result>(
	actor: Actor,
	command: (context: CommandContext, input: Input) => Promise<Result>,
	input: Input,
	at = now
): Promise<Result> {
	return database.run((trx) => command({ trx, actor, now: at }, input));
}

function aDraft(changes: Partial<Draft> = {}): Draft {
	return {
		windowId: t.windowId,
		title: 'Un bus le jeudi',
		what: 'Un minibus relie les villages à la maison de santé.',
		forWhom: 'Les personnes sans voiture',
		location: 'Lestrac',
		communeId: t.communeId,
		axisId: t.axisIds[0],
		themeIds: [t.themeId],
		testimony: false,
		...changes
	};
}

function aSubmission(changes: Partial<SubmitProposal> = {}): SubmitProposal {
	return {
		draft: aDraft(),
		reply: { replyChannel: 'none' },
		identity: { publicName: 'Ginette', college: 'resident' },
		token: randomUUID(),
		...changes
	};
}

function aSheet(changes: Partial<SheetInput> = {}): SheetInput & { anonymousName: string } {
	const sheet = {
		...aDraft(),
		token: randomUUID(),
		channel: 'paper' as const,
		consent: 'written' as const,
		sheetNumber: '',
		authorName: 'Roger',
		college: 'resident' as const,
		replyChannel: 'none' as const,
		anonymousName: 'Anonyme'
	};
	return Object.assign(sheet, changes);
}

const words = (title: string, what: string) => ({
	title,
	what,
	forWhom: '',
	location: '',
	summary: '',
	axisId: null,
	themeIds: [],
	communeId: null,
	bodyId: null,
	openWriting: false
});

const asReceived = () => ({
	...words('Un bus le jeudi', 'Un minibus relie les villages à la maison de santé.'),
	forWhom: 'Les personnes sans voiture',
	location: 'Lestrac'
});

async function stateOf(id: string) {
	return database.db
		.selectFrom('proposal')
		.leftJoin('proposalSubmission', 'proposalSubmission.proposalId', 'proposal.id')
		.select([
			'proposal.state',
			'proposal.title',
			'proposal.summary',
			'proposal.number',
			'proposal.documentId',
			'proposal.supportCount',
			'proposalSubmission.what',
			'proposalSubmission.originalText',
			'proposalSubmission.eraseAfter'
		])
		.where('proposal.id', '=', id)
		.executeTakeFirstOrThrow();
}

describe('a contribution that arrives', () => {
	it('is kept, numbered and read before publication when its author is new', async () => {
		const sent = await run(visitor(t.territoryId), submitProposal, aSubmission());
		expect(sent.state).toBe('RECEIVED');
		expect(sent.followNumber).toMatch(/^PE-/);
		expect(await stateOf(sent.proposalId)).toMatchObject({
			state: 'RECEIVED',
			number: 1,
			documentId: null
		});
		expect(
			await findProposal({ db: database.db, actor: visitor(t.territoryId) }, sent.proposalId)
		).toBeNull();
	});

	it('is public at once when a trusted author sends an idea, never a testimony', async () => {
		const author = await aPerson(database.db, t.territoryId, { trusted: true });
		const idea = await run(author, submitProposal, aSubmission({ identity: null }));
		expect(idea.state).toBe('PUBLISHED');
		const told = await run(
			author,
			submitProposal,
			aSubmission({ identity: null, draft: aDraft({ testimony: true }) })
		);
		expect(told.state).toBe('RECEIVED');
		const seen = await findProposal(
			{ db: database.db, actor: visitor(t.territoryId) },
			idea.proposalId
		);
		expect(seen?.rendered?.html).toContain('<h2>Pour qui</h2>');
		expect(seen?.authors[0]?.publicName).toBe('Camille');
		expect(seen?.submission).toBeNull();
	});

	it('is one row however often the form is sent, also at once', async () => {
		const token = randomUUID();
		const sent = await Promise.all(
			[1, 2, 3].map(() => run(visitor(t.territoryId), submitProposal, aSubmission({ token })))
		);
		expect(new Set(sent.map(({ followNumber }) => followNumber)).size).toBe(1);
		const { count } = await database.db
			.selectFrom('proposal')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow();
		expect(Number(count)).toBe(1);
	});

	it('gets the next number of its contract, without gaps or doubles', async () => {
		const ids = await Promise.all(
			Array.from({ length: 6 }, () => run(visitor(t.territoryId), submitProposal, aSubmission()))
		);
		const numbers = await Promise.all(
			ids.map(async (sent) => (await stateOf(sent.proposalId)).number)
		);
		expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('is acknowledged by mail to the account, without what was written', async () => {
		const author = await aPerson(database.db, t.territoryId);
		const sent = await run(
			author,
			submitProposal,
			aSubmission({ identity: null, reply: { replyChannel: 'email' } })
		);
		const mail = await database.db
			.selectFrom('mail')
			.select(['recipient', 'subject', 'text', 'html'])
			.executeTakeFirstOrThrow();
		expect(mail.recipient).toBe(`${author.accountId}@essai.example`);
		expect(mail.text).toContain(sent.followNumber);
		expect(mail.text + mail.html).not.toContain('minibus');
		const delivery = await database.db
			.selectFrom('delivery')
			.select(['kind', 'channel', 'state'])
			.executeTakeFirstOrThrow();
		expect(delivery).toEqual({ kind: 'acknowledgement', channel: 'email', state: 'queued' });
	});

	it('is acknowledged by a letter to print', async () => {
		const reply = { replyChannel: 'letter' as const, postalAddress: 'Roger, 1 rue Haute' };
		await run(visitor(t.territoryId), submitProposal, aSubmission({ reply }));
		const delivery = await database.db
			.selectFrom('delivery')
			.select(['channel', 'state', 'mailId'])
			.executeTakeFirstOrThrow();
		expect(delivery).toEqual({ channel: 'letter', state: 'to_print', mailId: null });
	});

	it('keeps markup, emoji and combining accents as letters', async () => {
		const author = await aPerson(database.db, t.territoryId, { trusted: true });
		const odd = '<script>alert(1)</script> 👩‍⚕️ e\u0301te\u0301 <img src=x onerror=alert(1)>';
		const sent = await run(
			author,
			submitProposal,
			aSubmission({
				identity: null,
				draft: aDraft({ title: odd, what: odd, forWhom: odd, location: odd })
			})
		);
		const seen = await findProposal({ db: database.db, actor: author }, sent.proposalId);
		expect(seen?.title).toBe(odd);
		expect(seen?.rendered?.html).not.toMatch(/<script|<img/);
		expect(seen?.rendered?.html).toContain('👩‍⚕️');
	});

	it('is refused outside its window, in words', async () => {
		const late = new Date(now.getTime() + 11 * DAY);
		const early = new Date(now.getTime() - 11 * DAY);
		for (const at of [late, early]) {
			await expect(
				run(visitor(t.territoryId), submitProposal, aSubmission(), at)
			).rejects.toMatchObject({ code: 'closed', details: { reason: 'proposal.window_closed' } });
		}
	});

	it('is refused from those whom the window does not ask', async () => {
		await database.db
			.updateTable('contributionWindow')
			.set({ audience: 'professionals' })
			.execute();
		await expect(run(visitor(t.territoryId), submitProposal, aSubmission())).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	it('is refused by mail without an account, and without a name', async () => {
		const someone = visitor(t.territoryId);
		await expect(
			run(someone, submitProposal, aSubmission({ reply: { replyChannel: 'email' } }))
		).rejects.toMatchObject({ code: 'unauthenticated' });
		await expect(
			run(someone, submitProposal, aSubmission({ identity: null }))
		).rejects.toMatchObject({ code: 'invalid', details: { field: 'publicName' } });
	});

	it('is refused from a suspended person', async () => {
		const author = { ...(await aPerson(database.db, t.territoryId)), suspended: true };
		await expect(
			run(author, submitProposal, aSubmission({ identity: null }))
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('knows nothing of another territory: window, axis, theme or commune', async () => {
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		await expect(
			run(
				visitor(t.territoryId),
				submitProposal,
				aSubmission({ draft: aDraft({ windowId: other.windowId }) })
			)
		).rejects.toMatchObject({ code: 'not_found' });
		for (const [field, draft] of [
			['axisId', { axisId: other.axisIds[0] }],
			['themeIds', { themeIds: [other.themeId] }],
			['communeId', { communeId: other.communeId }]
		] as const) {
			await expect(
				run(
					visitor(t.territoryId),
					submitProposal,
					aSubmission({
						draft: aDraft({ ...draft, themeIds: 'themeIds' in draft ? [...draft.themeIds] : [] })
					})
				)
			).rejects.toMatchObject({ code: 'invalid', details: { field } });
		}
	});
});

describe('reading before publication', () => {
	async function received(changes: Partial<SubmitProposal> = {}) {
		const { proposalId } = await run(visitor(t.territoryId), submitProposal, aSubmission(changes));
		return proposalId;
	}

	it('publishes as it is, trusts the author, keeps no original', async () => {
		const proposal = await received();
		const { rewritten } = await run(coordinator, publishProposal, { proposal, ...asReceived() });
		expect(rewritten).toBe(false);
		expect(await stateOf(proposal)).toMatchObject({
			state: 'PUBLISHED',
			originalText: '',
			eraseAfter: null
		});
		const person = await database.db
			.selectFrom('person')
			.select('firstPublishedAt')
			.where('publicName', '=', 'Ginette')
			.executeTakeFirstOrThrow();
		expect(person.firstPublishedAt).toEqual(now);
	});

	it('keeps the original of a rewritten one apart, and erases it after 30 days', async () => {
		const proposal = await received({
			draft: aDraft({ title: 'Mon fils Théo', what: 'Mon fils Théo a attendu.', testimony: true })
		});
		await run(coordinator, publishProposal, {
			proposal,
			...words('Attendre moins', 'Une famille a attendu.')
		});
		expect(await stateOf(proposal)).toMatchObject({
			title: 'Attendre moins',
			what: 'Une famille a attendu.',
			originalText:
				'Mon fils Théo\n\nMon fils Théo a attendu.\n\nLes personnes sans voiture\n\nLestrac',
			eraseAfter: new Date(now.getTime() + 30 * DAY)
		});
		const before = await database.run((trx) =>
			eraseExpiredOriginals(trx, new Date(now.getTime() + 29 * DAY))
		);
		expect(before).toBe(0);
		const after = await database.run((trx) =>
			eraseExpiredOriginals(trx, new Date(now.getTime() + 30 * DAY))
		);
		expect(after).toBe(1);
		expect(await stateOf(proposal)).toMatchObject({ originalText: '', state: 'PUBLISHED' });
		const leftovers = JSON.stringify([
			await database.db.selectFrom('event').selectAll().execute(),
			await database.db.selectFrom('proposal').selectAll().execute(),
			await database.db.selectFrom('documentRender').selectAll().execute()
		]);
		expect(leftovers).not.toContain('Théo');
	});

	it('returns to the author, who takes it up again', async () => {
		const author = await aPerson(database.db, t.territoryId);
		const { proposalId: proposal } = await run(
			author,
			submitProposal,
			aSubmission({ identity: null, reply: { replyChannel: 'email' } })
		);
		await run(coordinator, returnProposal, { proposal, reason: 'Dites où.' });
		expect((await stateOf(proposal)).state).toBe('RETURNED');
		const { title, what, forWhom, location } = words('Un bus', 'À Lestrac.');
		await run(author, reviseProposal, {
			proposal,
			title,
			what,
			forWhom,
			location,
			testimony: false
		});
		expect(await stateOf(proposal)).toMatchObject({ state: 'RECEIVED', what: 'À Lestrac.' });
		const mails = await database.db.selectFrom('mail').select(['kind', 'text']).execute();
		expect(mails.map(({ kind }) => kind)).toEqual(['acknowledgement', 'moderation']);
		expect(JSON.stringify(mails)).not.toContain('Dites où');
	});

	it('redirects what is off-topic, with who to and why on the follow page', async () => {
		const sent = await run(visitor(t.territoryId), submitProposal, aSubmission());
		await run(coordinator, redirectProposal, {
			proposal: sent.proposalId,
			reason: 'La voirie dépend du Département.',
			redirectedTo: 'Département'
		});
		const followed = await run(visitor(t.territoryId), followProposal, {
			number: sent.followNumber.toLowerCase(),
			network: 'x'
		});
		expect(followed).toMatchObject({
			followed: {
				state: 'REDIRECTED',
				title: null,
				proposalId: null,
				decision: { redirectedTo: 'Département' }
			}
		});
	});

	it('hides a public text that tells too much, and leaves no copy in a document', async () => {
		const proposal = await received();
		await run(coordinator, publishProposal, { proposal, ...asReceived() });
		const { documentId } = await stateOf(proposal);
		await run(coordinator, holdProposal, { proposal, reason: '' });
		expect(await stateOf(proposal)).toMatchObject({ state: 'HELD_PRIVACY', documentId: null });
		expect(
			await database.db
				.selectFrom('document')
				.select('id')
				.where('id', '=', documentId)
				.executeTakeFirst()
		).toBeUndefined();
		expect(
			await findProposal({ db: database.db, actor: visitor(t.territoryId) }, proposal)
		).toBeNull();
		await run(coordinator, publishProposal, {
			proposal,
			...words('Titre', 'Une version générale.')
		});
		expect((await stateOf(proposal)).state).toBe('PUBLISHED');
	});

	it('classifies, and refuses what another contract has', async () => {
		const proposal = await received();
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		const {
			title: _title,
			what: _what,
			forWhom: _forWhom,
			location: _location,
			...none
		} = words('', '');
		await run(coordinator, classifyProposal, {
			proposal,
			...none,
			summary: 'En clair.',
			bodyId: t.workingGroupId,
			axisId: t.axisIds[1]
		});
		expect(await stateOf(proposal)).toMatchObject({ summary: 'En clair.' });
		await expect(
			run(coordinator, classifyProposal, { proposal, ...none, bodyId: other.workingGroupId })
		).rejects.toMatchObject({ code: 'invalid', details: { field: 'bodyId' } });
	});

	it('is for the coordination alone', async () => {
		const author = await aPerson(database.db, t.territoryId);
		const { proposalId: proposal } = await run(
			author,
			submitProposal,
			aSubmission({ identity: null })
		);
		const stranger = await aPerson(database.db, t.territoryId);
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		const elsewhere = await aCoordinator(database.db, other.territoryId);
		const acts = [
			(actor: Actor) => run(actor, publishProposal, { proposal, ...asReceived() }),
			(actor: Actor) => run(actor, returnProposal, { proposal, reason: 'x' }),
			(actor: Actor) => run(actor, redirectProposal, { proposal, reason: 'x', redirectedTo: 'y' }),
			(actor: Actor) => run(actor, holdProposal, { proposal, reason: '' }),
			(actor: Actor) => run(actor, classifyProposal, { proposal, ...asReceived() })
		];
		for (const act of acts) {
			await expect(act(author)).rejects.toMatchObject({ code: 'forbidden' });
			await expect(act(stranger)).rejects.toMatchObject({ code: 'not_found' });
			await expect(act(visitor(t.territoryId))).rejects.toMatchObject({ code: 'not_found' });
			await expect(act(elsewhere)).rejects.toMatchObject({ code: 'not_found' });
		}
		expect((await stateOf(proposal)).state).toBe('RECEIVED');
	});

	it('is not done twice', async () => {
		const proposal = await received();
		await run(coordinator, publishProposal, { proposal, ...asReceived() });
		await expect(
			run(coordinator, publishProposal, { proposal, ...asReceived() })
		).rejects.toMatchObject({ code: 'conflict' });
		await expect(run(coordinator, returnProposal, { proposal, reason: 'x' })).rejects.toMatchObject(
			{ code: 'conflict' }
		);
	});
});

describe('support', () => {
	it('counts once a person, however often, and is taken back', async () => {
		const author = await aPerson(database.db, t.territoryId, { trusted: true });
		const { proposalId: proposal } = await run(
			author,
			submitProposal,
			aSubmission({ identity: null })
		);
		const other = await aPerson(database.db, t.territoryId);
		await Promise.all([1, 2, 3].map(() => run(other, supportProposal, { proposal })));
		expect((await stateOf(proposal)).supportCount).toBe(1);
		const seen = await findProposal({ db: database.db, actor: other }, proposal);
		expect(seen?.supported).toBe(true);
		await run(other, withdrawSupport, { proposal });
		expect(await run(other, withdrawSupport, { proposal })).toEqual({ changed: false });
		expect((await stateOf(proposal)).supportCount).toBe(0);
		await expect(run(visitor(t.territoryId), supportProposal, { proposal })).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});
});

describe('an author', () => {
	it('withdraws, and the words are erased after 30 days', async () => {
		const author = await aPerson(database.db, t.territoryId, { trusted: true });
		const { proposalId: proposal } = await run(
			author,
			submitProposal,
			aSubmission({ identity: null })
		);
		await expect(run(coordinator, withdrawProposal, { proposal })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await run(author, withdrawProposal, { proposal });
		await database.run((trx) => eraseExpiredOriginals(trx, new Date(now.getTime() + 31 * DAY)));
		expect(await stateOf(proposal)).toMatchObject({ title: '—', what: '', documentId: null });
	});

	it('writes in the text without a script, others do not', async () => {
		const author = await aPerson(database.db, t.territoryId, { trusted: true });
		const { proposalId: proposal } = await run(
			author,
			submitProposal,
			aSubmission({ identity: null })
		);
		const { documentId } = await stateOf(proposal);
		const delta = await findDelta(database.db, documentId ?? '', 'body');
		const [section] = listSections(delta ?? []);
		const input = { proposal, section: 0, base: section?.plain ?? '', plain: 'Autre texte.' };
		await expect(run(author, rewriteProposal, { ...input, base: 'ancien' })).rejects.toMatchObject({
			code: 'conflict',
			details: { field: 'plain' }
		});
		const nothing = { proposal, section: null, base: '', title: ' ', plain: '' };
		await expect(run(author, rewriteProposal, nothing)).rejects.toMatchObject({
			code: 'invalid',
			details: { reason: 'document.section_empty' }
		});
		await run(author, rewriteProposal, input);
		const added = { proposal, section: null, base: '', title: 'Quand', plain: 'Le mardi.' };
		await run(author, rewriteProposal, added);
		const stranger = await aPerson(database.db, t.territoryId);
		await expect(run(stranger, rewriteProposal, input)).rejects.toMatchObject({
			code: 'forbidden'
		});
		const intents = await database.db
			.selectFrom('documentIntent')
			.select(['personId', 'kind'])
			.orderBy('kind', 'desc')
			.execute();
		const { personId } = author;
		expect(intents).toEqual([
			{ personId, kind: 'replace_section' },
			{ personId, kind: 'add_section' }
		]);
		await database.run((trx) => setDocumentState(trx, documentId ?? '', 'frozen'));
		await expect(run(author, rewriteProposal, input)).rejects.toMatchObject({
			code: 'conflict',
			details: { reason: 'document.frozen_now' }
		});
	});
});

describe('paper', () => {
	it('has a printed number, entered once, by which its author follows', async () => {
		const clerk = await aPerson(database.db, t.territoryId, { roles: ['clerk'] });
		const { numbers } = await run(clerk, printSheets, { count: 3 });
		const [number = ''] = numbers;
		expect(new Set(numbers).size).toBe(3);
		const follow = { number, network: 'mairie' };
		expect(await run(visitor(t.territoryId), followProposal, follow)).toEqual({
			refusal: 'proposal.sheet_not_entered'
		});
		const entered = await run(clerk, enterSheet, aSheet({ sheetNumber: number.toLowerCase() }));
		expect(entered.followNumber).toBe(number);
		await expect(run(clerk, enterSheet, aSheet({ sheetNumber: number }))).rejects.toMatchObject({
			code: 'conflict',
			details: { field: 'sheetNumber' }
		});
		const followed = await run(visitor(t.territoryId), followProposal, follow);
		expect(followed).toMatchObject({
			followed: { state: 'RECEIVED', channel: 'paper', title: null }
		});
		expect(JSON.stringify(followed)).not.toContain('Roger');
	});

	it('names whoever gives no name, and refuses unknown numbers', async () => {
		const mediator = await aPerson(database.db, t.territoryId, { roles: ['mediator'] });
		await run(mediator, enterSheet, aSheet({ authorName: '' }));
		expect(
			await database.db
				.selectFrom('person')
				.select('accountId')
				.where('publicName', '=', 'Anonyme')
				.executeTakeFirst()
		).toEqual({ accountId: null });
		for (const [sheetNumber, reason] of [
			['PE-0000-0000', 'proposal.number_malformed'],
			['x'.repeat(39), 'proposal.number_malformed']
		] as const) {
			await expect(run(mediator, enterSheet, aSheet({ sheetNumber }))).rejects.toMatchObject({
				details: { reason, field: 'sheetNumber' }
			});
		}
	});

	it('is entered by mediators, clerks and coordinators alone', async () => {
		const resident = await aPerson(database.db, t.territoryId);
		await expect(run(resident, enterSheet, aSheet())).rejects.toMatchObject({ code: 'forbidden' });
		await expect(run(resident, printSheets, { count: 1 })).rejects.toMatchObject({
			code: 'forbidden'
		});
		await expect(run(visitor(t.territoryId), enterSheet, aSheet())).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});
});

describe('following by number', () => {
	it('says nothing of another territory', async () => {
		const sent = await run(visitor(t.territoryId), submitProposal, aSubmission());
		const other = await aTerritory(database.db, { now, slug: 'ailleurs' });
		const follow = { number: sent.followNumber, network: 'a' };
		expect(await run(visitor(other.territoryId), followProposal, follow)).toEqual({
			refusal: 'proposal.number_unknown'
		});
	});
});
