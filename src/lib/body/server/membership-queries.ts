import type { Kysely } from 'kysely';
import type { BodyRole } from '#lib/access/actor.ts';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Standing } from '../body.ts';

export interface Member {
	id: string;
	personId: string;
	publicName: string;
	role: BodyRole;
	voice: 'deliberative' | 'consultative';
	organisation: string | null;
	/** Only where enough people live for a commune not to point at somebody. */
	commune: string | null;
}

/** Active members of a body, those who lead it first, then by arrival, 300 at most. */
export async function listMembers(db: Kysely<Database>, bodyId: string): Promise<Member[]> {
	return db
		.selectFrom('membership as m')
		.innerJoin('person', 'person.id', 'm.personId')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.leftJoin('organisation', 'organisation.id', 'm.organisationId')
		.leftJoin('commune', (join) =>
			join
				.onRef('commune.id', '=', 'person.communeId')
				.onRef('commune.population', '>=', 'territory.nameThreshold')
		)
		.select([
			'm.id',
			'm.personId',
			'person.publicName',
			'm.role',
			'm.voice',
			'organisation.name as organisation',
			'commune.name as commune'
		])
		.where('m.bodyId', '=', bodyId)
		.where('m.state', '=', 'active')
		.orderBy((eb) => eb('m.role', '=', 'member'))
		.orderBy('m.joinedAt')
		.orderBy('m.id')
		.limit(300)
		.execute();
}

export interface Application {
	id: string;
	publicName: string;
	motivation: string;
	askedAt: Date;
}

/** Applications that wait for an answer, the oldest first, 200 at most. For those who may admit. */
export async function listApplications(
	db: Kysely<Database>,
	bodyId: string
): Promise<Application[]> {
	return db
		.selectFrom('membership as m')
		.innerJoin('person', 'person.id', 'm.personId')
		.select(['m.id', 'person.publicName', 'm.motivation', 'm.askedAt'])
		.where('m.bodyId', '=', bodyId)
		.where('m.state', '=', 'applied')
		.orderBy('m.askedAt')
		.orderBy('m.id')
		.limit(200)
		.execute();
}

/** An application or membership of this body, whatever its state, or null. */
export async function findMembership(db: Kysely<Database>, bodyId: string, membershipId: string) {
	if (!isId(membershipId)) return null;
	const row = await db
		.selectFrom('membership as m')
		.innerJoin('person', 'person.id', 'm.personId')
		.leftJoin('account', 'account.id', 'person.accountId')
		.select(['m.id', 'm.personId', 'm.state', 'm.role', 'account.email', 'account.locale'])
		.where('m.bodyId', '=', bodyId)
		.where('m.id', '=', membershipId)
		.executeTakeFirst();
	return row ?? null;
}

export interface OwnStanding {
	standing: Standing;
	membershipId: string | null;
	/** Why the last application was refused; empty otherwise. */
	refusalReason: string;
}

/** How a person stands towards a body: their current membership, else their last one. */
export async function findStanding(
	db: Kysely<Database>,
	bodyId: string,
	personId: string | null
): Promise<OwnStanding> {
	const outside: OwnStanding = { standing: 'outside', membershipId: null, refusalReason: '' };
	if (personId === null) return outside;
	const row = await db
		.selectFrom('membership')
		.select(['id', 'state', 'refusalReason'])
		.where('bodyId', '=', bodyId)
		.where('personId', '=', personId)
		.orderBy((eb) => eb('state', 'in', ['applied', 'active']), 'desc')
		.orderBy('askedAt', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row || row.state === 'left') return outside;
	return { standing: row.state, membershipId: row.id, refusalReason: row.refusalReason };
}

export interface Invitation {
	id: string;
	territoryId: string;
	bodyId: string | null;
	body: string | null;
	role: string | null;
	expiresAt: Date;
	acceptedAt: Date | null;
}

/** The invitation of a token in a territory, whatever its state, or null. */
export async function findInvitation(
	db: Kysely<Database>,
	territoryId: string,
	tokenHash: string
): Promise<Invitation | null> {
	const row = await db
		.selectFrom('invitation as i')
		.leftJoin('body', 'body.id', 'i.bodyId')
		.select([
			'i.id',
			'i.territoryId',
			'i.bodyId',
			'body.name as body',
			'i.role',
			'i.expiresAt',
			'i.acceptedAt'
		])
		.where('i.territoryId', '=', territoryId)
		.where('i.tokenHash', '=', tokenHash)
		.executeTakeFirst();
	return row ?? null;
}

/** Invitations that nobody took up yet, to a body or (null) to a role, the latest first, 100 at most. */
export async function listPendingInvitations(
	db: Kysely<Database>,
	territoryId: string,
	bodyId: string | null,
	now: Date
) {
	return db
		.selectFrom('invitation')
		.select(['id', 'email', 'role', 'createdAt', 'expiresAt'])
		.where('territoryId', '=', territoryId)
		.where('bodyId', bodyId === null ? 'is' : '=', bodyId)
		.where('acceptedAt', 'is', null)
		.where('expiresAt', '>', now)
		.orderBy('createdAt', 'desc')
		.limit(100)
		.execute();
}
