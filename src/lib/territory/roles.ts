import type { Role } from '#lib/access/actor.ts';

/** Roles that a coordinator may give, in the order of the page. */
export const ROLES: readonly Role[] = [
	'coordinator',
	'ars_referent',
	'elected',
	'mediator',
	'clerk',
	'evaluator'
];

/**
 * Whether a person may hold these roles together. The coordinator of an atelier santé ville may be
 * central to a contract but cannot be its referent, so a mediator is never its coordinator.
 * Source: fiche outil « Contrat local de santé », 2012.
 */
export function rolesConflict(roles: readonly Role[]): boolean {
	return roles.includes('mediator') && roles.includes('coordinator');
}

/** The role that a text names, or null. */
export function appointableRole(role: string | null): Role | null {
	return ROLES.find((known) => known === role) ?? null;
}
