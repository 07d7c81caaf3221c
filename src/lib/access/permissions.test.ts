import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from './actor.ts';
import { can, documentRight, permissions } from './permissions.ts';
import type {
	Action,
	DocumentSubject,
	ProposalState,
	ProposalSubject,
	SubjectOf
} from './subjects.ts';

const HERE = 'here';
const GROUP = 'group';
const COMMITTEE = 'committee';

const named = (personId: string, rest: Partial<Actor> = {}): Actor => ({
	...visitor(HERE),
	accountId: `account-${personId}`,
	personId,
	publicName: personId,
	named: true,
	...rest
});

/** Everyone who may knock, by what they are. */
const people = {
	visitor: visitor(HERE),
	stranger: named('stranger', { territoryId: 'elsewhere', roles: ['coordinator'] }),
	nameless: { ...visitor(HERE), accountId: 'account-nameless' },
	resident: named('resident'),
	author: named('author'),
	suspended: named('author', { suspended: true, roles: ['coordinator'] }),
	member: named('member', { memberships: [{ bodyId: GROUP, role: 'member' }] }),
	lead: named('lead', { memberships: [{ bodyId: GROUP, role: 'lead' }] }),
	chair: named('chair', { memberships: [{ bodyId: COMMITTEE, role: 'chair' }] }),
	mediator: named('mediator', { roles: ['mediator'] }),
	clerk: named('clerk', { roles: ['clerk'] }),
	elected: named('elected', { roles: ['elected'] }),
	referent: named('referent', { roles: ['ars_referent'] }),
	evaluator: named('evaluator', { roles: ['evaluator'] }),
	coordinator: named('coordinator', { roles: ['coordinator'] })
} satisfies Record<string, Actor>;

type Who = keyof typeof people;

const everyone = Object.keys(people) as Who[];
const here = everyone.filter((who) => who !== 'stranger');
const without = (list: readonly Who[], ...out: Who[]) => list.filter((who) => !out.includes(who));
/** Those who have a public name here and are not suspended. */
const contributors = without(here, 'visitor', 'nameless', 'suspended');

const place = { territoryId: HERE };
const proposal = (state: ProposalState, rest: Partial<ProposalSubject> = {}): ProposalSubject => ({
	territoryId: HERE,
	state,
	authorIds: ['author'],
	enteredById: 'mediator',
	bodyId: GROUP,
	openWriting: false,
	...rest
});
const body = (admission: 'open' | 'application' | 'lot' | 'invitation', isPublic = true) => ({
	territoryId: HERE,
	bodyId: GROUP,
	admission,
	public: isPublic
});

interface Row<A extends Action> {
	action: A;
	about: string;
	subject: SubjectOf<A>;
	may: readonly Who[];
}

const row = <A extends Action>(
	action: A,
	about: string,
	subject: SubjectOf<A>,
	may: readonly Who[]
): Row<A> => ({ action, about, subject, may });

const coordination: Who[] = ['coordinator'];
const writers: Who[] = ['author', 'member', 'lead', 'coordinator'];
const sheetReaders: Who[] = [
	'member',
	'lead',
	'chair',
	'elected',
	'referent',
	'evaluator',
	'coordinator'
];
const text = (state: ProposalState) =>
	({ kind: 'proposal', proposal: proposal(state) }) satisfies DocumentSubject;
const sheet = (state: 'DRAFT' | 'SIGNED') =>
	({ kind: 'action-sheet', actionSheet: { ...place, state } }) satisfies DocumentSubject;

