/**
 * Who may do what: the one table. Pure; asked by commands (authorize), pages (what to show), lists
 * (what to scope) and the live-document server. An action that is not here cannot be done.
 */
import { hasRole, sitsIn, type Actor } from './actor.ts';
import type {
	Action,
	DocumentSubject,
	ProposalState,
	ProposalSubject,
	SubjectOf,
	Subjects,
	TerritorySubject
} from './subjects.ts';

const PUBLIC_STATES: readonly ProposalState[] = [
	'PUBLISHED',
	'MERGED_INTO',
	'RETAINED',
	'POSTPONED',
	'REJECTED'
];

/** States in which everyone reads a proposal. Lists scope on them in SQL. */
export function publicProposalStates(): readonly ProposalState[] {
	return PUBLIC_STATES;
}

const isHere = (actor: Actor, subject: TerritorySubject) =>
	actor.territoryId === subject.territoryId;
/** A person of the territory who has a public name and is not suspended. */
const contributes = (actor: Actor, subject: TerritorySubject) =>
	isHere(actor, subject) && actor.personId !== null && actor.named && !actor.suspended;
const coordinates = (actor: Actor, subject: TerritorySubject) =>
	hasRole(actor, subject.territoryId, 'coordinator');
const placeOf = (subject: DocumentSubject): TerritorySubject =>
	subject.kind === 'proposal' ? subject.proposal : subject.actionSheet;
const isAuthor = (actor: Actor, subject: ProposalSubject) =>
	isHere(actor, subject) && actor.personId !== null && subject.authorIds.includes(actor.personId);

