import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { answerApplication } from './application-writes.ts';
import { findBody } from './body-queries.ts';

/**
 * Admits someone who asked to enter a body, and tells them.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (answered in the meantime)
 */
export async function admitMember(
	context: CommandContext,
	input: { body: string; membership: string }
): Promise<void> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	authorize(actor, 'body.admit', body);
	const membershipId = await answerApplication(
		trx,
		body,
		input.membership,
		{ admitted: true },
		now
	);
	await recordEvent(context, {
		verb: 'body-member-admitted',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId }
	});
}
