/** The history of a document, from its updates and its versions. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { toDelta, type Insert } from '../delta.ts';
import type { Sitting, Version } from '../history.ts';
import { findTextsAt } from './moment-queries.ts';

const ON_A_PAGE = 30;

interface SittingRow {
	first: number;
	last: number;
	startedAt: Date;
	endedAt: Date;
	personIds: (string | null)[];
}

/**
 * Lists sittings, the newest first, 30 at most: updates with pauses of less than half an hour between
 * them. `before` is the first update of the last sitting of the page before.
 */
export async function listSittings(
	db: Kysely<Database>,
	documentId: string,
	before: number | null
): Promise<{ sittings: Sitting[]; next: number | null }> {
	const { rows } = await sql<SittingRow>`
		with marked as (
			select seq, at, person_id,
				coalesce(at - lag(at) over (order by seq) > interval '30 minutes', true) as starts
			from document_update
			where document_id = ${documentId} and (${before}::bigint is null or seq < ${before}::bigint)
		), numbered as (
			select seq, at, person_id, count(*) filter (where starts) over (order by seq) as sitting
			from marked
		)
		select min(seq) as first, max(seq) as last, min(at) as started_at, max(at) as ended_at,
			jsonb_agg(distinct person_id) as person_ids
		from numbered group by sitting order by sitting desc limit ${ON_A_PAGE + 1}`.execute(db);
	const shown = rows.slice(0, ON_A_PAGE);
	const names = await readNames(
		db,
		shown.flatMap((row) => row.personIds)
	);
	const oldest = shown.at(-1);
	return {
		sittings: shown.map(({ personIds, ...row }) => ({
			...row,
			authors: personIds.map((id) => (id === null ? null : (names.get(id) ?? null)))
		})),
		next: rows.length > ON_A_PAGE && oldest ? oldest.first : null
	};
}

/** Reads the public names of people. */
export async function readNames(
	db: Kysely<Database>,
	personIds: readonly (string | null)[]
): Promise<Map<string, string>> {
	const ids = [...new Set(personIds)].filter((id) => id !== null);
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('person')
		.select(['id', 'publicName'])
		.where('id', 'in', ids)
		.orderBy('id')
		.limit(ids.length)
		.execute();
	return new Map(rows.map((row) => [row.id, row.publicName]));
}

/** Lists the versions of a document, the newest first, 100 at most. */
export async function listVersions(db: Kysely<Database>, documentId: string): Promise<Version[]> {
	return db
		.selectFrom('documentVersion')
		.leftJoin('person', 'person.id', 'documentVersion.madeById')
		.select([
			'documentVersion.id',
			'documentVersion.seq',
			'documentVersion.label',
			'documentVersion.kind',
			'documentVersion.at',
			'person.publicName as madeBy'
		])
		.where('documentVersion.documentId', '=', documentId)
		.orderBy('documentVersion.at', 'desc')
		.orderBy('documentVersion.id', 'desc')
		.limit(100)
		.execute();
}

/** Finds when an update was made. */
export async function findMomentTime(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<Date | null> {
	const row = await db
		.selectFrom('documentUpdate')
		.select('at')
		.where('documentId', '=', documentId)
		.where('seq', '=', seq)
		.executeTakeFirst();
	return row?.at ?? (await findVersionAt(db, documentId, seq))?.at ?? null;
}

/**
 * Reads the texts of a document as they were at an update: from the updates, else from a version that
 * was kept of that moment; null when neither is there any more.
 */
export async function findTextsThen(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<Map<string, Insert[]> | null> {
	const texts = await findTextsAt(db, documentId, seq);
	if (texts) return texts;
	const version = await findVersionAt(db, documentId, seq);
	if (typeof version?.delta !== 'object' || version.delta === null) return null;
	return new Map(Object.entries(version.delta).map(([name, delta]) => [name, toDelta(delta)]));
}

async function findVersionAt(db: Kysely<Database>, documentId: string, seq: number) {
	return db
		.selectFrom('documentVersion')
		.select(['at', 'delta'])
		.where('documentId', '=', documentId)
		.where('seq', '=', seq)
		.orderBy('at')
		.limit(1)
		.executeTakeFirst();
}
