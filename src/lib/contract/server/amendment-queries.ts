import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { amendmentCircuit, type Amendment, type AmendmentStep } from '../amendment.ts';

export interface AmendmentWithCircuit extends Amendment {
	circuit: AmendmentStep[];
}

/** Amendments of a contract by number with their circuit; the days come from the events. Two queries. */
export async function listAmendments(
	db: Kysely<Database>,
	contractId: string
): Promise<AmendmentWithCircuit[]> {
	const amendments = await db
		.selectFrom('amendment')
		.select(['id', 'number', 'title', 'purpose', 'state'])
		.where('contractId', '=', contractId)
		.orderBy('number')
		.limit(50)
		.execute();
	const ids = amendments.map(({ id }) => id);
	const steps =
		ids.length === 0
			? []
			: await db
					.selectFrom('event')
					.select((eb) => [
						'event.subjectId',
						sql<string | null>`${eb.ref('event.detail')} ->> 'state'`.as('state'),
						sql<string | null>`${eb.ref('event.detail')} ->> 'on'`.as('on')
					])
					.where('event.subjectKind', '=', 'amendment')
					.where('event.verb', '=', 'amendment-advanced')
					.where('event.subjectId', 'in', ids)
					.orderBy('event.at')
					.orderBy('event.id')
					.limit(1000)
					.execute();
	return amendments.map((amendment) => ({
		...amendment,
		circuit: amendmentCircuit(
			amendment.state,
			steps
				.filter(({ subjectId }) => subjectId === amendment.id)
				.map(({ state, on }) => ({ state: state ?? '', on }))
		)
	}));
}

/** An amendment of a contract of this territory, or null. */
export async function findAmendment(
	db: Kysely<Database>,
	territoryId: string,
	amendmentId: string
): Promise<Amendment | null> {
	const row = await db
		.selectFrom('amendment')
		.innerJoin('contract', 'contract.id', 'amendment.contractId')
		.select([
			'amendment.id',
			'amendment.number',
			'amendment.title',
			'amendment.purpose',
			'amendment.state'
		])
		.where('contract.territoryId', '=', territoryId)
		.where('amendment.id', '=', amendmentId)
		.executeTakeFirst();
	return row ?? null;
}
