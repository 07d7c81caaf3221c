import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { can } from '#lib/access/permissions.ts';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Body } from '../body.ts';

const COLUMNS = [
	'body.id',
	'body.axisId',
	'body.kind',
	'body.name',
	'body.description',
	'body.composition',
	'body.rhythm',
	'body.rule',
	'body.admission',
	'body.public'
] as const;

export interface BodyWithCount extends Body {
	/** Active members. */
	memberCount: number;
}

function activeMembers(eb: ExpressionBuilder<Database, 'body'>) {
	return eb
		.selectFrom('membership')
		.select((member) => member.fn.countAll<number>().as('count'))
		.whereRef('membership.bodyId', '=', 'body.id')
		.where('membership.state', '=', 'active')
		.as('memberCount');
}

/**
 * Bodies of a contract in order with their number of members, 100 at most. Without an actor the
 * public ones; with one also those where they sit, and all of them for a coordinator.
 */
export async function listBodies(
	db: Kysely<Database>,
	contractId: string,
	actor?: Actor
): Promise<BodyWithCount[]> {
	const seats = actor?.memberships.map(({ bodyId }) => bodyId) ?? [];
	let query = db
		.selectFrom('body')
		.select(COLUMNS)
		.select(activeMembers)
		.where('body.contractId', '=', contractId);
	if (!actor?.roles.includes('coordinator')) {
		query = query.where((eb) =>
			eb.or([
				eb('body.public', '=', true),
				...(seats.length > 0 ? [eb('body.id', 'in', seats)] : [])
			])
		);
	}
	const rows = await query.orderBy('body.position').orderBy('body.name').limit(100).execute();
	return rows.map((row) => ({ ...row, memberCount: row.memberCount ?? 0 }));
}

/** A body with what the permission table asks about it. */
export interface BodyDetail extends BodyWithCount {
	bodyId: string;
	territoryId: string;
	contractId: string;
	axis: { code: string; title: string } | null;
}

/** A body that the actor may see in their territory, or null. */
export async function findBody(
	db: Kysely<Database>,
	actor: Actor,
	bodyId: string
): Promise<BodyDetail | null> {
	if (!actor.territoryId || !isId(bodyId)) return null;
	const row = await db
		.selectFrom('body')
		.innerJoin('contract', 'contract.id', 'body.contractId')
		.leftJoin('axis', 'axis.id', 'body.axisId')
		.select(COLUMNS)
		.select(['body.contractId', 'contract.territoryId', 'axis.code', 'axis.title'])
		.select(activeMembers)
		.where('contract.territoryId', '=', actor.territoryId)
		.where('body.id', '=', bodyId)
		.executeTakeFirst();
	if (!row) return null;
	const { code, title, ...body } = row;
	const subject: BodyDetail = {
		...body,
		bodyId: body.id,
		memberCount: body.memberCount ?? 0,
		axis: code !== null && title !== null ? { code, title } : null
	};
	return can(actor, 'body.read', subject) ? subject : null;
}
