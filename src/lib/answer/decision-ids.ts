/** Where the error summary leads: several answers may stand on a page, each with forms of its own. */
import type { FormFailure } from '#lib/form.ts';

/** Ids of the fields of a refused form about an answer, by field name, where they differ from it. */
export function fieldIdsOf(failed: FormFailure | null): Record<string, string> {
	const { answerId } = failed?.values ?? {};
	const id = typeof answerId === 'string' ? answerId : '';
	switch (failed?.action) {
		case 'preparer':
			return { text: 'reponse' };
		case 'proposer':
			return { bodyId: `proposer-${id}`, reasons: `proposer-${id}` };
		case 'decider':
			return { bodyId: `decider-${id}`, decidedOn: `date-${id}`, reasons: `raisons-${id}` };
		default:
			return {};
	}
}
