/** Who is asking: a visitor, or a person of one territory with roles and memberships there. */
export type Role = 'coordinator' | 'ars_referent' | 'elected' | 'mediator' | 'clerk' | 'evaluator';

export type BodyRole = 'member' | 'lead' | 'chair' | 'secretary';

export interface ActorMembership {
	bodyId: string;
	role: BodyRole;
}

export interface Actor {
	/** The territory of the page; null outside any. */
	territoryId: string | null;
	/** Signed in when present. */
	accountId: string | null;
	sessionId: string | null;
	/** The person that this account is in this territory; null before the first contribution. */
	personId: string | null;
	publicName: string | null;
	/** True once a public name was chosen and the age of 15 confirmed. */
	named: boolean;
	college: 'resident' | 'professional' | 'elected';
	roles: readonly Role[];
	/** Active memberships only. */
	memberships: readonly ActorMembership[];
	suspended: boolean;
	/** Something of this person was already read and published: the next ones need no reading first. */
	trusted: boolean;
	sharedComputer: boolean;
	demonstration: boolean;
}

/** A visitor whom nothing identifies. */
export function visitor(territoryId: string | null): Actor {
	return {
		territoryId,
		accountId: null,
		sessionId: null,
		personId: null,
		publicName: null,
		named: false,
		college: 'resident',
		roles: [],
		memberships: [],
		suspended: false,
		trusted: false,
		sharedComputer: false,
		demonstration: false
	};
}

/** Whether the actor holds one of these roles in this territory. */
export function hasRole(actor: Actor, territoryId: string, ...roles: Role[]): boolean {
	return (
		actor.territoryId === territoryId &&
		!actor.suspended &&
		roles.some((role) => actor.roles.includes(role))
	);
}

/** Whether the actor sits in this body, with one of these roles when any is named. */
export function sitsIn(actor: Actor, bodyId: string | null, ...roles: BodyRole[]): boolean {
	return actor.memberships.some(
		(membership) =>
			membership.bodyId === bodyId && (roles.length === 0 || roles.includes(membership.role))
	);
}
