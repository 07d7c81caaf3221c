import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { setThemes } from './proposal-writes.ts';

export interface Classification {
	/** In plain words; empty leaves the one that is there. */
	summary: string;
	axisId: string | null;
	themeIds: readonly string[];
	communeId: string | null;
	bodyId: string | null;
	openWriting: boolean;
}

/** Says what a proposal is about, whom it concerns and who may write in it. */
export async function setClassification(
	trx: Transaction<Database>,
	proposalId: string,
	{ summary, themeIds, ...chosen }: Classification,
	now: Date
): Promise<void> {
	await trx
		.updateTable('proposal')
		.set({
			axisId: chosen.axisId,
			communeId: chosen.communeId,
			bodyId: chosen.bodyId,
			openWriting: chosen.openWriting,
			...(summary === '' ? {} : { summary }),
			updatedAt: now
		})
		.where('id', '=', proposalId)
		.execute();
	await setThemes(trx, proposalId, themeIds);
}
