import { can } from '#lib/access/permissions.ts';
import type { ActionSheetSubject, ProposalSubject } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { findProposalSubject } from '#lib/proposal/server/proposal-queries.ts';
import type { Discussed } from './discussion-queries.ts';

export type DiscussedSubject =
	| { kind: 'proposal'; subject: ProposalSubject }
	| { kind: 'action-sheet'; subject: ActionSheetSubject };

/** What permissions need of the thing discussed, or null when the actor may not see it. */
export async function findDiscussedSubject(
	context: QueryContext,
	discussed: Discussed
): Promise<DiscussedSubject | null> {
	const { db, actor } = context;
	if ('proposalId' in discussed) {
		const subject = await findProposalSubject(context, discussed.proposalId);
		return subject && { kind: 'proposal', subject };
	}
	if (actor.territoryId === null || !isId(discussed.actionSheetId)) return null;
	const sheet = await db
		.selectFrom('actionSheet')
		.select(['territoryId', 'state'])
		.where('id', '=', discussed.actionSheetId)
		.where('territoryId', '=', actor.territoryId)
		.executeTakeFirst();
	return sheet && can(actor, 'action-sheet.read', sheet)
		? { kind: 'action-sheet', subject: sheet }
		: null;
}

/** Whether the actor may comment on it. */
export function canComment(context: Pick<QueryContext, 'actor'>, found: DiscussedSubject): boolean {
	return found.kind === 'proposal'
		? can(context.actor, 'proposal.comment', found.subject)
		: can(context.actor, 'action-sheet.comment', found.subject);
}

/** The title of the thing discussed, for its comments' page; null when there is none. */
export async function findDiscussedTitle(
	{ db }: Pick<QueryContext, 'db'>,
	discussed: Discussed
): Promise<string | null> {
	const [table, id] =
		'proposalId' in discussed
			? (['proposal', discussed.proposalId] as const)
			: (['actionSheet', discussed.actionSheetId] as const);
	const row = await db.selectFrom(table).select('title').where('id', '=', id).executeTakeFirst();
	return row?.title ?? null;
}
