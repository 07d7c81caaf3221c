import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { dropPendingAct } from './pending-act.ts';

/**
 * Erases what a browser keeps until its owner says who they are: whoever holds the token of its cookie
 * may. One that is over or unknown is no error: nothing is left of it either.
 */
export async function eraseDraft(
	context: CommandContext,
	{ pendingToken }: { pendingToken: string }
): Promise<void> {
	authorize(context.actor, 'draft.erase', { isInThisBrowser: pendingToken !== '' });
	if (!(await dropPendingAct(context.trx, pendingToken))) return;
	await recordEvent(context, {
		verb: 'draft-erased',
		subjectKind: 'account',
		subjectId: context.actor.accountId
	});
}
