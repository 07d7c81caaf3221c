/** Rights on live documents, asked all the time by every socket. */
import type { Kysely } from 'kysely';
import { documentRight, type DocumentRight } from '#lib/access/permissions.ts';
import { listActors } from '#lib/account/server/actor-queries.ts';
import { listSignedIn } from '#lib/account/server/session.ts';
import type { Database } from '#lib/database/schema.ts';
import { listDocumentOwners } from '#lib/site/server/document-owner-queries.ts';

export interface RightQuestion {
	token: string;
	documentId: string;
	/** Whether the person wrote since this was asked last. */
	hasActed: boolean;
}

/** What each of some sessions may do in a document now, in the order asked, in a few queries for all. */
export async function listRights(
	db: Kysely<Database>,
	questions: readonly RightQuestion[]
): Promise<DocumentRight[]> {
	const tokens = [...new Set(questions.map(({ token }) => token))];
	const documentIds = [...new Set(questions.map(({ documentId }) => documentId))];
	const acted = questions.filter(({ hasActed }) => hasActed).map(({ token }) => token);
	const sessions = await listSignedIn(db, tokens, new Set(acted), new Date());
	const owners = await listDocumentOwners(db, documentIds);
	const known = questions.map(({ token, documentId }) => {
		const [signedIn, owner] = [sessions.get(token), owners.get(documentId)];
		return signedIn && owner ? { signedIn, owner, territoryId: owner.territoryId } : null;
	});
	const actors = (
		await listActors(
			db,
			known.filter((one) => one !== null)
		)
	).values();
	return known.map((one) => {
		const actor = one && actors.next().value;
		return actor ? documentRight(actor, one.owner.subject) : 'none';
	});
}
