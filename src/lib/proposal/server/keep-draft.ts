import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { dropPendingAct, findPendingAct, keepPendingAct } from '#lib/account/server/pending-act.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { draftSchema } from '../proposal-form.ts';
import { mayAnswer } from '../window-rule.ts';
import type { KeptDraft } from './draft-queries.ts';
import { checkPlaces } from './place-queries.ts';
import { findWindowSubject } from './window-queries.ts';

export interface KeepDraft {
	/** The fields as typed. */
	fields: Record<string, string | string[]>;
	/** What was said of the answer, when that step was begun. */
	reply?: Record<string, string>;
	/** Of the cookie; what it held is replaced. */
	pendingToken: string | null;
	/** Whether the person says that others use this computer; said once, it stays said. */
	sharedComputer: boolean;
	network: string;
}

/**
 * Keeps a contribution that fits, before anyone says who they are. Gives the token for the cookie.
 * @throws {AppError} not_found, closed, forbidden, invalid, rate_limited
 */
export async function keepDraft(
	context: CommandContext,
	input: KeepDraft
): Promise<{ pendingToken: string; sharedComputer: boolean; contractId: string }> {
	const { trx, actor, now } = context;
	const draft = v.parse(draftSchema, input.fields);
	const window = found(await findWindowSubject({ db: trx, actor }, draft.windowId));
	authorize(actor, 'proposal.submit', window);
	// Who someone is comes later: a visitor may turn out to be a professional or a member.
	const college = actor.accountId === null ? 'professional' : actor.college;
	const memberships = actor.accountId === null ? 1 : actor.memberships.length;
	mayAnswer(window, now, { college, memberships }, draft);
	await checkPlaces(trx, window, draft);
	const bucket = { capacity: 60, perMinute: 6 };
	if (!(await takeToken(trx, `draft:${input.network}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const before = input.pendingToken ? await findPendingAct(trx, input.pendingToken, now) : null;
	const sharedComputer = input.sharedComputer || (before?.sharedComputer ?? false);
	if (input.pendingToken) await dropPendingAct(trx, input.pendingToken);
	// A new token each time: what another tab still shows is no longer what would be sent.
	const payload: KeptDraft = {
		fields: input.fields,
		token: randomUUID(),
		reply: input.reply ?? {}
	};
	const pendingToken = await keepPendingAct(trx, {
		territoryId: window.territoryId,
		kind: 'proposal',
		payload: { ...payload },
		sharedComputer,
		now
	});
	await recordEvent(context, {
		verb: 'draft-kept',
		subjectKind: 'contribution-window',
		subjectId: window.id
	});
	return { pendingToken, sharedComputer, contractId: window.contractId };
}
