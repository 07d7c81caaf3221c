import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { findOwnAccount, listOnlyCoordinated } from './account-queries.ts';
import { anonymise, deleteAddress, deleteUnpublished, listPersonIds } from './erase-account.ts';
import { notifyRevoked } from './revocation.ts';
import { endAllSessions } from './session.ts';

/**
 * Deletes one's account in every territory: the address, the names and what was never published go;
 * what was published stays, signed by nobody in particular (RGPD art. 17, and art. 17.3 for what
 * others have answered).
 * @throws {AppError} conflict for the last coordinator of a territory
 */
export async function deleteAccount({ trx, actor, now }: CommandContext): Promise<void> {
	const accountId = actor.accountId ?? '';
	authorize(actor, 'account.manage', { accountId });
	const account = found(await findOwnAccount(trx, accountId));
	if ((await listOnlyCoordinated(trx, accountId)).length > 0) {
		throw new AppError('conflict', { reason: 'account.last_coordinator' });
	}
	const personIds = await listPersonIds(trx, accountId);
	if (personIds.length > 0) {
		await deleteUnpublished(trx, personIds);
		await anonymise(trx, personIds, messagesOf('fr').account.leave.goneName, now);
	}
	await endAllSessions(trx, accountId);
	await notifyRevoked(trx, { accountId });
	await deleteAddress(trx, account);
	await recordEvent(
		{ trx, actor: { personId: null, territoryId: actor.territoryId }, now },
		{ verb: 'account-deleted', subjectKind: 'account', subjectId: accountId }
	);
}
