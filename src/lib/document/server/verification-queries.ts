/** Checks of the texts of a territory, for its coordination: they read and change nothing. */
import { sql, type Kysely } from 'kysely';
import * as Y from 'yjs';
import type { Database } from '#lib/database/schema.ts';
import { DamagedDocument } from '../damaged.ts';
import { toPlainText } from '../plain-text.ts';
import type { Check, Finding } from '../verification.ts';
import { isIntact } from './checksum.ts';
import { findStored } from './document-queries.ts';
import { applyAll, buildLive, deltaOf } from './live-text.ts';
import { hashOf, MOST_SNAPSHOTS } from './moment-queries.ts';

/** Documents read in full at one time. */
const AT_ONCE = 25;
/** Findings of one kind shown at most. */
const SHOWN = 50;
/** Updates of a document read at one time. */
const UPDATES_AT_ONCE = 1000;

/** Lists what the database alone can tell: damage noted on opening, missing updates, edits that wait. */
export async function listKnownFindings(
	db: Kysely<Database>,
	territoryId: string
): Promise<Finding[]> {
	const damaged = await db
		.selectFrom('document')
		.select(['id as documentId', 'damagedSeq as seq'])
		.where('territoryId', '=', territoryId)
		.where('damagedAt', 'is not', null)
		.orderBy('damagedAt', 'desc')
		.limit(SHOWN)
		.execute();
	const waiting = await db
		.selectFrom('documentIntent')
		.innerJoin('document', 'document.id', 'documentIntent.documentId')
		.select(['document.id as documentId'])
		.distinct()
		.where('document.territoryId', '=', territoryId)
		.where('documentIntent.state', '=', 'pending')
		.where('documentIntent.createdAt', '<', sql<Date>`now() - interval '1 minute'`)
		.orderBy('document.id')
		.limit(SHOWN)
		.execute();
	// Updates may have gone up to a snapshot; after it none may be missing.
	const { rows: gaps } = await sql<{ documentId: string; seq: number }>`
		select document.id as document_id, coalesce(logged.first, 0) as seq
		from document
		left join lateral (
			select min(seq) as first, max(seq) as last, count(*) as count
			from document_update where document_id = document.id
		) as logged on true
		where document.territory_id = ${territoryId} and (
			coalesce(logged.last, 0) < document.head_seq and not exists (
				select 1 from document_snapshot
				where document_id = document.id and seq = document.head_seq
			)
			or logged.last - logged.first + 1 <> logged.count
			or logged.first > 1 and not exists (
				select 1 from document_snapshot
				where document_id = document.id and seq >= logged.first - 1
			)
		)
		order by document.id limit ${SHOWN}`.execute(db);
	return [
		...damaged.map((row): Finding => ({ ...row, check: 'damaged' })),
		...gaps.map(({ documentId }): Finding => ({ documentId, check: 'gap', seq: null })),
		...waiting.map((row): Finding => ({ ...row, check: 'intent', seq: null }))
	];
}

/**
 * Reads the next documents of a territory in full, 25 at most, by their ids; `next` follows the last of
 * them, `unchecked` counts the updates that are older than checksums.
 */
export async function readInFull(
	db: Kysely<Database>,
	territoryId: string,
	after: string | null
): Promise<{ findings: Finding[]; count: number; unchecked: number; next: string | null }> {
	const rows = await db
		.selectFrom('document')
		.select('id')
		.where('territoryId', '=', territoryId)
		.$if(after !== null, (query) => query.where('id', '>', after))
		.orderBy('id')
		.limit(AT_ONCE + 1)
		.execute();
	const shown = rows.slice(0, AT_ONCE);
	const findings: Finding[] = [];
	for (const { id } of shown) findings.push(...(await verifyDocument(db, id)));
	return {
		findings,
		count: shown.length,
		unchecked: await countUnchecked(
			db,
			shown.map(({ id }) => id)
		),
		next: rows.length > AT_ONCE ? (shown.at(-1)?.id ?? null) : null
	};
}

