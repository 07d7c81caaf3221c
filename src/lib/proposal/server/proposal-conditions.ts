/** Which proposals a list is made of: what its filter lets through. */
import {
	sql,
	type Expression,
	type ExpressionBuilder,
	type Kysely,
	type RawBuilder,
	type SqlBool
} from 'kysely';
import { publicProposalStates } from '#lib/access/permissions.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { Database } from '#lib/database/schema.ts';
import type { ProposalFilter } from '../proposal-list.ts';

type Condition = ExpressionBuilder<Database, 'proposal'>;

/** A value, or the place of one in a prepared query. */
type Asked<Value> = Value | RawBuilder<Value>;

/** What a list is narrowed to, besides its tab. */
export interface Narrowing {
	territoryId: Asked<string | null>;
	contractId: Asked<string>;
	axisId: Asked<string | null>;
	themeId: Asked<string | null>;
	communeId: Asked<string | null>;
	bodyId: Asked<string | null>;
	state: Asked<ProposalState | null>;
	search: Asked<string | null>;
}

function conditionsOf(eb: Condition, narrowing: Narrowing, tab: ProposalFilter['tab']) {
	const { axisId, themeId, communeId, bodyId, state, search } = narrowing;
	const conditions: Expression<SqlBool>[] = [
		eb('proposal.contractId', '=', narrowing.contractId),
		eb('proposal.territoryId', '=', narrowing.territoryId),
		state
			? eb('proposal.state', '=', state)
			: eb('proposal.state', 'in', [...publicProposalStates()]),
		eb('proposal.answeredAt', tab === 'answered' ? 'is not' : 'is', null)
	];
	if (axisId) conditions.push(eb('proposal.axisId', '=', axisId));
	if (communeId) conditions.push(eb('proposal.communeId', '=', communeId));
	if (bodyId) conditions.push(eb('proposal.bodyId', '=', bodyId));
	if (themeId) {
		conditions.push(
			eb.exists(
				eb
					.selectFrom('proposalTheme')
					.select('proposalTheme.themeId')
					.whereRef('proposalTheme.proposalId', '=', 'proposal.id')
					.where('proposalTheme.themeId', '=', themeId)
			)
		);
	}
	if (search) conditions.push(matches(search));
	return conditions;
}

/** Words in the title, the summary or the text itself, accents and endings aside. */
function matches(search: Asked<string | null>) {
	const query = sql`websearch_to_tsquery('french_plain', ${search})`;
	return sql<boolean>`(proposal.search @@ ${query} or proposal.document_id in
		(select document_render.document_id from document_render where document_render.search @@ ${query}))`;
}

/** The published proposals of a tab that a filter lets through. */
export function matchingOf(db: Kysely<Database>, narrowing: Narrowing, tab: ProposalFilter['tab']) {
	return db
		.selectFrom('proposal')
		.select('proposal.id')
		.where((eb) => eb.and(conditionsOf(eb, narrowing, tab)));
}
