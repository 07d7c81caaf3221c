import { dropPendingAct } from '#lib/account/server/pending-act.ts';
import type { CommandContext } from '#lib/command.ts';
import { submitProposal, type Submitted, type SubmitProposal } from './submit-proposal.ts';

/**
 * Receives a contribution and forgets its draft in one transaction: either both happened or neither.
 * @throws {AppError} whatever `submitProposal` refuses
 */
export async function submitDraft(
	context: CommandContext,
	{ pendingToken, ...submission }: SubmitProposal & { pendingToken: string }
): Promise<Submitted> {
	const sent = await submitProposal(context, submission);
	await dropPendingAct(context.trx, pendingToken);
	return sent;
}
