import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { setAccountLocale } from './account-writes.ts';

/** Chooses the language in which an account is written to. */
export async function changeLocale(
	{ trx, actor, now }: CommandContext,
	{ locale }: { locale: 'fr' | 'en' }
): Promise<void> {
	const accountId = actor.accountId ?? '';
	authorize(actor, 'account.manage', { accountId });
	await setAccountLocale(trx, accountId, locale);
	await recordEvent(
		{ trx, actor, now },
		{ verb: 'locale-changed', subjectKind: 'account', subjectId: accountId, detail: { locale } }
	);
}
