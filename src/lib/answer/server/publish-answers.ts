import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { listAnswers } from './answer-queries.ts';
import { mayBeSent, publishOne } from './publish-one.ts';

/** Answers sent at once: a transaction of this size stays short on the embedded database. */
const BATCH = 100;

/**
 * Sends the decided answers of the territory, a hundred at most, each with its own event; those that
 * are left wait for the next press of the button.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function publishAnswers(context: CommandContext): Promise<{ sent: number }> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'answer.publish', { territoryId });
	const decided = await listAnswers({ db: trx, actor }, 'decided', BATCH);
	// What was taken back or is held since the decision must not keep the others waiting.
	const answers = decided.filter(({ outcome, answeredAt, proposalState, reconsiders }) =>
		mayBeSent(outcome, { state: proposalState, answeredAt }, reconsiders)
	);
	for (const answer of answers) await publishOne(context, answer, answer.version);
	return { sent: answers.length };
}
