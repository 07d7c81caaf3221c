import { authorize } from '#lib/access/authorize.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { formAction } from '#lib/form-action.ts';
import { listDecisions } from '#lib/moderation/server/decision-queries.ts';
import { findSensitive } from '#lib/moderation/sensitive-text.ts';
import { canBecome, isPublic, isToRead } from '#lib/proposal/proposal.ts';
import {
	classifySchema,
	holdSchema,
	publishSchema,
	redirectSchema,
	returnSchema
} from '#lib/proposal/proposal-form.ts';
import { findProposalChoices } from '#lib/proposal/server/choice-queries.ts';
import { classifyProposal } from '#lib/proposal/server/classify-proposal.ts';
import { holdProposal } from '#lib/proposal/server/hold-proposal.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { publishProposal } from '#lib/proposal/server/publish-proposal.ts';
import { redirectProposal } from '#lib/proposal/server/redirect-proposal.ts';
import { returnProposal } from '#lib/proposal/server/return-proposal.ts';
import { findReplyWish, findSubmission } from '#lib/proposal/server/review-queries.ts';

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const { db, actor } = context;
	const { subject, ...proposal } = await getProposal(context, params.proposal);
	authorize(actor, 'proposal.review', subject);
	const [received, reply, decisions, choices, bodies] = [
		await findSubmission(db, proposal.id),
		await findReplyWish(db, proposal.id),
		await listDecisions(db, subject.territoryId, proposal.id),
		await findProposalChoices(db, proposal.contractId),
		await listBodies(db, proposal.contractId, actor)
	];
	const toRead = isToRead(proposal.state);
	const text = [received.title, received.what, received.forWhom, received.location].join('\n');
	return {
		proposal,
		openWriting: subject.openWriting,
		received,
		reply,
		decisions,
		choices: { ...choices, bodies: bodies.map(({ id, name }) => ({ id, name })) },
		hints: toRead ? findSensitive(text) : [],
		saved: url.searchParams.has('fait'),
		may: {
			publish: toRead,
			classify: proposal.state !== 'WITHDRAWN' && !toRead,
			return: canBecome(proposal.state, 'RETURNED'),
			redirect: toRead,
			hold: canBecome(proposal.state, 'HELD_PRIVACY'),
			seePublic: isPublic(proposal.state)
		}
	};
};

const stay = (event: RequestEvent) => `${event.url.pathname}?fait`;
const done = { done: (_result: unknown, event: RequestEvent) => stay(event) };

export const actions = {
	publier: formAction(publishSchema, publishProposal, done),
	classer: formAction(classifySchema, classifyProposal, done),
	renvoyer: formAction(returnSchema, returnProposal, done),
	transmettre: formAction(redirectSchema, redirectProposal, done),
	retenir: formAction(holdSchema, holdProposal, done)
};
