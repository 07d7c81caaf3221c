/** The one statement that makes typing durable, for every document of the process at once. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

export interface NewUpdate {
	/** Null for what no person typed. */
	personId: string | null;
	/** The client id that typed, with the clocks it took; null when there are several or none. */
	clientId: number | null;
	clockFrom: number | null;
	clockTo: number | null;
	bytes: Uint8Array;
	/** The intent that this update carries out, settled in the same statement. */
	intentId?: string;
}

export interface DocumentAppend {
	documentId: string;
	epoch: number;
	/** Number of the last update the writer knows: another writer's makes the append fail. */
	headSeq: number;
	updates: readonly NewUpdate[];
}

/**
 * Appends updates to documents in one statement and says which of them took theirs: those that are
 * open, of that epoch and still at that head. A sealed or fenced document never fails the others.
 * Values go as array literals: neither driver binds arrays of bytes.
 */
export async function appendUpdates(
	db: Kysely<Database>,
	appends: readonly DocumentAppend[]
): Promise<Set<string>> {
	const rows = appends.flatMap((append) =>
		append.updates.map((update, index) => ({
			...update,
			documentId: append.documentId,
			epoch: append.epoch,
			seq: append.headSeq + index + 1
		}))
	);
	const intents = rows.filter((row) => row.intentId !== undefined);
	const { rows: moved } = await sql<{ id: string }>`
		with room as (
			select * from unnest(
				${literal(appends.map((append) => append.documentId))}::text::uuid[],
				${literal(appends.map((append) => append.epoch))}::text::integer[],
				${literal(appends.map((append) => append.headSeq))}::text::bigint[],
				${literal(appends.map((append) => append.updates.length))}::text::bigint[]
			) as room(document_id, epoch, head_seq, added)
		), moved as (
			update document set head_seq = document.head_seq + room.added
			from room
			where document.id = room.document_id and document.state = 'open'
				and document.epoch = room.epoch and document.head_seq = room.head_seq
			returning document.id
		), written as (
			insert into document_update
				(document_id, seq, epoch, person_id, client_id, clock_from, clock_to, bytes)
			select u.document_id, u.seq, u.epoch, u.person_id, u.client_id, u.clock_from, u.clock_to,
				decode(u.bytes, 'base64')
			from unnest(
				${literal(rows.map((row) => row.documentId))}::text::uuid[],
				${literal(rows.map((row) => row.seq))}::text::bigint[],
				${literal(rows.map((row) => row.epoch))}::text::integer[],
				${literal(rows.map((row) => row.personId))}::text::uuid[],
				${literal(rows.map((row) => row.clientId))}::text::bigint[],
				${literal(rows.map((row) => row.clockFrom))}::text::bigint[],
				${literal(rows.map((row) => row.clockTo))}::text::bigint[],
				${literal(rows.map((row) => Buffer.from(row.bytes).toString('base64')))}::text::text[]
			) as u(document_id, seq, epoch, person_id, client_id, clock_from, clock_to, bytes)
			join moved on moved.id = u.document_id
		), settled as (
			update document_intent set state = 'applied', settled_at = now()
			from unnest(
				${literal(intents.map((row) => row.intentId ?? null))}::text::uuid[],
				${literal(intents.map((row) => row.documentId))}::text::uuid[]
			) as done(id, document_id)
			join moved on moved.id = done.document_id
			where document_intent.id = done.id
		)
		select id from moved`.execute(db);
	return new Set(moved.map((row) => row.id));
}

/** Writes an array as Postgres reads it; ids, numbers and base64 hold nothing that needs quotes. */
function literal(values: readonly (string | number | null)[]): string {
	return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}
