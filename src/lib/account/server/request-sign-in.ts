import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { Locale } from '#lib/messages/messages.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { safeNextPath } from '../next-path.ts';
import { signInMail } from '../sign-in-mail.ts';
import { keepForSharedComputer } from './pending-act.ts';
import { takeToken } from './rate-limit.ts';
import { insertSignInCode } from './sign-in-code-writes.ts';
import { newToken } from './token.ts';

export interface RequestSignIn {
	email: string;
	sharedComputer: boolean;
	/** Where to go once signed in; anything but a page of the site is replaced by `homePath`. */
	nextPath: string;
	homePath: string;
	/** What the browser holds already, or null: a code is tied to it. */
	browserToken: string | null;
	/** Of what this browser keeps until its owner signs in, or null. */
	pendingToken: string | null;
	/** Network that asks, as `networkOf` gives it. */
	network: string;
	locale: Locale;
	territoryId: string;
	territoryName: string;
	/** Address of the page « lien » without the token that ends it. */
	linkBase: string;
}

/**
 * Sends a one-time code to an address. Nothing here asks whether the address has an account: the same
 * statements run and the same mail leaves, so neither words nor time tell (ASVS 5.0, 6.3.8).
 * Gives the token that ties the code to this browser.
 * @throws {AppError} rate_limited after several codes in a row, by address or by network
 */
export async function requestSignIn(
	{ trx, actor, now }: CommandContext,
	input: RequestSignIn
): Promise<string> {
	authorize(actor, 'account.sign-in', {});
	const buckets = [
		// By address and network first: somebody else's attempts elsewhere do not use up one's own.
		[`sign-in:${input.email}:${input.network}`, { capacity: 5, perMinute: 0.5 }],
		[`sign-in:${input.email}`, { capacity: 20, perMinute: 0.5 }],
		// A meeting where forty people sign in together is one network.
		[`sign-in:${input.network}`, { capacity: 100, perMinute: 10 }]
	] as const;
	for (const [key, bucket] of buckets) {
		if (!(await takeToken(trx, key, bucket, now))) {
			throw new AppError('rate_limited', { reason: 'account.too_many_codes' });
		}
	}
	if (input.sharedComputer && input.pendingToken !== null) {
		await keepForSharedComputer(trx, input.pendingToken, now);
	}
	const browserToken = input.browserToken ?? newToken();
	const { id, code, linkToken } = await insertSignInCode(trx, {
		email: input.email,
		browserToken,
		sharedComputer: input.sharedComputer,
		nextPath: safeNextPath(input.nextPath, input.homePath),
		now
	});
	await queueMail(trx, {
		territoryId: input.territoryId,
		kind: 'sign-in-code',
		recipient: input.email,
		...signInMail({
			locale: input.locale,
			territoryName: input.territoryName,
			code,
			link: `${input.linkBase}/${linkToken}`
		}),
		printable: true,
		now
	});
	await recordEvent(
		{ trx, actor, now },
		{ verb: 'sign-in-requested', subjectKind: 'sign-in-code', subjectId: id }
	);
	return browserToken;
}
