import type { Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { countHomonyms } from '#lib/account/server/person-queries.ts';
import { savePerson } from '#lib/account/server/person-writes.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';

/** No account bears this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface Identity {
	publicName: string;
	college: 'resident' | 'professional' | 'elected';
	communeId?: string | null;
}

/**
 * The person who signs a contribution online: the actor's own once named, else made or named now. A
 * visitor becomes a person without account, whose only tie is the follow number.
 * @throws {AppError} conflict when somebody with an account bears this name here
 */
export async function ensureAuthor(
	trx: Transaction<Database>,
	actor: Actor,
	territoryId: string,
	identity: Identity | null,
	now: Date
): Promise<string> {
	if (actor.personId !== null && (actor.named || identity === null)) return actor.personId;
	const { publicName, college, communeId = null } = found(identity);
	const { accountId } = actor;
	if ((await countHomonyms(trx, territoryId, publicName, accountId ?? NOBODY)) > 0) {
		throw new AppError('conflict', { reason: 'account.name_taken', field: 'publicName' });
	}
	if (accountId !== null) {
		return savePerson(trx, { territoryId, accountId, publicName, college, communeId, now });
	}
	const id = newId();
	await trx
		.insertInto('person')
		.values({
			id,
			territoryId,
			publicName,
			nameChosen: true,
			college,
			communeId,
			ageConfirmedAt: now,
			createdAt: now
		})
		.execute();
	return id;
}

/** A person who gave a contribution to someone else to enter: no account, a name or a pseudonym. */
export async function insertOfflineAuthor(
	trx: Transaction<Database>,
	author: Identity & { territoryId: string; now: Date }
): Promise<string> {
	const id = newId();
	await trx
		.insertInto('person')
		.values({
			id,
			territoryId: author.territoryId,
			publicName: author.publicName,
			nameChosen: true,
			college: author.college,
			communeId: author.communeId ?? null,
			createdAt: author.now
		})
		.execute();
	return id;
}

/** From now on the next ideas of these authors need no reading first. */
export async function trustAuthors(
	trx: Transaction<Database>,
	proposalId: string,
	now: Date
): Promise<void> {
	await trx
		.updateTable('person')
		.set({ firstPublishedAt: now })
		.where('firstPublishedAt', 'is', null)
		.where('id', 'in', (author) =>
			author
				.selectFrom('proposalAuthor')
				.select('proposalAuthor.personId')
				.where('proposalAuthor.proposalId', '=', proposalId)
		)
		.execute();
}
