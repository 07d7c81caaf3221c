// What the throw-away Parvis holds: a territory, somebody who writes, and so many published proposals.
import type { Kysely } from 'kysely';
import { sessionCookieName } from '#lib/account/cookies.ts';
import { createSession, readSession } from '#lib/account/server/session.ts';
import { newId } from '#lib/database/ids.ts';
import { migrate } from '#lib/database/migrate.ts';
import { openDatabase } from '#lib/database/open.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { aCoordinator, aTerritory } from '../support/people.ts';

export interface Seeded {
	territoryId: string;
	contractId: string;
	personId: string;
	accountId: string;
	token: string;
	documents: string[];
}

/** The text of a document that everybody writes in. */
export const TEXT = 'body';

/** Makes what is missing: all of it, or some documents more, or a new session when the other is over. */
export async function seedTarget(
	url: string,
	before: Seeded | null,
	documents: number
): Promise<Seeded> {
	const { db, close } = await openDatabase({ kind: 'postgres', url, poolSize: 2 });
	try {
		await migrate(db);
		const seeded = before ?? (await seedPeople(db));
		const now = new Date();
		if (!(await readSession(db, seeded.token, now))) seeded.token = await signIn(db, seeded);
		while (seeded.documents.length < documents) {
			seeded.documents.push(await seedProposal(db, seeded, now));
		}
		return seeded;
	} finally {
		await close();
	}
}

/** The cookie of a session, as a browser sends it to plain http. */
export function cookieOf({ token }: Seeded): string {
	return `${sessionCookieName(false)}=${token}`;
}

async function seedPeople(db: Kysely<Database>): Promise<Seeded> {
	const { territoryId, contractId } = await aTerritory(db, { slug: 'banc' });
	const { personId, accountId } = await aCoordinator(db, territoryId);
	const seeded = { territoryId, contractId, personId, accountId, token: '', documents: [] };
	return { ...seeded, token: await signIn(db, seeded) };
}

function signIn(db: Kysely<Database>, { accountId }: { accountId: string }): Promise<string> {
	return createSession(db, {
		accountId,
		sharedComputer: false,
		deviceLabel: 'Banc d’essai',
		now: new Date()
	});
}

function seedProposal(db: Kysely<Database>, seeded: Seeded, now: Date): Promise<string> {
	const { territoryId, contractId, personId } = seeded;
	return inTransaction(db, async (trx) => {
		const documentId = await createDocument(trx, {
			...{ territoryId, kind: 'proposal', personId, now },
			texts: { [TEXT]: '' }
		});
		const id = newId();
		await trx
			.insertInto('proposal')
			.values({
				...{ id, territoryId, contractId, documentId },
				number: seeded.documents.length + 1,
				title: `Texte ${seeded.documents.length + 1}`,
				state: 'PUBLISHED',
				channel: 'online',
				openWriting: true,
				fairOrder: Math.random(),
				submittedAt: now,
				publishedAt: now,
				updatedAt: now
			})
			.execute();
		await trx.insertInto('proposalAuthor').values({ proposalId: id, personId }).execute();
		return documentId;
	});
}
