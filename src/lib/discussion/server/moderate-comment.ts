import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { moderationMail } from '../moderation-mail.ts';
import { findComment } from './discussion-queries.ts';
import { countComments } from './write-comment.ts';

export interface Moderation {
	commentId: string;
	decision: 'publish' | 'hide';
	/** Told to the author and shown in the comment's place (DSA, article 17). */
	reason: string;
}

/**
 * Publishes a comment that waited to be read, or hides one and tells its author why. Words are never
 * rewritten by a moderator.
 * @throws {AppError} not_found, forbidden
 */
export async function moderateComment(context: CommandContext, input: Moderation): Promise<void> {
	const { trx, actor, now } = context;
	const comment = found(await findComment(trx, actor.territoryId, input.commentId));
	authorize(actor, 'comment.moderate', comment);
	const hides = input.decision === 'hide';
	await trx
		.updateTable('comment')
		.set({ state: hides ? 'hidden' : 'published', hiddenReason: hides ? input.reason : '' })
		.where('id', '=', input.commentId)
		.where('state', '!=', 'withdrawn')
		.execute();
	await countComments(context, comment);
	if (!hides && comment.personId) {
		await trx
			.updateTable('person')
			.set({ firstPublishedAt: now })
			.where('id', '=', comment.personId)
			.where('firstPublishedAt', 'is', null)
			.execute();
	}
	if (hides) await tellAuthor(context, comment.personId, comment.territoryId, input.reason);
	await recordEvent(context, {
		verb: hides ? 'comment-hidden' : 'comment-published',
		subjectKind: 'comment',
		subjectId: input.commentId
	});
}

async function tellAuthor(
	{ trx, now }: CommandContext,
	personId: string | null,
	territoryId: string,
	reason: string
): Promise<void> {
	if (personId === null) return;
	const author = await trx
		.selectFrom('person')
		.innerJoin('account', 'account.id', 'person.accountId')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.select(['account.email', 'account.locale', 'territory.name', 'territory.helpPhone'])
		.where('person.id', '=', personId)
		.executeTakeFirst();
	if (!author) return;
	const mail = moderationMail(messagesOf(author.locale).discussion.mail, { ...author, reason });
	await queueMail(trx, {
		territoryId,
		kind: 'comment-hidden',
		recipient: author.email,
		...mail,
		now
	});
}
