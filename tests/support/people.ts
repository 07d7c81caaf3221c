/** Factories of a small territory and of the people in it, for tests that need a database. */
import type { Kysely } from 'kysely';
import { visitor, type Actor, type BodyRole, type Role } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

export interface TestTerritory {
	territoryId: string;
	slug: string;
	communeId: string;
	/** Under 1,000 inhabitants: never shown beside a name. */
	smallCommuneId: string;
	contractId: string;
	axisIds: [string, string];
	objectiveId: string;
	themeId: string;
	/** Opened ten days before `now`, closes ten days after. */
	windowId: string;
	workingGroupId: string;
	steeringCommitteeId: string;
	organisationId: string;
}

const DAY = 86_400_000;

/** Inserts a territory with everything that a contract needs to receive a proposal. */
export async function aTerritory(
	db: Kysely<Database>,
	options: { slug?: string; now?: Date } = {}
): Promise<TestTerritory> {
	const now = options.now ?? new Date();
	const slug = options.slug ?? 'essai';
	const t: TestTerritory = {
		territoryId: newId(),
		slug,
		communeId: newId(),
		smallCommuneId: newId(),
		contractId: newId(),
		axisIds: [newId(), newId()],
		objectiveId: newId(),
		themeId: newId(),
		windowId: newId(),
		workingGroupId: newId(),
		steeringCommitteeId: newId(),
		organisationId: newId()
	};
	const { territoryId, contractId } = t;
	const strategicObjectiveId = newId();
	await db
		.insertInto('territory')
		.values({ id: territoryId, slug, name: 'Pays d’essai', createdAt: now })
		.execute();
	await db
		.insertInto('commune')
		.values([
			{ id: t.communeId, territoryId, code: 'T-01', name: 'Grandbourg', population: 5200 },
			{ id: t.smallCommuneId, territoryId, code: 'T-02', name: 'Petitlieu', population: 240 }
		])
		.execute();
	await db
		.insertInto('contract')
		.values({
			id: contractId,
			territoryId,
			title: 'Contrat local de santé d’essai',
			state: 'IMPLEMENTATION',
			createdAt: now
		})
		.execute();
	await db
		.insertInto('axis')
		.values([
			{
				id: t.axisIds[0],
				contractId,
				code: 'A1',
				title: 'Accès aux soins',
				tone: 'pine',
				position: 1
			},
			{
				id: t.axisIds[1],
				contractId,
				code: 'A2',
				title: 'Santé mentale',
				tone: 'plum',
				position: 2
			}
		])
		.execute();
	await db
		.insertInto('strategicObjective')
		.values({
			id: strategicObjectiveId,
			axisId: t.axisIds[0],
			code: 'OS1.1',
			title: 'Venir aux soins',
			position: 1
		})
		.execute();
	await db
		.insertInto('operationalObjective')
		.values({
			id: t.objectiveId,
			strategicObjectiveId,
			code: 'OO1.1.1',
			title: 'Organiser les trajets',
			position: 1
		})
		.execute();
	await db
		.insertInto('theme')
		.values({ id: t.themeId, contractId, label: 'Transport', position: 1 })
		.execute();
	await db
		.insertInto('organisation')
		.values({
			id: t.organisationId,
			territoryId,
			name: 'Communauté de communes d’essai',
			kind: 'EPCI'
		})
		.execute();
	await db
		.insertInto('contributionWindow')
		.values({
			id: t.windowId,
			contractId,
			title: 'Avenant n° 1',
			question: 'Que faut-il ajouter ?',
			opensAt: new Date(now.getTime() - 10 * DAY),
			closesAt: new Date(now.getTime() + 10 * DAY)
		})
		.execute();
	await db
		.insertInto('body')
		.values([
			{
				id: t.workingGroupId,
				contractId,
				kind: 'WORKING_GROUP',
				name: 'Groupe Accès aux soins',
				admission: 'open',
				position: 1
			},
			{
				id: t.steeringCommitteeId,
				contractId,
				kind: 'STEERING_COMMITTEE',
				name: 'Comité de pilotage',
				admission: 'invitation',
				position: 2
			}
		])
		.execute();
	return t;
}

export interface PersonOptions {
	publicName?: string;
	roles?: Role[];
	memberships?: { bodyId: string; role?: BodyRole }[];
	college?: Actor['college'];
	communeId?: string;
	/** Whether something of theirs was already read and published. */
	trusted?: boolean;
	now?: Date;
}

/** Inserts a signed-in person with a public name, and gives them as the actor of commands. */
export async function aPerson(
	db: Kysely<Database>,
	territoryId: string,
	options: PersonOptions = {}
): Promise<Actor & { personId: string; accountId: string }> {
	const now = options.now ?? new Date();
	const accountId = newId();
	const personId = newId();
	const publicName = options.publicName ?? 'Camille';
	await db
		.insertInto('account')
		.values({ id: accountId, email: `${accountId}@essai.example`, createdAt: now })
		.execute();
	await db
		.insertInto('person')
		.values({
			id: personId,
			territoryId,
			accountId,
			publicName,
			nameChosen: true,
			college: options.college ?? 'resident',
			communeId: options.communeId ?? null,
			ageConfirmedAt: now,
			firstPublishedAt: options.trusted ? now : null,
			createdAt: now
		})
		.execute();
	const roles = options.roles ?? [];
	if (roles.length > 0) {
		await db
			.insertInto('appointment')
			.values(roles.map((role) => ({ territoryId, personId, role, appointedAt: now })))
			.execute();
	}
	const memberships = (options.memberships ?? []).map(({ bodyId, role }) => ({
		bodyId,
		role: role ?? ('member' as const)
	}));
	if (memberships.length > 0) {
		await db
			.insertInto('membership')
			.values(
				memberships.map((membership) => ({
					id: newId(),
					...membership,
					personId,
					state: 'active' as const,
					askedAt: now,
					joinedAt: now
				}))
			)
			.execute();
	}
	return {
		...visitor(territoryId),
		accountId,
		personId,
		sessionId: 'test',
		publicName,
		named: true,
		college: options.college ?? 'resident',
		roles,
		memberships,
		trusted: options.trusted ?? false
	};
}

/** A coordinator of this territory. */
export function aCoordinator(db: Kysely<Database>, territoryId: string) {
	return aPerson(db, territoryId, {
		publicName: 'Nadia B.',
		roles: ['coordinator'],
		trusted: true
	});
}