/** Counts the documents of a territory, and those before one of them. */
export async function countDocuments(
	db: Kysely<Database>,
	territoryId: string,
	upTo: string | null
): Promise<{ all: number; before: number }> {
	const row = await db
		.selectFrom('document')
		.select((select) => [
			select.fn.countAll<number>().as('all'),
			select.fn
				.countAll<number>()
				.filterWhere('id', '<=', upTo ?? '00000000-0000-0000-0000-000000000000')
				.as('before')
		])
		.where('territoryId', '=', territoryId)
		.executeTakeFirstOrThrow();
	return { all: Number(row.all), before: Number(row.before) };
}

/** Reads one document in full and says all that is wrong with it. */
export async function verifyDocument(db: Kysely<Database>, documentId: string): Promise<Finding[]> {
	const checks: Check[] = await checkSnapshots(db, documentId);
	const rows = await listBroken(db, documentId);
	try {
		const stored = await findStored(db, documentId);
		if (!stored) return [];
		const live = new Y.Doc();
		applyAll(live, stored.parts);
		const isPending = live.store.pendingStructs !== null || live.store.pendingDs !== null;
		if (isPending) checks.push('pending');
		else if (await drifts(db, documentId, live, stored.headSeq)) checks.push('drift');
		live.destroy();
	} catch (error) {
		// Of a broken row it is said already, with its number.
		if (rows.length === 0) checks.push(error instanceof DamagedDocument ? 'gap' : 'unreadable');
	}
	const findings = checks.map((check): Finding => ({ documentId, check, seq: null }));
	if (rows.length > 0) findings.push({ documentId, check: 'checksum', seq: null, rows });
	return findings;
}

/** Lists the updates whose bytes are not those that were written, those before the snapshots included. */
async function listBroken(db: Kysely<Database>, documentId: string): Promise<number[]> {
	const broken: number[] = [];
	for (let after = 0; broken.length < SHOWN;) {
		const updates = await db
			.selectFrom('documentUpdate')
			.select(['seq', 'bytes', 'checksum'])
			.where('documentId', '=', documentId)
			.where('seq', '>', after)
			.where('checksum', 'is not', null)
			.orderBy('seq')
			.limit(UPDATES_AT_ONCE)
			.execute();
		broken.push(...updates.filter((update) => !isIntact(update)).map(({ seq }) => seq));
		const last = updates.at(-1);
		if (!last || updates.length < UPDATES_AT_ONCE) break;
		after = last.seq;
	}
	return broken.slice(0, SHOWN);
}

async function countUnchecked(
	db: Kysely<Database>,
	documentIds: readonly string[]
): Promise<number> {
	if (documentIds.length === 0) return 0;
	const row = await db
		.selectFrom('documentUpdate')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('documentId', 'in', [...documentIds])
		.where('checksum', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

async function checkSnapshots(db: Kysely<Database>, documentId: string): Promise<Check[]> {
	const snapshots = await db
		.selectFrom('documentSnapshot')
		.select(['state', 'stateVector', 'sha256'])
		.where('documentId', '=', documentId)
		.orderBy('seq', 'desc')
		.limit(MOST_SNAPSHOTS)
		.execute();
	const isSound = snapshots.every(({ state, stateVector, sha256 }) => {
		if (hashOf(state) !== sha256) return false;
		try {
			const live = buildLive([state]);
			const clocks = Y.encodeStateVector(live);
			live.destroy();
			return Buffer.compare(clocks, stateVector) === 0;
		} catch {
			return false;
		}
	});
	return isSound ? [] : ['snapshot'];
}

/** Whether readers see another text. One that was written in a moment ago may be rendered any second. */
async function drifts(
	db: Kysely<Database>,
	documentId: string,
	live: Y.Doc,
	headSeq: number
): Promise<boolean> {
	const rendered = await db
		.selectFrom('documentRender')
		.select(['text', 'plain'])
		.where('documentId', '=', documentId)
		.orderBy('text')
		.limit(100)
		.execute();
	const differs = rendered.some(({ text, plain }) => toPlainText(deltaOf(live, text)) !== plain);
	if (!differs) return false;
	const recent = await db
		.selectFrom('documentUpdate')
		.select('seq')
		.where('documentId', '=', documentId)
		.where('seq', '>=', headSeq)
		.where('at', '>', sql<Date>`now() - interval '10 seconds'`)
		.limit(1)
		.executeTakeFirst();
	return recent === undefined;
}
