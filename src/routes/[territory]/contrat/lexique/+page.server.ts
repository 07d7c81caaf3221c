import { lexiconAnchor } from '#lib/contract/lexicon.ts';
import { listLexicon } from '#lib/contract/server/contract-part-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { db } = locals.context;
	const contract = await findCurrentContract(db, found(locals.territory).id);
	const entries = contract ? await listLexicon(db, contract.id) : [];
	return {
		entries: entries.map((entry) => ({
			...entry,
			anchor: lexiconAnchor(entry.acronym),
			letter: lexiconAnchor(entry.acronym).slice(0, 1).toUpperCase()
		}))
	};
};
