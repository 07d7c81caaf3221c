import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findComment } from './discussion-queries.ts';
import { countComments } from './write-comment.ts';

/**
 * Takes back one's own comment: its words go, the answers to it stay.
 * @throws {AppError} not_found, forbidden
 */
export async function withdrawComment(
	context: CommandContext,
	{ commentId }: { commentId: string }
): Promise<void> {
	const { trx, actor } = context;
	const comment = found(await findComment(trx, actor.territoryId, commentId));
	authorize(actor, 'comment.withdraw', comment);
	await trx
		.updateTable('comment')
		.set({ state: 'withdrawn', body: '—' })
		.where('id', '=', commentId)
		.execute();
	await countComments(context, comment);
	await recordEvent(context, {
		verb: 'comment-withdrawn',
		subjectKind: 'comment',
		subjectId: commentId
	});
}
