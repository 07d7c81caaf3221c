import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findDemonstrationAccount } from './demonstration-queries.ts';
import { createSession, endSession } from './session.ts';

export interface SignInDemonstration {
	accountId: string;
	/** Whether this site shows its demonstration: asked of the environment, never of the browser. */
	isOpen: boolean;
	deviceLabel: string;
	sessionToken: string | null;
}

/**
 * Signs in as an invented person, in one click. Only accounts marked as the demonstration's can be
 * entered so, whatever was posted.
 * @throws {AppError} not_found for any other account
 */
export async function signInDemonstration(
	{ trx, actor, now }: CommandContext,
	input: SignInDemonstration
): Promise<{ token: string; homePath: string }> {
	const account = found(input.isOpen ? await findDemonstrationAccount(trx, input.accountId) : null);
	authorize(actor, 'account.sign-in-demonstration', { demonstration: true });
	if (input.sessionToken !== null) await endSession(trx, input.sessionToken, now);
	const token = await createSession(trx, {
		accountId: account.id,
		sharedComputer: false,
		deviceLabel: input.deviceLabel,
		now
	});
	await recordEvent(
		{ trx, actor, now },
		{ verb: 'signed-in', subjectKind: 'account', subjectId: account.id }
	);
	const home = `/${account.territorySlug}`;
	// What waits for the coordination is its home.
	return { token, homePath: account.coordinates ? `${home}/a-faire` : home };
}
