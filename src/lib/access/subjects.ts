/** What actions are done to: what the permission table asks of each noun, and nothing more. */

export type ProposalState =
	| 'RECEIVED'
	| 'RETURNED'
	| 'REDIRECTED'
	| 'HELD_PRIVACY'
	| 'PUBLISHED'
	| 'MERGED_INTO'
	| 'RETAINED'
	| 'POSTPONED'
	| 'REJECTED'
	| 'WITHDRAWN';

export interface TerritorySubject {
	territoryId: string;
}
export interface BodySubject extends TerritorySubject {
	bodyId: string;
	admission: 'open' | 'application' | 'lot' | 'invitation';
	public: boolean;
}
export interface MembershipSubject extends TerritorySubject {
	bodyId: string;
	personId: string;
}
export interface ProposalSubject extends TerritorySubject {
	state: ProposalState;
	authorIds: readonly string[];
	enteredById: string | null;
	bodyId: string | null;
	openWriting: boolean;
}
export interface CommentSubject extends TerritorySubject {
	personId: string | null;
	state: 'published' | 'held' | 'hidden' | 'withdrawn';
}
export interface ActionSheetSubject extends TerritorySubject {
	state: 'IDEA' | 'DRAFT' | 'IN_REVIEW' | 'COMPLETE' | 'ARBITRATED' | 'SIGNED';
}
export interface AnswerSubject extends TerritorySubject {
	/** The body that decides; null when the coordination alone does. */
	bodyId: string | null;
	outcome: 'retained' | 'merged' | 'postponed' | 'declined' | 'redirected';
}
export interface PollSubject extends TerritorySubject {
	audience: 'everyone' | 'members';
	bodyId: string | null;
}
export interface PersonSubject extends TerritorySubject {
	personId: string;
}

export interface AccountSubject {
	accountId: string;
}

export type DocumentSubject =
	| { kind: 'proposal'; proposal: ProposalSubject }
	| { kind: 'action-sheet'; actionSheet: ActionSheetSubject };

/** What each action is done to. */
export interface Subjects {
	'territory.read': TerritorySubject;
	'territory.configure': TerritorySubject;
	'territory.create': { setupLinkIsValid: boolean };
	'person.choose-name': TerritorySubject;
	'person.appoint': TerritorySubject;
	'person.suspend': TerritorySubject;
	'person.read-suspension': PersonSubject;
	'account.sign-in': object;
	'account.sign-in-demonstration': { demonstration: boolean };
	'account.manage': AccountSubject;
	'draft.erase': { isInThisBrowser: boolean };
	'organisation.edit': TerritorySubject;
	'contract.edit': TerritorySubject;
	'window.edit': TerritorySubject;
	'body.read': BodySubject;
	'body.edit': TerritorySubject;
	'body.join': BodySubject;
	'body.apply': BodySubject;
	'body.leave': MembershipSubject;
	'body.end-seat': TerritorySubject;
	'body.admit': BodySubject;
	'body.invite': BodySubject;
	'invitation.accept': TerritorySubject;
	'mail.read-outbox': { demonstration: boolean };
	'proposal.submit': TerritorySubject;
	'proposal.enter-for-other': TerritorySubject;
	'proposal.read': ProposalSubject;
	'proposal.read-original': ProposalSubject;
	'proposal.review': TerritorySubject;
	'proposal.revise': ProposalSubject;
	'proposal.write': ProposalSubject;
	'proposal.withdraw': ProposalSubject;
	'proposal.support': ProposalSubject;
	'proposal.comment': ProposalSubject;
	'comment.read': CommentSubject;
	'comment.withdraw': CommentSubject;
	'comment.moderate': TerritorySubject;
	'report.send': TerritorySubject;
	'report.decide': TerritorySubject;
	'plan.read': TerritorySubject;
	'action-sheet.read': ActionSheetSubject;
	'action-sheet.create': TerritorySubject;
	'action-sheet.write': ActionSheetSubject;
	'action-sheet.comment': ActionSheetSubject;
	'consolidation.work': TerritorySubject;
	'answer.prepare': TerritorySubject;
	'answer.decide': AnswerSubject;
	'answer.publish': TerritorySubject;
	'delivery.handle': TerritorySubject;
	'poll.read': PollSubject;
	'poll.create': TerritorySubject;
	'poll.vote': PollSubject;
	'poll.close': TerritorySubject;
	'task.read': TerritorySubject;
	'document.read-authors': DocumentSubject;
	'document.read-history': DocumentSubject;
	'document.name-version': DocumentSubject;
	'document.restore': DocumentSubject;
	'document.freeze': DocumentSubject;
	'document.compact': DocumentSubject;
	'document.verify': TerritorySubject;
}

export type Action = keyof Subjects;
export type SubjectOf<A extends Action> = Subjects[A];
