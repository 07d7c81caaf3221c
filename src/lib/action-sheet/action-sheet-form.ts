/** Forms of an action sheet: making one, its facts, the steps it takes. */
import * as v from 'valibot';
import { sectionFields } from '#lib/document/document-form.ts';
import {
	line,
	many,
	oneOf,
	optionalDay,
	optionalId,
	optionalLine,
	optionalProse,
	pageId,
	requiredId
} from '#lib/form.ts';
import {
	PROGRESSES,
	SHEET_KINDS,
	SHEET_PRIORITIES,
	SHEET_STATES,
	SHEET_TEXTS
} from './action-sheet.ts';
import { ActionSheetDetailsSchema, LEGAL_DOMAINS, linesOf, PARTICIPATIONS } from './details.ts';

const TOO_LONG = 'actionSheet.too_long';

export const title = line('actionSheet.title_required', 'actionSheet.title_too_long', 300);
export const plainSummary = optionalProse('actionSheet.summary_too_long', 400);
const prose = optionalProse(TOO_LONG, 5000);
const listed = v.pipe(prose, v.transform(linesOf));

/** Several rows chosen; `unknown` says what to do about one that is not there. */
function ids(unknown: string) {
	return v.pipe(many(600), v.array(v.pipe(v.string(), v.uuid(unknown))));
}

/** When the sheet was last changed, as the page knew it: a form older than that is refused. */
export const knownUpdate = v.pipe(
	v.optional(v.union([v.string(), v.number()]), ''),
	v.transform(Number),
	v.integer('common.invalid'),
	v.minValue(0, 'common.invalid'),
	v.maxValue(253_402_300_799_999, 'common.invalid')
);

/** A whole number that may be left empty. */
function optionalCount(issue: string, max: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => typed.replace(/\s/gu, '')),
		v.transform((typed) => (typed === '' ? null : Number(typed))),
		v.nullable(
			v.pipe(v.number(issue), v.integer(issue), v.minValue(0, issue), v.maxValue(max, issue))
		)
	);
}

export const CreateSheetFormSchema = v.object({
	objectiveId: requiredId('actionSheet.objective_required'),
	title,
	plainSummary,
	/** Proposed from the objective when left empty. */
	reference: optionalLine(TOO_LONG, 40),
	context: optionalProse(TOO_LONG, 20_000),
	description: optionalProse(TOO_LONG, 20_000),
	amendmentId: optionalId('contract.amendment_unknown')
});

export const EditSheetSchema = v.object({
	sheetId: pageId(),
	knownUpdate,
	title,
	plainSummary,
	kind: oneOf(SHEET_KINDS, 'actionSheet.kind_required'),
	priority: oneOf(SHEET_PRIORITIES, 'actionSheet.priority_required'),
	leadOrganisationId: optionalId('organisation.unknown'),
	leadLabel: optionalLine(TOO_LONG, 300),
	electedSponsor: optionalLine(TOO_LONG, 300),
	versionLabel: optionalLine(TOO_LONG, 100),
	startsOn: optionalDay('actionSheet.day'),
	endsOn: optionalDay('actionSheet.day'),
	objectiveIds: ids('actionSheet.objective_unknown'),
	communeIds: ids('account.commune_unknown'),
	partnerIds: ids('organisation.unknown'),
	details: ActionSheetDetailsSchema
});

export type EditSheetInput = v.InferOutput<typeof EditSheetSchema>;

const { details: _details, sheetId: _sheetId, ...columns } = EditSheetSchema.entries;

const FlatSheetSchema = v.object({
	...columns,
	sheet: pageId(),
	generalObjective: prose,
	specificObjectives: listed,
	operationalObjectives: listed,
	targetPublics: listed,
	beneficiaries: optionalCount('actionSheet.count', 10_000_000),
	perimeter: prose,
	determinants: listed,
	legalDomains: v.pipe(
		many(),
		v.array(v.picklist(LEGAL_DOMAINS, 'actionSheet.legal_domain_unknown'))
	),
	environmentPercent: optionalCount('actionSheet.percent', 100),
	priorityObjectives: listed,
	universalOffer: prose,
	reinforcedFor: prose,
	trap: prose,
	countermeasure: prose,
	equityIndicator: prose,
	regionalProject: prose,
	schemes: prose,
	coLead: optionalLine(TOO_LONG, 300),
	partnerCommitments: listed,
	governance: prose,
	participation: v.pipe(
		v.optional(v.string(), ''),
		v.transform((chosen) => chosen || null),
		v.nullable(v.picklist(PARTICIPATIONS, 'actionSheet.participation_required'))
	),
	participationNote: prose,
	calendar: listed,
	means: prose,
	budget: prose,
	successConditions: prose,
	obstacles: prose,
	evaluationQuestions: listed,
	committedSignatories: prose,
	origin: prose,
	priorityIds: ids('actionSheet.priority_unknown')
});

/** The page's form: flat fields, lists as one entry a line, gathered into what the command takes. */
export const EditSheetFormSchema = v.pipe(FlatSheetSchema, v.transform(toEditInput));

function toEditInput(form: v.InferOutput<typeof FlatSheetSchema>): EditSheetInput {
	const { sheet, knownUpdate: known, title: named, plainSummary: summary, ...rest } = form;
	const { kind, priority, leadOrganisationId, leadLabel, electedSponsor, ...more } = rest;
	const { versionLabel, startsOn, endsOn, objectiveIds, communeIds, partnerIds, ...others } = more;
	const { universalOffer, reinforcedFor, trap, countermeasure, equityIndicator, ...details } =
		others;
	return {
		sheetId: sheet,
		knownUpdate: known,
		title: named,
		plainSummary: summary,
		kind,
		priority,
		leadOrganisationId,
		leadLabel,
		electedSponsor,
		versionLabel,
		startsOn,
		endsOn,
		objectiveIds,
		communeIds,
		partnerIds,
		details: {
			...details,
			equity: { universalOffer, reinforcedFor, trap, countermeasure, indicator: equityIndicator }
		}
	};
}

export const StepSheetFormSchema = v.object({
	sheet: pageId(),
	knownUpdate,
	to: oneOf(SHEET_STATES, 'actionSheet.no_step'),
	bodyId: optionalId('actionSheet.body_required'),
	decidedOn: optionalDay('actionSheet.day')
});

export const FollowSheetFormSchema = v.object({
	sheet: pageId(),
	progress: oneOf(PROGRESSES, 'actionSheet.progress_required')
});

/** A part of a text of a sheet, with what it read as when the form was opened. */
export const WriteSectionFormSchema = v.object({
	sheet: pageId(),
	text: oneOf(SHEET_TEXTS, 'actionSheet.text_required'),
	...sectionFields
});
