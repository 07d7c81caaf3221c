import { sql } from 'kysely';
import { authorize } from '#lib/access/authorize.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { firstState, placeAnswer } from '../discussion.ts';
import { findComment, type Discussed } from './discussion-queries.ts';
import { findDiscussedSubject, type DiscussedSubject } from './subject-queries.ts';

export interface NewComment {
	discussed: Discussed;
	parentId: string | null;
	body: string;
	/** Makes a double submission one row. */
	token: string | null;
}

export interface WrittenComment {
	id: string;
	/** `held`: read before publication, since it is the author's first. */
	state: 'published' | 'held';
}

/**
 * Comments on a proposal or an action sheet, or answers a comment.
 * @throws {AppError} not_found, unauthenticated, forbidden, rate_limited, conflict when the comment
 * answered is gone
 */
export async function writeComment(
	context: CommandContext,
	input: NewComment
): Promise<WrittenComment> {
	const { trx, actor, now } = context;
	const subject = found(await findDiscussedSubject({ db: trx, actor }, input.discussed));
	authorizeComment(context, subject);
	const before = await findByToken(context, input.token);
	if (before) return before;
	const { parentId, depth } = await place(context, input);
	const id = newId();
	const state = firstState(actor);
	const { territoryId } = subject.subject;
	const bucket = { capacity: 30, perMinute: 4 };
	if (!(await takeToken(trx, `comment:${found(actor.personId)}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const inserted = await trx
		.insertInto('comment')
		.values({
			id,
			territoryId,
			...input.discussed,
			parentId,
			depth,
			personId: actor.personId,
			body: input.body,
			state,
			token: input.token,
			createdAt: now
		})
		.onConflict((conflict) => conflict.constraint('comment_token_unique').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!inserted) {
		// The same form was sent at the same instant: it has written the comment by now.
		const twin = await findByToken(context, input.token);
		if (twin) return twin;
		throw new AppError('conflict');
	}
	if (state === 'published') await countComments(context, input.discussed);
	await recordEvent(context, {
		verb: state === 'published' ? 'comment-written' : 'comment-held',
		subjectKind: 'comment',
		subjectId: id
	});
	return { id, state };
}

function authorizeComment({ actor }: CommandContext, found: DiscussedSubject): void {
	if (found.kind === 'proposal') authorize(actor, 'proposal.comment', found.subject);
	else authorize(actor, 'action-sheet.comment', found.subject);
}

async function findByToken({ trx, actor }: CommandContext, token: string | null) {
	if (token === null) return null;
	const row = await trx
		.selectFrom('comment')
		.select(['id', 'state'])
		.where('token', '=', token)
		.where('personId', '=', actor.personId)
		.executeTakeFirst();
	if (!row) return null;
	return { id: row.id, state: row.state === 'held' ? ('held' as const) : ('published' as const) };
}

async function place({ trx, actor }: CommandContext, { parentId, discussed }: NewComment) {
	if (parentId === null) return { parentId: null, depth: 0 };
	const parent = await findComment(trx, actor.territoryId, parentId);
	const same =
		parent &&
		('proposalId' in discussed
			? parent.proposalId === discussed.proposalId
			: parent.actionSheetId === discussed.actionSheetId);
	if (!same || parent.state !== 'published') {
		throw new AppError('conflict', { reason: 'discussion.parent_gone' });
	}
	return placeAnswer(parent);
}

/** Keeps the number of published comments on the proposal, so that lists need not count. */
export async function countComments(
	{ trx }: Pick<CommandContext, 'trx'>,
	discussed: { proposalId?: string | null; actionSheetId?: string | null }
): Promise<void> {
	if (!discussed.proposalId) return;
	// Locked in a statement of its own: the count then sees what whoever held it has committed.
	await trx
		.selectFrom('proposal')
		.select('id')
		.where('id', '=', discussed.proposalId)
		.forNoKeyUpdate()
		.execute();
	await sql`
		update proposal set comment_count =
			(select count(*) from comment where proposal_id = ${discussed.proposalId} and state = 'published')
		where id = ${discussed.proposalId}
	`.execute(trx);
}
