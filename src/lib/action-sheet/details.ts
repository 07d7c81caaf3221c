/** The fields of a sheet that have no column of their own, kept as one JSON object. */
import * as v from 'valibot';

export const LEGAL_DOMAINS = ['promotion', 'prevention', 'care', 'medico_social'] as const;

export const PARTICIPATIONS = [
	'none',
	'information',
	'consultation',
	'concertation',
	'co_construction'
] as const;

const text = v.optional(v.string(), '');
const lines = v.optional(v.array(v.string()), []);

const equity = v.object({
	/** What is offered to everyone. */
	universalOffer: text,
	/** For whom more is done. */
	reinforcedFor: text,
	/** How the action could widen the gap. */
	trap: text,
	countermeasure: text,
	indicator: text
});

/** Every field has a value: what an older sheet does not hold is empty, what is unknown is dropped. */
export const ActionSheetDetailsSchema = v.object({
	generalObjective: text,
	specificObjectives: lines,
	operationalObjectives: lines,
	targetPublics: lines,
	/** People a year; null when nobody has said. */
	beneficiaries: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
	perimeter: text,
	determinants: lines,
	legalDomains: v.optional(v.array(v.picklist(LEGAL_DOMAINS)), []),
	/** Share of 0–100 that acts on surroundings rather than on behaviour. */
	environmentPercent: v.optional(
		v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
		null
	),
	priorityObjectives: lines,
	equity: v.optional(equity, {}),
	regionalProject: text,
	schemes: text,
	coLead: text,
	/** Partners with what each brings, one a line. */
	partnerCommitments: lines,
	governance: text,
	participation: v.optional(v.nullable(v.picklist(PARTICIPATIONS)), null),
	participationNote: text,
	/** What happens when, one step a line. */
	calendar: lines,
	means: text,
	budget: text,
	successConditions: text,
	obstacles: text,
	evaluationQuestions: lines,
	committedSignatories: text,
	/** Where the need was seen: diagnosis, testimony, inventory. */
	origin: text,
	/** Ids of priorities of the contract that the sheet serves, of both lists. */
	priorityIds: lines
});

export type ActionSheetDetails = v.InferOutput<typeof ActionSheetDetailsSchema>;

/** Reads the details of a sheet from its JSON column; what does not fit any more reads as empty. */
export function readDetails(value: unknown): ActionSheetDetails {
	const parsed = v.safeParse(ActionSheetDetailsSchema, value);
	return parsed.success ? parsed.output : v.parse(ActionSheetDetailsSchema, {});
}

/** One entry a line, as typed in a text area; empty lines are dropped. */
export function linesOf(typed: string): string[] {
	return typed
		.split('\n')
		.map((line) => line.replace(/^[-•–*]\s+/, '').trim())
		.filter((line) => line !== '');
}