type Rules = { [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean };

/** The table itself, exported for the test that walks it row by row. */
export const permissions: Rules = {
	'territory.read': isHere,
	'territory.configure': coordinates,
	'territory.create': (_actor, subject) => subject.setupLinkIsValid,
	'person.choose-name': (actor, subject) =>
		isHere(actor, subject) && actor.accountId !== null && !actor.suspended,
	'person.appoint': coordinates,
	'person.suspend': coordinates,
	'person.read-suspension': (actor, subject) =>
		isHere(actor, subject) && actor.personId !== null && actor.personId === subject.personId,
	'account.sign-in': () => true,
	'account.sign-in-demonstration': (_actor, subject) => subject.demonstration,
	'account.manage': (actor, subject) => actor.accountId === subject.accountId,
	'draft.erase': (_actor, subject) => subject.isInThisBrowser,
	'organisation.edit': coordinates,
	'contract.edit': coordinates,
	'window.edit': coordinates,
	'body.read': (actor, subject) =>
		isHere(actor, subject) &&
		(subject.public || sitsIn(actor, subject.bodyId) || coordinates(actor, subject)),
	'body.edit': coordinates,
	'body.join': (actor, subject) =>
		contributes(actor, subject) &&
		subject.public &&
		subject.admission === 'open' &&
		!sitsIn(actor, subject.bodyId),
	'body.apply': (actor, subject) =>
		contributes(actor, subject) &&
		subject.public &&
		subject.admission === 'application' &&
		!sitsIn(actor, subject.bodyId),
	'body.leave': (actor, subject) =>
		isHere(actor, subject) && actor.personId === subject.personId && sitsIn(actor, subject.bodyId),
	'body.end-seat': coordinates,
	'body.admit': (actor, subject) =>
		coordinates(actor, subject) ||
		(contributes(actor, subject) && sitsIn(actor, subject.bodyId, 'lead', 'chair')),
	'body.invite': (actor, subject) =>
		coordinates(actor, subject) ||
		(contributes(actor, subject) && sitsIn(actor, subject.bodyId, 'lead', 'chair')),
	'invitation.accept': contributes,
	'mail.read-outbox': (_actor, subject) => subject.demonstration,
	'proposal.submit': (actor, subject) => isHere(actor, subject) && !actor.suspended,
	'proposal.enter-for-other': (actor, subject) =>
		hasRole(actor, subject.territoryId, 'coordinator', 'mediator', 'clerk'),
	'proposal.read': (actor, subject) =>
		isHere(actor, subject) &&
		(PUBLIC_STATES.includes(subject.state) ||
			isAuthor(actor, subject) ||
			(actor.personId !== null && actor.personId === subject.enteredById && !actor.suspended) ||
			coordinates(actor, subject)),
	'proposal.read-original': (actor, subject) =>
		isAuthor(actor, subject) || coordinates(actor, subject),
	'proposal.review': coordinates,
	'proposal.revise': (actor, subject) =>
		!actor.suspended &&
		isAuthor(actor, subject) &&
		(subject.state === 'RETURNED' || subject.state === 'RECEIVED'),
	'proposal.write': (actor, subject) =>
		contributes(actor, subject) &&
		subject.state === 'PUBLISHED' &&
		(isAuthor(actor, subject) ||
			sitsIn(actor, subject.bodyId) ||
			subject.openWriting ||
			coordinates(actor, subject)),
	'proposal.withdraw': (actor, subject) =>
		!actor.suspended &&
		isAuthor(actor, subject) &&
		['RECEIVED', 'RETURNED', 'HELD_PRIVACY', 'PUBLISHED'].includes(subject.state),
	'proposal.support': (actor, subject) =>
		contributes(actor, subject) && subject.state === 'PUBLISHED',
	'proposal.comment': (actor, subject) =>
		contributes(actor, subject) && PUBLIC_STATES.includes(subject.state),
	'comment.read': (actor, subject) =>
		isHere(actor, subject) &&
		(subject.state === 'published' ||
			subject.state === 'hidden' ||
			(actor.personId !== null && actor.personId === subject.personId) ||
			coordinates(actor, subject)),
	'comment.withdraw': (actor, subject) =>
		isHere(actor, subject) &&
		actor.personId !== null &&
		actor.personId === subject.personId &&
		(subject.state === 'published' || subject.state === 'held'),
	'comment.moderate': coordinates,
	'report.send': isHere,
	'report.decide': coordinates,
	'plan.read': isHere,
	'action-sheet.read': (actor, subject) =>
		isHere(actor, subject) &&
		((subject.state !== 'IDEA' && subject.state !== 'DRAFT') ||
			actor.memberships.length > 0 ||
			hasRole(actor, subject.territoryId, 'coordinator', 'ars_referent', 'elected', 'evaluator')),
	'action-sheet.create': coordinates,
	'action-sheet.write': (actor, subject) =>
		coordinates(actor, subject) && subject.state !== 'SIGNED',
	'action-sheet.comment': (actor, subject) =>
		contributes(actor, subject) && permissions['action-sheet.read'](actor, subject),
	'consolidation.work': coordinates,
	'answer.prepare': coordinates,
	'answer.decide': (actor, subject) =>
		subject.bodyId === null
			? subject.outcome === 'redirected' && coordinates(actor, subject)
			: coordinates(actor, subject) ||
				(contributes(actor, subject) && sitsIn(actor, subject.bodyId, 'chair', 'secretary')),
	'answer.publish': coordinates,
	'delivery.handle': (actor, subject) =>
		hasRole(actor, subject.territoryId, 'coordinator', 'clerk'),
	'poll.read': (actor, subject) =>
		isHere(actor, subject) &&
		(subject.audience === 'everyone' ||
			sitsIn(actor, subject.bodyId) ||
			coordinates(actor, subject)),
	'poll.create': coordinates,
	'poll.vote': (actor, subject) =>
		contributes(actor, subject) &&
		(subject.audience === 'everyone' || sitsIn(actor, subject.bodyId)),
	'poll.close': coordinates,
	'task.read': (actor, subject) => isHere(actor, subject) && actor.accountId !== null,
	'document.read-authors': (actor, subject) => documentRight(actor, subject) !== 'none',
	// What was taken out of a text may have been too private for everyone (ADR 20).
	'document.read-history': (actor, subject) => {
		if (coordinates(actor, placeOf(subject))) return true;
		if (subject.kind === 'action-sheet') {
			const draft = { ...subject.actionSheet, state: 'DRAFT' } as const;
			return permissions['action-sheet.comment'](actor, draft);
		}
		const isTheirs = !actor.suspended && isAuthor(actor, subject.proposal);
		return isTheirs || documentRight(actor, subject) === 'write';
	},
	'document.name-version': (actor, subject) => documentRight(actor, subject) === 'write',
	'document.restore': (actor, subject) => documentRight(actor, subject) === 'write',
	'document.freeze': (actor, subject) =>
		coordinates(actor, placeOf(subject)) && documentRight(actor, subject) === 'write',
	'document.compact': (actor, subject) => coordinates(actor, placeOf(subject)),
	'document.verify': coordinates
};

/** Whether the actor may do this to that. Never throws, never reads anything. */
export function can<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
	return permissions[action](actor, subject);
}

export type DocumentRight = 'none' | 'read' | 'comment' | 'write';

/** The actor's right on a live document, from the noun that the document belongs to. */
export function documentRight(actor: Actor, subject: DocumentSubject): DocumentRight {
	if (subject.kind === 'proposal') {
		const { proposal } = subject;
		if (can(actor, 'proposal.write', proposal)) return 'write';
		if (can(actor, 'proposal.comment', proposal)) return 'comment';
		return can(actor, 'proposal.read', proposal) ? 'read' : 'none';
	}
	const { actionSheet } = subject;
	if (can(actor, 'action-sheet.write', actionSheet)) return 'write';
	if (can(actor, 'action-sheet.comment', actionSheet)) return 'comment';
	return can(actor, 'action-sheet.read', actionSheet) ? 'read' : 'none';
}
