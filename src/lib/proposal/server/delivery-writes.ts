/** What leaves for the author of a contribution, by the way that they chose. */
import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import type { Locale } from '#lib/messages/messages.ts';
import type { MailContent } from '#lib/notification/mail.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { acknowledgementMail, newsMail } from '../proposal-mail.ts';

interface Recipient {
	territoryId: string;
	territoryName: string;
	channel: 'email' | 'letter' | 'town_hall' | 'none';
	email: string | null;
	locale: Locale;
	followNumber: string;
	followAddress: string;
	answerDays: number;
	published: boolean;
}

async function findRecipient(
	trx: Transaction<Database>,
	proposalId: string
): Promise<Recipient | null> {
	const row = await trx
		.selectFrom('proposalReply')
		.innerJoin('proposal', 'proposal.id', 'proposalReply.proposalId')
		.innerJoin('contract', 'contract.id', 'proposal.contractId')
		.innerJoin('territory', 'territory.id', 'proposal.territoryId')
		.leftJoin('account', 'account.email', 'proposalReply.email')
		.select([
			'proposal.territoryId',
			'proposal.state',
			'territory.name as territoryName',
			'territory.slug',
			'contract.answerDays',
			'proposalReply.channel',
			'proposalReply.email',
			'proposalReply.followNumber',
			'account.locale'
		])
		.where('proposalReply.proposalId', '=', proposalId)
		.executeTakeFirst();
	if (!row) return null;
	const { slug, state, locale, ...rest } = row;
	return {
		...rest,
		locale: locale ?? 'fr',
		published: state === 'PUBLISHED',
		followAddress: new URL(`/${slug}/suivre`, environment().origin).href
	};
}

async function deliver(
	trx: Transaction<Database>,
	proposalId: string,
	kind: 'acknowledgement' | 'moderation',
	mailFor: (recipient: Recipient) => MailContent,
	now: Date
): Promise<void> {
	const recipient = await findRecipient(trx, proposalId);
	if (!recipient || recipient.channel === 'none') return;
	const mailId =
		recipient.channel === 'email' && recipient.email !== null
			? await queueMail(trx, {
					territoryId: recipient.territoryId,
					kind,
					recipient: recipient.email,
					...mailFor(recipient),
					now
				})
			: null;
	await trx
		.insertInto('delivery')
		.values({
			id: newId(),
			territoryId: recipient.territoryId,
			proposalId,
			kind,
			channel: recipient.channel,
			state: mailId === null ? 'to_print' : 'queued',
			mailId,
			createdAt: now
		})
		.execute();
}

/** Acknowledges receipt: a mail, or a letter to print; nothing for those who want no answer. */
export function acknowledge(
	trx: Transaction<Database>,
	proposalId: string,
	now: Date
): Promise<void> {
	return deliver(trx, proposalId, 'acknowledgement', acknowledgementMail, now);
}

/** Tells the author what became of their contribution before its answer. */
export function tellAuthor(
	trx: Transaction<Database>,
	proposalId: string,
	news: 'published' | 'rewritten' | 'returned' | 'redirected',
	now: Date
): Promise<void> {
	return deliver(
		trx,
		proposalId,
		'moderation',
		(recipient) => newsMail({ ...recipient, news }),
		now
	);
}
