import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Body } from '../body.ts';

export const BODY_COLUMNS = [
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
		.select(BODY_COLUMNS)
		.select((eb) =>
			eb
				.selectFrom('membership')
				.select((member) => member.fn.countAll<number>().as('count'))
				.whereRef('membership.bodyId', '=', 'body.id')
				.where('membership.state', '=', 'active')
				.as('memberCount')
		)
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
