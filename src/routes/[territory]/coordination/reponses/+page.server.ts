import type { RequestEvent } from '@sveltejs/kit';
import { can } from '#lib/access/permissions.ts';
import {
	AnswerFormSchema,
	DecideAnswerFormSchema,
	ProposeAnswerFormSchema,
	SendAnswersFormSchema
} from '#lib/answer/answer-form.ts';
import { ANSWER_STEPS, dayIn } from '#lib/answer/answer.ts';
import {
	countAnswers,
	listAnswers,
	listAnswersToReview
} from '#lib/answer/server/answer-queries.ts';
import { decideAnswer } from '#lib/answer/server/decide-answer.ts';
import { proposeAnswer } from '#lib/answer/server/propose-answer.ts';
import { publishAnswer } from '#lib/answer/server/publish-answer.ts';
import { publishAnswers } from '#lib/answer/server/publish-answers.ts';
import { reopenAnswer } from '#lib/answer/server/reopen-answer.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const { actor, db } = context;
	const { id: territoryId, timeZone } = found(locals.territory);
	const prepares = can(actor, 'answer.prepare', { territoryId });
	// Who sits in a body reads what was put to it; everyone else has the public answers.
	if (!prepares && actor.memberships.length === 0) {
		throw actor.accountId === null ? new AppError('unauthenticated') : new AppError('forbidden');
	}
	const contract = found(await findCurrentContract(db, territoryId));
	const state =
		ANSWER_STEPS.find((one) => one === url.searchParams.get('etape')) ??
		(prepares ? 'decided' : 'proposed');
	const [counts, review, listed, bodies] = await Promise.all([
		countAnswers(context),
		prepares ? listAnswersToReview(context, dayIn(new Date(), timeZone)) : [],
		state === 'review' ? [] : listAnswers(context, state),
		listBodies(db, contract.id, actor)
	]);
	const answers = state === 'review' ? review : listed;
	const sent = url.searchParams.get('envoyees');
	return {
		prepares,
		state,
		counts: { ...counts, review: review.length },
		sent: sent === null ? null : Number(sent) || 0,
		done: url.searchParams.has('fait'),
		bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
		answers: answers.map((answer) => ({
			...answer,
			mayDecide:
				answer.state === 'proposed' &&
				can(actor, 'answer.decide', { ...answer, bodyId: answer.proposedToBodyId })
		}))
	};
};

const done = (_result: unknown, { url }: RequestEvent) => {
	const step = url.searchParams.get('etape');
	return `${url.pathname}?${step ? `etape=${encodeURIComponent(step)}&` : ''}fait`;
};

export const actions = {
	envoyer: formAction(SendAnswersFormSchema, publishAnswers, {
		done: ({ sent }, { url }) => `${url.pathname}?etape=published&envoyees=${String(sent)}`
	}),
	proposer: formAction(ProposeAnswerFormSchema, proposeAnswer, { done }),
	decider: formAction(DecideAnswerFormSchema, decideAnswer, { done }),
	publier: formAction(AnswerFormSchema, publishAnswer, { done }),
	reprendre: formAction(AnswerFormSchema, reopenAnswer, { done })
};