const table = [
	row('territory.read', 'this territory', place, here),
	row('territory.configure', 'this territory', place, coordination),
	row('territory.create', 'a valid link', { setupLinkIsValid: true }, everyone),
	row('territory.create', 'no link', { setupLinkIsValid: false }, []),
	row('person.choose-name', 'this territory', place, without(here, 'visitor', 'suspended')),
	row('person.appoint', 'this territory', place, coordination),
	row('person.suspend', 'this territory', place, coordination),
	row('person.read-suspension', 'their own', { ...place, personId: 'author' }, [
		'author',
		'suspended'
	]),
	row('account.manage', 'their own', { accountId: 'account-resident' }, ['resident']),
	row('draft.erase', 'of this browser', { isInThisBrowser: true }, everyone),
	row('draft.erase', 'of another browser', { isInThisBrowser: false }, []),
	row('account.sign-in', 'themselves', {}, everyone),
	row('account.sign-in-demonstration', 'one click', { demonstration: true }, everyone),
	row('account.sign-in-demonstration', 'a real site', { demonstration: false }, []),
	row('organisation.edit', 'this territory', place, coordination),
	row('contract.edit', 'this territory', place, coordination),
	row('window.edit', 'this territory', place, coordination),
	row('body.read', 'a public group', body('open'), here),
	row('body.read', 'a private group', body('open', false), ['member', 'lead', 'coordinator']),
	row('body.edit', 'this territory', place, coordination),
	row('body.join', 'an open group', body('open'), without(contributors, 'member', 'lead')),
	row('body.join', 'a group by lot', body('lot'), []),
	row('body.apply', 'by application', body('application'), without(contributors, 'member', 'lead')),
	row('body.apply', 'an open group', body('open'), []),
	row('body.leave', 'themselves', { ...place, bodyId: GROUP, personId: 'member' }, ['member']),
	row('body.end-seat', 'this territory', place, coordination),
	row('body.admit', 'their group', body('application'), ['lead', 'coordinator']),
	row('body.invite', 'their group', body('invitation'), ['lead', 'coordinator']),
	row('invitation.accept', 'this territory', place, contributors),
	row('mail.read-outbox', 'the demonstration', { demonstration: true }, everyone),
	row('mail.read-outbox', 'a real site', { demonstration: false }, []),
	row('proposal.submit', 'this territory', place, without(here, 'suspended')),
	row('proposal.enter-for-other', 'this territory', place, ['mediator', 'clerk', 'coordinator']),
	row('proposal.read', 'published', proposal('PUBLISHED'), here),
	row('proposal.read', 'received', proposal('RECEIVED'), [
		'author',
		'suspended',
		'mediator',
		'coordinator'
	]),
	row('proposal.read', 'redirected', proposal('REDIRECTED', { enteredById: null }), [
		'author',
		'suspended',
		'coordinator'
	]),
	row('proposal.read-original', 'held', proposal('HELD_PRIVACY'), [
		'author',
		'suspended',
		'coordinator'
	]),
	row('proposal.review', 'this territory', place, coordination),
	row('proposal.revise', 'returned', proposal('RETURNED'), ['author']),
	row('proposal.revise', 'published', proposal('PUBLISHED'), []),
	row('proposal.write', 'published', proposal('PUBLISHED'), [
		'author',
		'member',
		'lead',
		'coordinator'
	]),
	row('proposal.write', 'open to all', proposal('PUBLISHED', { openWriting: true }), contributors),
	row('proposal.write', 'answered', proposal('RETAINED'), []),
	row('proposal.withdraw', 'published', proposal('PUBLISHED'), ['author']),
	row('proposal.withdraw', 'retained', proposal('RETAINED'), []),
	row('proposal.support', 'published', proposal('PUBLISHED'), contributors),
	row('proposal.support', 'retained', proposal('RETAINED'), []),
	row('proposal.comment', 'retained', proposal('RETAINED'), contributors),
	row('proposal.comment', 'received', proposal('RECEIVED'), []),
	row('comment.read', 'published', { ...place, personId: 'author', state: 'published' }, here),
	row('comment.read', 'held', { ...place, personId: 'author', state: 'held' }, [
		'author',
		'suspended',
		'coordinator'
	]),
	row('comment.withdraw', 'their own', { ...place, personId: 'author', state: 'published' }, [
		'author',
		'suspended'
	]),
	row('comment.moderate', 'this territory', place, coordination),
	row('report.send', 'this territory', place, here),
	row('report.decide', 'this territory', place, coordination),
	row('plan.read', 'this territory', place, here),
	row('action-sheet.read', 'signed', { ...place, state: 'SIGNED' }, here),
	row('action-sheet.read', 'draft', { ...place, state: 'DRAFT' }, [
		'member',
		'lead',
		'chair',
		'elected',
		'referent',
		'evaluator',
		'coordinator'
	]),
	row('action-sheet.create', 'this territory', place, coordination),
	row('action-sheet.write', 'draft', { ...place, state: 'DRAFT' }, coordination),
	row('action-sheet.write', 'signed', { ...place, state: 'SIGNED' }, []),
	row('action-sheet.comment', 'signed', { ...place, state: 'SIGNED' }, contributors),
	row('consolidation.work', 'this territory', place, coordination),
	row('answer.prepare', 'this territory', place, coordination),
	row('answer.decide', 'by a body', { ...place, bodyId: COMMITTEE, outcome: 'declined' }, [
		'chair',
		'coordinator'
	]),
	row('answer.decide', 'off topic, alone', { ...place, bodyId: null, outcome: 'redirected' }, [
		'coordinator'
	]),
	row('answer.decide', 'no, alone', { ...place, bodyId: null, outcome: 'declined' }, []),
	row('answer.publish', 'this territory', place, coordination),
	row('delivery.handle', 'this territory', place, ['clerk', 'coordinator']),
	row('poll.read', 'for everyone', { ...place, audience: 'everyone', bodyId: null }, here),
	row('poll.read', 'for a group', { ...place, audience: 'members', bodyId: GROUP }, [
		'member',
		'lead',
		'coordinator'
	]),
	row('poll.create', 'this territory', place, coordination),
	row('poll.vote', 'for everyone', { ...place, audience: 'everyone', bodyId: null }, contributors),
	row('poll.vote', 'for a group', { ...place, audience: 'members', bodyId: GROUP }, [
		'member',
		'lead'
	]),
	row('poll.close', 'this territory', place, coordination),
	row('task.read', 'this territory', place, without(here, 'visitor')),
	row('document.read-authors', 'a published proposal', text('PUBLISHED'), here),
	row('document.read-authors', 'a draft sheet', sheet('DRAFT'), sheetReaders),
	row('document.read-history', 'a published proposal', text('PUBLISHED'), writers),
	row('document.read-history', 'a withdrawn proposal', text('WITHDRAWN'), [
		'author',
		'coordinator'
	]),
	row('document.read-history', 'a draft sheet', sheet('DRAFT'), sheetReaders),
	row('document.read-history', 'a signed sheet', sheet('SIGNED'), sheetReaders),
	row('document.name-version', 'a published proposal', text('PUBLISHED'), writers),
	row('document.name-version', 'an answered proposal', text('RETAINED'), []),
	row('document.restore', 'a published proposal', text('PUBLISHED'), writers),
	row('document.restore', 'a signed sheet', sheet('SIGNED'), []),
	row('document.freeze', 'a published proposal', text('PUBLISHED'), coordination),
	row('document.freeze', 'a signed sheet', sheet('SIGNED'), []),
	row('document.compact', 'an answered proposal', text('RETAINED'), coordination),
	row('document.verify', 'this territory', place, coordination)
];

