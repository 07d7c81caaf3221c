/** The one statement that makes typing durable, for every document of the process at once. */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { checksumOf } from './checksum.ts';

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
	const values = [
		literal(appends.map((append) => append.documentId)),
		literal(appends.map((append) => append.epoch)),
		literal(appends.map((append) => append.headSeq)),
		literal(appends.map((append) => append.updates.length)),
		literal(rows.map((row) => row.documentId)),
		literal(rows.map((row) => row.seq)),
		literal(rows.map((row) => row.epoch)),
		literal(rows.map((row) => row.personId)),
		literal(rows.map((row) => row.clientId)),
		literal(rows.map((row) => row.clockFrom)),
		literal(rows.map((row) => row.clockTo)),
		literal(rows.map((row) => base64Of(row.bytes))),
		literal(rows.map((row) => checksumOf(row.bytes)))
	];
	const query =
		intents.length === 0
			? CompiledQuery.raw(`${APPEND} ${MOVED}`, values)
			: CompiledQuery.raw(`${APPEND}, ${SETTLE} ${MOVED}`, [
					...values,
					literal(intents.map((row) => row.intentId ?? null)),
					literal(intents.map((row) => row.documentId))
				]);
	const { rows: moved } = await db.executeQuery<{ id: string }>(query);
	return new Set(moved.map((row) => row.id));
}

// Written out, since it is sent a hundred times a second while people type.
const APPEND = `
	with room as (
		select * from unnest($1::text::uuid[], $2::text::integer[], $3::text::bigint[], $4::text::bigint[])
			as room(document_id, epoch, head_seq, added)
	), moved as (
		update document set head_seq = document.head_seq + room.added
		from room
		where document.id = room.document_id and document.state = 'open'
			and document.epoch = room.epoch and document.head_seq = room.head_seq
		returning document.id
	), written as (
		insert into document_update
			(document_id, seq, epoch, person_id, client_id, clock_from, clock_to, bytes, checksum)
		select u.document_id, u.seq, u.epoch, u.person_id, u.client_id, u.clock_from, u.clock_to,
			decode(u.bytes, 'base64'), u.checksum
		from unnest($5::text::uuid[], $6::text::bigint[], $7::text::integer[], $8::text::uuid[],
			$9::text::bigint[], $10::text::bigint[], $11::text::bigint[], $12::text::text[],
			$13::text::integer[])
			as u(document_id, seq, epoch, person_id, client_id, clock_from, clock_to, bytes, checksum)
		join moved on moved.id = u.document_id
	)`;
const SETTLE = `settled as (
		update document_intent set state = 'applied', settled_at = now()
		from unnest($14::text::uuid[], $15::text::uuid[]) as done(id, document_id)
		join moved on moved.id = done.document_id
		where document_intent.id = done.id
	)`;
const MOVED = 'select id from moved';

function base64Of({ buffer, byteOffset, length }: Uint8Array): string {
	return Buffer.from(buffer, byteOffset, length).toString('base64');
}

/** Writes an array as Postgres reads it; ids, numbers and base64 hold nothing that needs quotes. */
function literal(values: readonly (string | number | null)[]): string {
	return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}
