import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { Locale } from '#lib/messages/messages.ts';
import { ensureAccount } from './account-writes.ts';
import { keepForSharedComputer } from './pending-act.ts';
import { takeToken } from './rate-limit.ts';
import { createSession, endSession } from './session.ts';
import { countAttempt, endSignInCodes, useSignInCode } from './sign-in-code-writes.ts';

export interface ConfirmSignIn {
	/** What was typed, or the token at the end of the link. */
	proof: { code: string } | { linkToken: string };
	browserToken: string | null;
	network: string;
	deviceLabel: string;
	locale: Locale;
	/** The session that this browser had before, if any: it ends, and its token is worth nothing. */
	sessionToken: string | null;
	/** Of what this browser keeps until its owner signs in, or null. */
	pendingToken: string | null;
}

export type SignInOutcome =
	| { kind: 'signed-in'; token: string; sharedComputer: boolean; nextPath: string }
	| { kind: 'refused'; reason: 'wrong' | 'over' | 'too-often' };

/**
 * Signs in by the code or the link, in the browser that asked for it, and makes the account at the
 * first time. A refusal is an outcome, not an error: the attempt that it counted must be committed.
 */
export async function confirmSignIn(
	{ trx, actor, now }: CommandContext,
	input: ConfirmSignIn
): Promise<SignInOutcome> {
	authorize(actor, 'account.sign-in', {});
	const { proof, browserToken } = input;
	const bucket = { capacity: 150, perMinute: 15 };
	if (!(await takeToken(trx, `confirm:${input.network}`, bucket, now))) {
		return { kind: 'refused', reason: 'too-often' };
	}
	if (browserToken === null) return { kind: 'refused', reason: 'over' };
	const among = 'code' in proof ? await countAttempt(trx, browserToken, now) : [];
	if ('code' in proof && among.length === 0) return { kind: 'refused', reason: 'over' };
	const used = await useSignInCode(trx, { ...proof, among }, browserToken, now);
	if (!used) return { kind: 'refused', reason: 'code' in proof ? 'wrong' : 'over' };
	await endSignInCodes(trx, used.email, now);
	if (input.sessionToken !== null) await endSession(trx, input.sessionToken, now);
	if (used.sharedComputer && input.pendingToken !== null) {
		await keepForSharedComputer(trx, input.pendingToken, now);
	}
	const account = await ensureAccount(trx, { email: used.email, locale: input.locale, now });
	const token = await createSession(trx, {
		accountId: account.id,
		sharedComputer: used.sharedComputer,
		deviceLabel: input.deviceLabel,
		now
	});
	await recordEvent(
		{ trx, actor, now },
		{
			verb: account.isNew ? 'account-opened' : 'signed-in',
			subjectKind: 'account',
			subjectId: account.id,
			detail: { sharedComputer: used.sharedComputer }
		}
	);
	return {
		kind: 'signed-in',
		token,
		sharedComputer: used.sharedComputer,
		nextPath: used.nextPath
	};
}
