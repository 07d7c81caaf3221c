/** Writes of documents, for commands of higher nouns: they take the caller's transaction and authorise nothing. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';
import { canBecome, type DocumentState } from '../document.ts';
import type { Delta } from '../delta.ts';
import type { Intent } from '../intent.ts';
import { fromPlainText } from '../plain-text.ts';
import { checksumOf } from './checksum.ts';
import { initialState } from './live-text.ts';
import { renderText, saveRendered } from './render-document.ts';

export interface NewDocument {
	territoryId: string;
	/** The noun that has it, such as `proposal`. */
	kind: string;
	/** Its named texts: plain text as typed, or a delta. Names are fixed from now on. */
	texts: Readonly<Record<string, string | Delta>>;
	/** Who wrote them, with or without an account; null when nobody of this territory did. */
	personId: string | null;
	now: Date;
	/** References of the `source` formats that lineage knows. */
	knownSources?: ReadonlySet<string>;
}

/** Makes a document and its first rendering; gives its id. */
export async function createDocument(
	trx: Transaction<Database>,
	input: NewDocument
): Promise<string> {
	const documentId = newId();
	const { territoryId, kind, personId, now } = input;
	const texts = Object.fromEntries(
		Object.entries(input.texts).map(([name, text]): [string, Delta] => [
			name,
			typeof text === 'string' ? fromPlainText(text) : text
		])
	);
	const first = initialState(texts);
	await trx
		.insertInto('document')
		.values({ id: documentId, territoryId, kind, headSeq: 1, createdAt: now })
		.execute();
	if (personId !== null) {
		await trx
			.insertInto('documentClient')
			.values({ documentId, clientId: first.clientId, personId, claimedAt: now })
			.execute();
	}
	await trx
		.insertInto('documentUpdate')
		.values({
			documentId,
			seq: 1,
			epoch: 1,
			personId,
			clientId: first.clientId,
			clockFrom: 0,
			clockTo: first.clockTo,
			bytes: first.bytes,
			checksum: checksumOf(first.bytes),
			at: now
		})
		.execute();
	const rendered = Object.entries(texts).map(([name, delta]) =>
		renderText(name, delta, input.knownSources)
	);
	await saveRendered(trx, [{ documentId, seq: 1, rendered }]);
	return documentId;
}

/** Channel on which a document's owner hears, after the commit, that an edit was asked. */
export const INTENT_CHANNEL = 'parvis_intent';

/**
 * Asks a document's owner for an edit, credited to a person. It is applied after the commit
 * (`applyIntents` of the collaboration); pages say « en cours » until findIntent says otherwise.
 */
export async function addIntent(
	trx: Transaction<Database>,
	input: { documentId: string; intent: Intent; personId: string | null; now: Date }
): Promise<string> {
	const id = newId();
	const { kind, ...payload } = input.intent;
	await trx
		.insertInto('documentIntent')
		.values({
			id,
			documentId: input.documentId,
			kind,
			payload,
			personId: input.personId,
			outcome: null,
			createdAt: input.now,
			settledAt: null
		})
		.execute();
	await sql`select pg_notify(${INTENT_CHANNEL}, ${input.documentId})`.execute(trx);
	return id;
}

/**
 * Freezes, reopens or seals a document. From the commit on, no update enters one that is not open.
 * @throws {AppError} conflict when it is sealed, or gone
 */
export async function setDocumentState(
	trx: Transaction<Database>,
	documentId: string,
	state: DocumentState
): Promise<void> {
	const row = await trx
		.selectFrom('document')
		.select('state')
		.where('id', '=', documentId)
		.forUpdate()
		.executeTakeFirst();
	if (!row || (row.state !== state && !canBecome(row.state, state))) throw new AppError('conflict');
	await trx.updateTable('document').set({ state }).where('id', '=', documentId).execute();
}

/** Ends an intent that changed nothing: `applied` when the text read so already, `conflict` with its reason. */
export async function settleIntent(
	db: Kysely<Database>,
	intentId: string,
	state: 'applied' | 'conflict',
	outcome: string | null
): Promise<void> {
	await db
		.updateTable('documentIntent')
		.set({ state, outcome, settledAt: sql<Date>`now()` })
		.where('id', '=', intentId)
		.where('state', '=', 'pending')
		.execute();
}

/**
 * Claims a client id for a person and gives the person whose it is: an id once claimed stays its
 * person's, so that nobody types in another's name.
 */
export async function claimClient(
	db: Kysely<Database>,
	documentId: string,
	clientId: number,
	personId: string
): Promise<string> {
	const row = await db
		.insertInto('documentClient')
		.values({ documentId, clientId, personId, claimedAt: sql<Date>`now()` })
		.onConflict((conflict) =>
			conflict
				.columns(['documentId', 'clientId'])
				.doUpdateSet((claim) => ({ claimedAt: claim.ref('documentClient.claimedAt') }))
		)
		.returning('personId')
		.executeTakeFirstOrThrow();
	return row.personId;
}

/** Remembers that a document could not be read from an update on just now, until it is read whole again. */
export async function markDamaged(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<void> {
	await db
		.updateTable('document')
		.set({ damagedSeq: seq, damagedAt: sql<Date>`now()` })
		.where('id', '=', documentId)
		.execute();
}

/** Forgets that a document could not be read: it was read whole. */
export async function markMended(db: Kysely<Database>, documentId: string): Promise<void> {
	await db
		.updateTable('document')
		.set({ damagedSeq: null, damagedAt: null })
		.where('id', '=', documentId)
		.where('damagedAt', 'is not', null)
		.execute();
}
