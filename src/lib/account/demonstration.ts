/** The people of the demonstration: what each is there to show. */
import type { BodyRole, Role } from '#lib/access/actor.ts';
import { isFictitious } from '#lib/notification/mail.ts';
import type { College } from './person.ts';

export const DEMONSTRATION_KINDS = [
	'resident',
	'professional',
	'lead',
	'coordinator',
	'elected',
	'mediator',
	'ars_referent',
	'clerk',
	'evaluator'
] as const;

export type DemonstrationKind = (typeof DEMONSTRATION_KINDS)[number];

/** What a person is there to show: their role first, then the group they lead, then their college. */
export function demonstrationKind(person: {
	roles: readonly Role[];
	memberships: readonly { role: BodyRole }[];
	college: College;
}): DemonstrationKind {
	const [role] = person.roles;
	if (role) return role;
	if (person.memberships.some((membership) => membership.role === 'lead')) return 'lead';
	return person.college;
}

/**
 * One person for each kind in the order of the page, and the others. Whoever was loaded first stands
 * for their kind.
 */
export function arrangePeople<P extends { kind: DemonstrationKind }>(
	people: readonly P[]
): { chosen: P[]; others: P[] } {
	const chosen = DEMONSTRATION_KINDS.flatMap((kind) => {
		const first = people.find((person) => person.kind === kind);
		return first ? [first] : [];
	});
	return { chosen, others: people.filter((person) => !chosen.includes(person)) };
}

const INVENTED: Readonly<Record<string, string>> = {
	email: 'visiteur@demonstration.example',
	contactEmail: 'visiteur@demonstration.example',
	postalAddress: 'Adresse inventée\n00000 Démonstration'
};

/** The fields of a form, each address that reaches somebody replaced by an invented one. */
export function withInventedAddresses<T extends object>(typed: T): T {
	const invented = Object.entries(INVENTED).filter(([name]) => {
		const value: unknown = Reflect.get(typed, name);
		return typeof value === 'string' && value !== '' && !isFictitious(value);
	});
	return { ...typed, ...Object.fromEntries(invented) };
}
