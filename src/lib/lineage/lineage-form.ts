/** Forms of lineage: grouping a contribution with another, and taking an act back. */
import * as v from 'valibot';
import { optionalLine, requiredId } from '#lib/form.ts';

export const MergeFormSchema = v.object({
	proposalId: requiredId('lineage.choose_contribution'),
	intoProposalId: requiredId('lineage.choose_target'),
	reason: optionalLine('lineage.reason_too_long', 500)
});

export const UndoFormSchema = v.object({ edgeId: requiredId('lineage.choose_contribution') });
