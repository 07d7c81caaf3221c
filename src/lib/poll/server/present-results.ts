import type { QueryContext } from '#lib/command.ts';
import { approvalResults, GRADES, gradeResults, mayPublish } from '../poll.ts';
import { findPollCounts, type PollView } from './poll-queries.ts';

export interface ApprovalRow {
	optionId: string;
	label: string;
	total: number;
	byCollege: { college: string; count: number | null }[];
}

export interface JudgementRow {
	optionId: string;
	label: string;
	majority: (typeof GRADES)[number];
	/** 0 to 1, best grade first. */
	shares: number[];
	above: number;
	below: number;
}

export interface Results {
	turnout: { college: string; voters: number; weight: number | null }[];
	threshold: number;
	/** Fewer voters than the threshold: nothing is published but how many they were. */
	tooFew: boolean;
	approval: ApprovalRow[];
	judgement: JudgementRow[];
}

/** The published results of a counted poll, ranked, as its page shows them. */
export async function presentResults(context: QueryContext, poll: PollView): Promise<Results> {
	const { tallies, turnout, weights } = await findPollCounts(context, poll.id);
	const labels = new Map(poll.options.map(({ id, label }) => [id, label]));
	const optionIds = poll.options.map(({ id }) => id);
	const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
	const tooFew = !mayPublish(turnout, poll.publicationThreshold);
	const judged = poll.method === 'majority_judgement';
	return {
		threshold: poll.publicationThreshold,
		tooFew,
		turnout: [...turnout].map(([college, voters]) => ({
			college,
			voters,
			weight: judged && total > 0 ? (weights.get(college) ?? 0) / total : null
		})),
		approval:
			judged || tooFew
				? []
				: approvalResults(optionIds, tallies, turnout, poll.publicationThreshold).map((result) => ({
						optionId: result.optionId,
						label: labels.get(result.optionId) ?? '',
						total: result.total,
						byCollege: Object.entries(result.byCollege).map(([college, count]) => ({
							college,
							count
						}))
					})),
		judgement:
			judged && !tooFew
				? gradeResults(optionIds, tallies, weights).map(({ optionId, majority, ...result }) => ({
						optionId,
						label: labels.get(optionId) ?? '',
						majority: GRADES[majority] ?? 'reject',
						...result
					}))
				: []
	};
}
