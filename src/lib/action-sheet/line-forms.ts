/** Forms of the lines of a sheet: money, indicators, and passages taken from contributions. */
import * as v from 'valibot';
import {
	line,
	many,
	oneOf,
	optionalId,
	optionalLine,
	optionalProse,
	pageId,
	requiredId
} from '#lib/form.ts';
import { LONGEST_PASSAGE } from '#lib/lineage/passage.ts';
import { SHEET_TEXTS } from './action-sheet.ts';
import { parseEuros } from './money.ts';

const TOO_LONG = 'actionSheet.too_long';
const sheet = pageId();

/** An amount as typed, to integer cents; empty is unknown, which is not zero. */
const euros = v.pipe(
	v.optional(v.string(), ''),
	v.transform(parseEuros),
	v.nullable(v.number('actionSheet.euros'))
);

export const FundingFormSchema = v.object({
	sheet,
	lineId: optionalId('actionSheet.line_gone'),
	funder: line('actionSheet.funder_required', TOO_LONG, 200),
	lever: optionalLine(TOO_LONG, 200),
	year: v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) => Number(typed.trim() || Number.NaN)),
		v.number('actionSheet.year'),
		v.integer('actionSheet.year'),
		v.minValue(2000, 'actionSheet.year'),
		v.maxValue(2100, 'actionSheet.year')
	),
	requestedCents: euros,
	grantedCents: euros,
	spentCents: euros,
	status: optionalLine(TOO_LONG, 100)
});

export const INDICATOR_TYPES = ['STRUCTURE', 'PROCESS', 'RESULT', 'IMPACT'] as const;

export const IndicatorFormSchema = v.object({
	sheet,
	indicatorId: optionalId('actionSheet.line_gone'),
	reference: optionalLine(TOO_LONG, 40),
	type: oneOf(INDICATOR_TYPES, 'actionSheet.type_required'),
	label: line('actionSheet.indicator_required', TOO_LONG, 300),
	unit: optionalLine(TOO_LONG, 100),
	baseline: optionalLine(TOO_LONG, 200),
	target: optionalLine(TOO_LONG, 200),
	source: optionalLine(TOO_LONG, 300),
	frequency: optionalLine(TOO_LONG, 100),
	owner: optionalLine(TOO_LONG, 200),
	lastValue: optionalLine(TOO_LONG, 200)
});

export const RemoveLineFormSchema = v.object({
	sheet,
	lineId: requiredId('actionSheet.line_gone')
});

export const MANNERS = ['as-is', 'edited', 'summarised'] as const;

export const PassageFormSchema = v.object({
	sheet,
	proposalId: requiredId('lineage.choose_contribution'),
	text: oneOf(SHEET_TEXTS, 'actionSheet.text_required'),
	/** Sentences ticked, each as it stands in the contribution. */
	sentences: many(200),
	/** Or an exact extract, pasted. */
	extract: optionalProse('lineage.passage_too_long', LONGEST_PASSAGE),
	manner: oneOf(MANNERS, 'actionSheet.manner_required'),
	/** The words that go into the sheet when they are not the original ones. */
	content: optionalProse('lineage.passage_too_long', LONGEST_PASSAGE),
	/** The paragraph after which it goes, as it reads; empty for the end. */
	after: optionalProse('lineage.passage_too_long', 20_000)
});
