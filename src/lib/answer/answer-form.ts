/** Forms of answers: preparing, sending to a body, recording a decision, sending to authors. */
import * as v from 'valibot';
import {
	day,
	oneOf,
	optionalDay,
	optionalId,
	optionalLine,
	optionalProse,
	pageId,
	prose,
	requiredId
} from '#lib/form.ts';
import { OUTCOMES } from './answer.ts';

const TOO_LONG = 'answer.too_long';

/** The version that the page showed; 0 when nothing was prepared yet. */
const version = v.pipe(
	v.optional(v.union([v.string(), v.number()]), '0'),
	v.transform(Number),
	v.integer('common.invalid'),
	v.minValue(0, 'common.invalid'),
	v.maxValue(2 ** 31 - 2, 'common.invalid')
);
const reasons = prose('answer.reasons_required', TOO_LONG, 5000);

export const PrepareAnswerFormSchema = v.object({
	proposalId: requiredId('lineage.choose_contribution'),
	version,
	outcome: oneOf(OUTCOMES, 'answer.outcome_required'),
	text: prose('answer.text_required', TOO_LONG, 5000),
	reasons: optionalProse(TOO_LONG, 5000),
	actionSheetId: optionalId('answer.sheet_required'),
	intoProposalId: optionalId('answer.target_required'),
	redirectedTo: optionalLine(TOO_LONG, 300),
	reviewOn: optionalDay('answer.day')
});

export const ProposeAnswerFormSchema = v.object({
	answerId: pageId(),
	version,
	bodyId: requiredId('answer.body_required')
});

export const DecideAnswerFormSchema = v.object({
	answerId: pageId(),
	version,
	/** Empty when the coordination decides alone. */
	bodyId: optionalId('answer.body_required'),
	decidedOn: day('answer.day'),
	reasons
});

export const AnswerFormSchema = v.object({
	answerId: pageId(),
	version
});

export const SendAnswersFormSchema = v.object({});

export const DeliveryFormSchema = v.object({
	deliveryId: pageId()
});
