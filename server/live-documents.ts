/** Live documents on this instance: who knocks, what they may do now, and what tells them otherwise. */
import type { IncomingMessage } from 'node:http';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Actor } from '#lib/access/actor.ts';
import { sessionCookieName } from '#lib/account/cookies.ts';
import { findActor } from '#lib/account/server/actor-queries.ts';
import { REVOKED_CHANNEL } from '#lib/account/server/revocation.ts';
import { listSignedIn } from '#lib/account/server/session.ts';
import type { OpenDatabase } from '#lib/database/open.ts';
import type { Database } from '#lib/database/schema.ts';
import { INTENT_CHANNEL } from '#lib/document/server/document-writes.ts';
import { environment } from '#lib/env.ts';
import { listSourcesOf } from '#lib/lineage/server/known-source-queries.ts';
import { logFailure, logMoment } from '#lib/log.ts';
import { createCollaboration, type Collaboration } from './collaboration/collaboration.ts';
import { databaseStore } from './collaboration/database-store.ts';
import { findDocumentOwner } from '#lib/site/server/document-owner-queries.ts';
import { gathered } from './gathered.ts';
import { listRights, type RightQuestion } from './rights-now.ts';

/** Someone at a socket: the actor of the document's territory, and the token to ask again with. */
interface Knocker extends Actor {
	token: string;
}

const revoked = v.object({
	sessionId: v.optional(v.string()),
	accountId: v.optional(v.string()),
	personId: v.optional(v.string()),
	documentId: v.optional(v.string())
});

/** Opens live documents on the database and listens to what commands tell them; `limits` are off for load tests alone. */
export async function openLiveDocuments(
	open: OpenDatabase,
	{ limits }: { limits: boolean }
): Promise<Collaboration> {
	const { db } = open;
	const { origin } = environment();
	const askRight = gathered((questions: readonly RightQuestion[]) => listRights(db, questions));
	const collaboration = createCollaboration<Knocker>({
		store: databaseStore(
			db,
			gathered((documentIds: readonly string[]) => listSourcesOf(db, documentIds))
		),
		authenticate: (request) => knock(db, request),
		rightOf: ({ token }, documentId, hasActed = false) => askRight({ token, documentId, hasActed }),
		origins: () => [origin],
		log: { moment: logMoment, failure: logFailure },
		limits
	});
	await open.listen(REVOKED_CHANNEL, (payload) => {
		const filter = v.safeParse(revoked, JSON.parse(payload));
		if (filter.success) collaboration.closeSessions(filter.output);
	});
	await open.listen(INTENT_CHANNEL, (documentId) => {
		collaboration
			.applyIntents(documentId)
			.catch((error: unknown) => logFailure(error, { moment: 'live-intent' }));
	});
	return collaboration;
}

async function knock(db: Kysely<Database>, request: IncomingMessage): Promise<Knocker | null> {
	const token = cookieOf(request, sessionCookieName(environment().origin.startsWith('https:')));
	if (token === null) return null;
	// A browser that comes back by itself is no sign of its person.
	const signedIn = (await listSignedIn(db, [token], new Set(), new Date())).get(token);
	if (!signedIn) return null;
	// By requests, the name of the link follows that of the document.
	const documentId = /^\/collab\/([^/?]+)/.exec(request.url ?? '')?.[1] ?? '';
	const owner = await findDocumentOwner(db, documentId);
	const actor = await findActor(db, signedIn, owner?.territoryId ?? null);
	return { ...actor, token };
}

function cookieOf(request: IncomingMessage, name: string): string | null {
	for (const pair of request.headers.cookie?.split(';') ?? []) {
		const at = pair.indexOf('=');
		// A token is never encoded: what is, is none of ours.
		if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
	}
	return null;
}
