import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { endAllSessions, endOtherSession } from './session.ts';

/**
 * Signs out on this device, or everywhere. Live documents close at the commit. For someone already
 * signed out there is nothing to do, which is no error.
 */
export async function signOut(
	{ trx, actor, now }: CommandContext,
	{ everywhere }: { everywhere: boolean }
): Promise<void> {
	const { accountId, sessionId } = actor;
	if (accountId === null || sessionId === null) return;
	authorize(actor, 'account.manage', { accountId });
	if (everywhere) await endAllSessions(trx, accountId);
	else await endOtherSession(trx, accountId, sessionId);
	await recordEvent(
		{ trx, actor, now },
		{ verb: 'signed-out', subjectKind: 'account', subjectId: accountId, detail: { everywhere } }
	);
}

/**
 * Signs one device of one's own out, by the id of the list.
 * @throws {AppError} not_found when there is no such device, or it is somebody else's
 */
export async function signOutDevice(
	{ trx, actor, now }: CommandContext,
	{ device }: { device: string }
): Promise<void> {
	const accountId = actor.accountId ?? '';
	authorize(actor, 'account.manage', { accountId });
	found((await endOtherSession(trx, accountId, device)) || null);
	await recordEvent(
		{ trx, actor, now },
		{ verb: 'device-signed-out', subjectKind: 'account', subjectId: accountId }
	);
}
