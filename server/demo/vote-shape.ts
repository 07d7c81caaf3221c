/** What the file of votes holds: ballots and tallies, apart from names. */
import * as v from 'valibot';
import { college, count, day, maybeText, perCollege, text, texts } from './fields.ts';

const tally = v.strictTuple([count, count, count, count, count]);
const days = { opensDay: day, closesDay: day };

const judgement = v.strictObject({
	key: text,
	title: text,
	question: text,
	method: v.literal('majority_judgement'),
	consultative: v.literal(true),
	mentions: v.strictTuple([text, text, text, text, text]),
	...days,
	weights: perCollege,
	participation: v.strictObject({ ...perCollege.entries, residentsOnPaper: count }),
	publicationThreshold: count,
	options: v.array(
		v.strictObject({
			key: text,
			title: text,
			sheet: maybeText,
			proposals: texts,
			tallies: v.strictObject({ resident: tally, professional: tally, elected: tally }),
			published: v.strictObject({
				rank: count,
				mention: text,
				sign: v.picklist(['+', '-']),
				abovePercent: v.number(),
				belowPercent: v.number()
			}),
			experts: v.strictObject({
				size: count,
				seriousness: count,
				effectiveness: v.number(),
				feasible: count,
				score: v.number()
			})
		})
	),
	notice: text,
	gap: text,
	expertsNote: text,
	decidedAt: text
});

const approval = v.strictObject({
	key: text,
	title: text,
	question: text,
	introduction: text,
	method: v.literal('approval'),
	consultative: v.literal(true),
	maxChoices: count,
	...days,
	publicationThreshold: count,
	minimumParticipants: count,
	body: text,
	window: maybeText,
	outcome: v.nullable(v.strictObject({ meeting: text, day, text })),
	options: v.array(v.strictObject({ key: text, title: text, axis: text, approvals: perCollege })),
	ballots: v.array(
		v.strictObject({
			college,
			choices: texts,
			count,
			channel: v.picklist(['online', 'paper'])
		})
	),
	participation: perCollege
});

export const votesShape = v.strictObject({
	majorityJudgement: judgement,
	openApproval: approval,
	closedApproval: approval
});

export type DemoApproval = v.InferOutput<typeof approval>;
export type DemoJudgement = v.InferOutput<typeof judgement>;
