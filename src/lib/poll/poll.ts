/** Consultations: how they stand and how they are counted. Pure, so that anyone can recount. */

/** Grades of majority judgement, best first. */
export const GRADES = ['essential', 'important', 'useful', 'secondary', 'reject'] as const;

/**
 * Who may answer a question open to them: whoever comes until its last day, or only those who were there
 * when it opened (a person of the territory, a member of the body).
 */
export const ROLLS = ['open', 'fixed'] as const;

export interface PollDates {
	opensAt: Date;
	closesAt: Date;
}

/** Where a poll stands. The database's clock decides at the moment of voting. */
export function pollStage(poll: PollDates, now: Date): 'coming' | 'open' | 'closed' {
	if (now < poll.opensAt) return 'coming';
	return now < poll.closesAt ? 'open' : 'closed';
}

export interface Ballot {
	college: string;
	/** Ids of the options chosen. */
	choices: readonly string[];
}

export interface Tally {
	optionId: string;
	college: string;
	/** 0 for approval; the index in GRADES for majority judgement. */
	grade: number;
	count: number;
}

/** Counts approvals: each ballot gives one voice to each option it names, once. */
export function countApprovals(
	optionIds: readonly string[],
	ballots: readonly Ballot[]
): { tallies: Tally[]; turnout: Map<string, number> } {
	const counts = new Map<string, Map<string, number>>();
	const turnout = new Map<string, number>();
	const known = new Set(optionIds);
	for (const { college, choices } of ballots) {
		turnout.set(college, (turnout.get(college) ?? 0) + 1);
		const byOption = counts.get(college) ?? new Map<string, number>();
		counts.set(college, byOption);
		for (const option of new Set(choices)) {
			if (known.has(option)) byOption.set(option, (byOption.get(option) ?? 0) + 1);
		}
	}
	const tallies = [...counts].flatMap(([college, byOption]) =>
		optionIds.map((optionId) => ({
			optionId,
			college,
			grade: 0,
			count: byOption.get(optionId) ?? 0
		}))
	);
	return { tallies, turnout };
}

export interface OptionResult {
	optionId: string;
	/** All colleges together; for majority judgement, ballots that graded it. */
	total: number;
	/** By college; null where the college is too small to be shown apart. */
	byCollege: Record<string, number | null>;
}

/**
 * Colleges that may be shown apart: those with enough voters, unless what is left over, which anyone
 * can work out from the total, is itself so few that it would tell who chose what. Then the smallest
 * of the others goes with it.
 */
export function shownColleges(
	turnout: ReadonlyMap<string, number>,
	threshold: number
): ReadonlySet<string> {
	const bySize = [...turnout].sort(([, one], [, other]) => other - one);
	const shown = bySize.filter(([, voters]) => voters >= threshold);
	let left = bySize.slice(shown.length).reduce((total, [, voters]) => total + voters, 0);
	while (left > 0 && left < threshold && shown.length > 0) left += shown.pop()?.[1] ?? 0;
	return new Set(shown.map(([college]) => college));
}

/** Whether enough people voted for any result at all to be published without telling who chose what. */
export function mayPublish(turnout: ReadonlyMap<string, number>, threshold: number): boolean {
	const voters = [...turnout.values()].reduce((total, count) => total + count, 0);
	return voters === 0 || voters >= threshold;
}

/**
 * Ranks the options of an approval vote by voices, ties kept in the ballot's order. A college that may
 * not be shown apart counts in the total alone.
 */
export function approvalResults(
	optionIds: readonly string[],
	tallies: readonly Tally[],
	turnout: ReadonlyMap<string, number>,
	threshold: number
): OptionResult[] {
	const shown = shownColleges(turnout, threshold);
	return optionIds
		.map((optionId) => {
			const own = tallies.filter((tally) => tally.optionId === optionId);
			const byCollege = Object.fromEntries(
				[...turnout.keys()].map((college) => [
					college,
					shown.has(college) ? sum(own.filter((tally) => tally.college === college)) : null
				])
			);
			return { optionId, total: sum(own), byCollege };
		})
		.sort((a, b) => b.total - a.total);
}

export interface GradeResult {
	optionId: string;
	/** Share of each grade, best first, from 0 to 1, colleges weighted. */
	shares: number[];
	/** Index in GRADES of the majority grade. */
	majority: number;
	/** Shares strictly above and strictly below the majority grade. */
	above: number;
	below: number;
}

/**
 * Majority judgement over weighted colleges: each college's grades become shares, the shares are
 * averaged by weight, the majority grade is the one at which half is reached from the best. Ranked
 * by majority grade, then by the larger of what lies above and below it.
 */
export function gradeResults(
	optionIds: readonly string[],
	tallies: readonly Tally[],
	weights: ReadonlyMap<string, number>
): GradeResult[] {
	return optionIds
		.map((optionId) => gradesOf(optionId, tallies, weights))
		.sort((a, b) => a.majority - b.majority || judgement(b) - judgement(a));
}

function gradesOf(
	optionId: string,
	tallies: readonly Tally[],
	weights: ReadonlyMap<string, number>
): GradeResult {
	const shares = GRADES.map(() => 0);
	let weighed = 0;
	for (const [college, weight] of weights) {
		const own = tallies.filter((tally) => tally.optionId === optionId && tally.college === college);
		const voters = sum(own);
		if (voters === 0) continue;
		weighed += weight;
		for (const { grade, count } of own) {
			shares[grade] = (shares[grade] ?? 0) + (weight * count) / voters;
		}
	}
	const normal = shares.map((share) => (weighed === 0 ? 0 : share / weighed));
	let cumulated = 0;
	const reached = normal.findIndex((share) => (cumulated += share) >= 0.5 - 1e-9);
	const majority = reached === -1 ? GRADES.length - 1 : reached;
	const above = normal.slice(0, majority).reduce((a, b) => a + b, 0);
	const below = normal.slice(majority + 1).reduce((a, b) => a + b, 0);
	return { optionId, shares: normal, majority, above, below };
}

/** Higher ranks first among options of one grade: supporters above count for, opponents against. */
function judgement({ above, below }: GradeResult): number {
	return above > below ? above : -below;
}

function sum(tallies: readonly Tally[]): number {
	return tallies.reduce((total, { count }) => total + count, 0);
}
