import type { CommandContext } from '#lib/command.ts';
import { hashToken } from '#lib/account/server/token.ts';
import { newId } from '#lib/database/ids.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { INVITATION_DAYS } from '../invitation.ts';
import { invitationMail } from '../invitation-mail.ts';
import { bodyAddress, findBodyPlace } from './body-address.ts';

const DAY = 86_400_000;

export interface InvitationToSend {
	territoryId: string;
	/** Null: an invitation to a role of the territory. */
	body: { id: string; name: string } | null;
	role: string;
	email: string;
	token: string;
}

/** Stores an invitation (the token's hash alone), replaces earlier ones, queues its mail. Authorises nothing. */
export async function sendInvitation(
	{ trx, actor, now }: CommandContext,
	{ territoryId, body, role, email, token }: InvitationToSend
): Promise<string> {
	const bodyId = body?.id ?? null;
	await trx
		.deleteFrom('invitation')
		.where('territoryId', '=', territoryId)
		.where('bodyId', bodyId === null ? 'is' : '=', bodyId)
		.where('email', '=', email)
		.where('acceptedAt', 'is', null)
		.execute();
	const id = newId();
	await trx
		.insertInto('invitation')
		.values({
			id,
			territoryId,
			bodyId,
			role,
			email,
			tokenHash: hashToken(token),
			invitedById: actor.personId,
			createdAt: now,
			expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY)
		})
		.execute();
	const place = await findBodyPlace(trx, territoryId);
	const account = await trx
		.selectFrom('account')
		.select('locale')
		.where('email', '=', email)
		.executeTakeFirst();
	await queueMail(trx, {
		territoryId,
		kind: 'invitation',
		recipient: email,
		...invitationMail(account?.locale ?? 'fr', {
			body: body?.name ?? null,
			role,
			territory: place.name,
			invitedBy: actor.publicName ?? '',
			address: bodyAddress(place, bodyId, token)
		}),
		printable: true,
		now
	});
	return id;
}
