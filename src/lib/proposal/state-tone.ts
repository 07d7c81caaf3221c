import type { ProposalState } from '#lib/access/subjects.ts';

/** The accent of a state, always beside its name. Not retained is neutral: no red beside a name. */
export function stateTone(state: ProposalState): 'pine' | 'gorse' | 'sky' | 'neutral' {
	if (state === 'RETAINED' || state === 'MERGED_INTO') return 'pine';
	if (state === 'PUBLISHED') return 'sky';
	if (state === 'POSTPONED' || state === 'RECEIVED' || state === 'RETURNED') return 'gorse';
	return 'neutral';
}