describe('the permission table', () => {
	test.each(table.map((entry) => [`${entry.action}, ${entry.about}`, entry] as const))(
		'%s',
		(_name, entry) => {
			const allowed = everyone.filter((who) => allows(people[who], entry));
			expect(allowed).toEqual(everyone.filter((who) => entry.may.includes(who)));
		}
	);

	test('has a row here for each of its actions', () => {
		const tested = new Set<string>(table.map(({ action }) => action));
		expect(Object.keys(permissions).filter((action) => !tested.has(action))).toEqual([]);
	});
});

function allows<A extends Action>(actor: Actor, entry: Row<A>): boolean {
	return can(actor, entry.action, entry.subject);
}

describe('the right on a live document', () => {
	test('is what the proposal allows', () => {
		const subject = { kind: 'proposal', proposal: proposal('PUBLISHED') } as const;
		expect(documentRight(people.author, subject)).toBe('write');
		expect(documentRight(people.resident, subject)).toBe('comment');
		expect(documentRight(people.visitor, subject)).toBe('read');
		expect(documentRight(people.stranger, subject)).toBe('none');
		expect(documentRight(people.suspended, subject)).toBe('read');
	});

	test('is what the sheet allows, and a signed one is written by nobody', () => {
		const draft = { kind: 'action-sheet', actionSheet: { ...place, state: 'DRAFT' } } as const;
		const signed = { kind: 'action-sheet', actionSheet: { ...place, state: 'SIGNED' } } as const;
		expect(documentRight(people.coordinator, draft)).toBe('write');
		expect(documentRight(people.member, draft)).toBe('comment');
		expect(documentRight(people.resident, draft)).toBe('none');
		expect(documentRight(people.coordinator, signed)).toBe('comment');
	});
});
