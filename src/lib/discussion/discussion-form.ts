import * as v from 'valibot';
import { oneOf, optionalId, pageId, prose } from '#lib/form.ts';
import { MAX_COMMENT } from './discussion.ts';

/** A comment or an answer. `token` makes a double submission one row. */
export const commentForm = v.object({
	body: prose('discussion.body_required', 'discussion.body_too_long', MAX_COMMENT),
	parentId: optionalId('discussion.parent_gone'),
	token: optionalId('common.stale_page')
});

/** Taking back one's own comment. */
export const withdrawCommentForm = v.object({ commentId: pageId() });

/** The coordination publishes or hides a comment; a hidden one says why, to its author and to all. */
export const moderateCommentForm = v.pipe(
	v.object({
		commentId: pageId(),
		decision: oneOf(['publish', 'hide'], 'discussion.decision_required'),
		reason: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(1000, 'common.too_long'))
	}),
	v.forward(
		v.check(
			({ decision, reason }) => decision === 'publish' || reason !== '',
			'discussion.reason_required'
		),
		['reason']
	)
);
