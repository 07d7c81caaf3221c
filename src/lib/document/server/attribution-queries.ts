/** Who wrote what: the attributions that are stored, and what the last updates add to them. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { AuthorBook, passagesOf, type Attribution, type Passage } from '../attribution.ts';
import { carryAuthors, MOMENT, SHORTEST_DOUBTFUL } from '../carry-over.ts';
import { isIntact, type Checked } from './checksum.ts';
import { readOwners } from './document-queries.ts';
import { lettersOf, readHandfuls, sizeOf, type LoggedUpdate, type UpdateSize } from './letters.ts';
import { buildSound } from './live-text.ts';
import { findStateAt, listTexts } from './moment-queries.ts';
import { findLastGood } from './recovery-queries.ts';

export interface ReadAttributions {
	book: AuthorBook;
	/** What was stored, to be compared with the book. */
	stored: Attribution[];
	/** Last update that was stored, and last one that the book counts. */
	from: number;
	to: number;
}

/** Updates looked at in one go. */
const AT_ONCE = 2000;

/**
 * Reads the attributions of a document with those of the updates that are not counted yet, 2,000 at
 * most; null when there is no such document.
 */
export async function readAttributions(
	db: Kysely<Database>,
	documentId: string
): Promise<ReadAttributions | null> {
	const head = await db
		.selectFrom('document')
		.select(['attributedSeq', 'headSeq'])
		.where('id', '=', documentId)
		.executeTakeFirst();
	if (!head) return null;
	const stored = await db
		.selectFrom('documentAttribution')
		.select(['clientId', 'clockFrom as from', 'clockTo as to', 'personId', 'via', 'at'])
		.where('documentId', '=', documentId)
		.orderBy('clientId')
		.orderBy('clockFrom')
		.execute();
	const read = { book: new AuthorBook(stored), stored, from: head.attributedSeq };
	return { ...read, to: await count(db, documentId, read.book, head.attributedSeq) };
}

/** Reads a text as passages with whoever wrote them, as it is stored now: of a damaged one, its last good state. */
export async function listPassages(
	db: Kysely<Database>,
	documentId: string,
	text: string
): Promise<Passage[]> {
	const read = await readAttributions(db, documentId);
	if (!read) return [];
	let to = read.to;
	for (let last = -1; to !== last;) {
		last = to;
		to = await count(db, documentId, read.book, last);
	}
	const state = await findStateAt(db, documentId, to);
	const live = (state && buildSound(state.parts)) ?? (await findLastGood(db, documentId));
	if (!live) return [];
	const passages = passagesOf(lettersOf(live, text), read.book);
	live.destroy();
	return passages;
}

/** Counts the updates after one of them in, and gives the last that it counted: none from a damaged one on. */
async function count(
	db: Kysely<Database>,
	documentId: string,
	book: AuthorBook,
	after: number
): Promise<number> {
	const updates = await db
		.selectFrom('documentUpdate')
		.select(['seq', 'personId', 'at', 'bytes', 'checksum'])
		.where('documentId', '=', documentId)
		.where('seq', '>', after)
		.orderBy('seq')
		.limit(AT_ONCE)
		.execute();
	const sizes = measureSound(updates);
	const first = sizes[0]?.update;
	const last = sizes.at(-1)?.update;
	if (!first || !last) return after;
	const owners = await readOwners(db, documentId);
	for (const { update, size } of sizes) {
		for (const range of size.ranges) {
			const personId = owners.get(range.clientId) ?? null;
			book.type({ ...range, personId, via: 'typed', at: update.at });
		}
	}
	const mayMove = sizes.some(
		({ size }) => size.put >= SHORTEST_DOUBTFUL || size.taken >= SHORTEST_DOUBTFUL
	);
	if (mayMove) await carry(db, documentId, { book, owners, first, last: last.seq });
	return last.seq;
}

function measureSound(
	updates: readonly (LoggedUpdate & Checked)[]
): { update: LoggedUpdate; size: UpdateSize }[] {
	const sizes: { update: LoggedUpdate; size: UpdateSize }[] = [];
	for (const update of updates) {
		const size = isIntact(update) ? sizeOf(update.bytes) : null;
		if (!size) break;
		sizes.push({ update, size });
	}
	return sizes;
}

/** Looks at the moment before the updates too: what they put in may have been taken away then. */
async function carry(
	db: Kysely<Database>,
	documentId: string,
	counted: {
		book: AuthorBook;
		owners: ReadonlyMap<number, string>;
		first: LoggedUpdate;
		last: number;
	}
): Promise<void> {
	const { book, owners, first, last } = counted;
	const updates = await db
		.selectFrom('documentUpdate')
		.select(['seq', 'personId', 'at', 'bytes', 'checksum'])
		.where('documentId', '=', documentId)
		.where('at', '>=', new Date(first.at.getTime() - MOMENT))
		.where('seq', '<=', last)
		.orderBy('seq', 'desc')
		.limit(2 * AT_ONCE)
		.execute();
	updates.reverse();
	const state = await findStateAt(db, documentId, (updates[0]?.seq ?? 1) - 1);
	const live = state && updates.every(isIntact) && buildSound(state.parts);
	if (!live || updates.length === 0) return;
	const texts = await listTexts(db, documentId);
	const { put, taken } = readHandfuls(live, updates, texts, (id) => owners.get(id) ?? null);
	live.destroy();
	carryAuthors(book, put, taken);
}
