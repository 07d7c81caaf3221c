/** Versions: whole texts of a document, kept apart from its updates. */
import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Insert } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { hashOf } from './moment-queries.ts';

export interface NewVersion {
	documentId: string;
	seq: number;
	kind: 'named' | 'sealed' | 'restored';
	label: string;
	texts: ReadonlyMap<string, readonly Insert[]>;
	personId: string | null;
	now: Date;
}

/** Keeps the texts of a moment, with the SHA-256 of their JSON in the order of their names; gives its id. */
export async function insertVersion(
	trx: Transaction<Database>,
	{ texts, personId, now, ...version }: NewVersion
): Promise<string> {
	const id = newId();
	const named = [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
	const delta = Object.fromEntries(named);
	await trx
		.insertInto('documentVersion')
		.values({
			...version,
			id,
			delta,
			plain: named.map(([, text]) => toPlainText(text)).join('\n\n'),
			sha256: hashOf(Buffer.from(JSON.stringify(named))),
			madeById: personId,
			at: now
		})
		.execute();
	return id;
}
