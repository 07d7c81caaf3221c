import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { PassageFormSchema } from '#lib/action-sheet/line-forms.ts';
import {
	findActionSheet,
	listActionSheets
} from '#lib/action-sheet/server/action-sheet-queries.ts';
import { takePassage } from '#lib/action-sheet/server/take-passage.ts';
import {
	AnswerFormSchema,
	DecideAnswerFormSchema,
	PrepareAnswerFormSchema,
	ProposeAnswerFormSchema
} from '#lib/answer/answer-form.ts';
import { dayIn, dueAt, isToReview, urgencyOf } from '#lib/answer/answer.ts';
import { findAnswerTo } from '#lib/answer/server/answer-queries.ts';
import { countByAxis, countNear, listBench, listNear } from '#lib/answer/server/bench-queries.ts';
import { decideAnswer } from '#lib/answer/server/decide-answer.ts';
import { prepareAnswer } from '#lib/answer/server/prepare-answer.ts';
import { proposeAnswer } from '#lib/answer/server/propose-answer.ts';
import { publishAnswer } from '#lib/answer/server/publish-answer.ts';
import { reopenAnswer } from '#lib/answer/server/reopen-answer.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import { findCurrentContract, listAxes } from '#lib/contract/server/contract-queries.ts';
import { isId } from '#lib/database/ids.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { MergeFormSchema, UndoFormSchema } from '#lib/lineage/lineage-form.ts';
import { originsOf } from '#lib/lineage/origins.ts';
import { paragraphsOf } from '#lib/lineage/passage.ts';
import { findContribution } from '#lib/lineage/server/contribution-queries.ts';
import { lineageOfProposal, lineageOfSheet } from '#lib/lineage/server/lineage-queries.ts';
import { mergeProposals } from '#lib/lineage/server/merge-proposals.ts';
import { undoLineage } from '#lib/lineage/server/undo-lineage.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';
import { backHere, readPlace } from './bench-address.ts';

type Context = App.Locals['context'];

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'consolidation.work', { territoryId });
	const contract = found(await findCurrentContract(context.db, territoryId));
	const axes = await listAxes(context.db, contract.id);
	const axis = axes.find(({ id }) => id === params.axis) ?? null;
	// « Sans axe » is a bench too: contributions that nobody has placed must be answered all the same.
	if (params.axis !== 'sans-axe') found(axis);
	const place = readPlace(url.searchParams);
	const axisId = axis?.id ?? null;
	const [contributions, counts, sheets, bodies, communes] = await Promise.all([
		listBench(context, contract.id, {
			axisId,
			answered: place.filter === 'all' ? null : place.filter === 'answered',
			communeId: place.commune && isId(place.commune) ? place.commune : null
		}),
		countByAxis(context, contract.id),
		listActionSheets(context, contract.id, { axisId }),
		listBodies(context.db, contract.id, context.actor),
		listCommunes(context.db, territoryId)
	]);
	const near = await countNear(
		context,
		contributions.map(({ id }) => id)
	);
	const now = new Date();
	const count = counts.find((one) => one.axisId === axisId) ?? { total: 0, answered: 0 };
	return {
		axis: axis && { id: axis.id, code: axis.code, title: axis.title, tone: axis.tone },
		place,
		done: url.searchParams.get('fait'),
		count: { total: count.total, answered: count.answered },
		contributions: contributions.map((entry) => {
			const due = dueAt(entry.submittedAt, contract.answerDays);
			return { ...entry, near: near.get(entry.id) ?? 0, due, urgency: urgencyOf(due, now) };
		}),
		communes: communes.map(({ id, name }) => ({ value: id, label: name })),
		bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
		sheets: sheets.map(({ id, code, title, state }) => ({ id, code, title, state })),
		chosen: await loadChosen(
			context,
			place.contribution ?? contributions[0]?.id ?? null,
			found(locals.territory).timeZone
		),
		sheet: await loadSheet(context, place.sheet ?? pickSheet(sheets))
	};
};

/** The sheet to open first: one that can still be written. */
function pickSheet(sheets: readonly { id: string; state: string }[]): string | null {
	return (sheets.find(({ state }) => state !== 'SIGNED') ?? sheets[0])?.id ?? null;
}

async function loadChosen(context: Context, id: string | null, timeZone: string) {
	if (id === null || !isId(id)) return null;
	const contribution = await findContribution(context, id);
	if (!contribution) return null;
	const [answer, edges, near] = await Promise.all([
		findAnswerTo(context, id),
		lineageOfProposal(context, id),
		listNear(context, contribution.contractId, id)
	]);
	return {
		contribution,
		paragraphs: paragraphsOf(contribution.text),
		answer,
		toReview: answer !== null && isToReview(answer, dayIn(new Date(), timeZone)),
		edges,
		near: near.map(({ id: other, title, state }) => ({ id: other, title, state }))
	};
}

async function loadSheet(context: Context, id: string | null) {
	if (id === null) return null;
	const sheet = await findActionSheet(context, id);
	if (!sheet) return null;
	const edges = await lineageOfSheet(context, sheet.id);
	return {
		...sheet,
		writable: can(context.actor, 'action-sheet.write', sheet),
		origins: originsOf(edges, sheet.context.html + sheet.description.html)
	};
}

export const actions = {
	passage: formAction(PassageFormSchema, takePassage, { done: backHere('passage', '#fiche') }),
	regrouper: formAction(MergeFormSchema, mergeProposals, { done: backHere('regrouper') }),
	defaire: formAction(UndoFormSchema, undoLineage, { done: backHere('defaire') }),
	preparer: formAction(PrepareAnswerFormSchema, prepareAnswer, {
		done: backHere('preparer', '#repondre')
	}),
	proposer: formAction(ProposeAnswerFormSchema, proposeAnswer, {
		done: backHere('proposer', '#repondre')
	}),
	decider: formAction(DecideAnswerFormSchema, decideAnswer, {
		done: backHere('decider', '#repondre')
	}),
	publier: formAction(AnswerFormSchema, publishAnswer, { done: backHere('publier') }),
	reprendre: formAction(AnswerFormSchema, reopenAnswer, {
		done: backHere('reprendre', '#repondre')
	})
};
