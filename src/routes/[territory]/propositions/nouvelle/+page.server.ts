import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { runCommand } from '#lib/command.ts';
import { findCurrentContract, listWindows } from '#lib/contract/server/contract-queries.ts';
import { isOpen } from '#lib/contract/window.ts';
import { found } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { draftSchema } from '#lib/proposal/proposal-form.ts';
import { findProposalChoices } from '#lib/proposal/server/choice-queries.ts';
import { keepDraft } from '#lib/proposal/server/keep-draft.ts';
import { listSimilar } from '#lib/proposal/server/similar-queries.ts';
import { erasePending, keepPendingToken, networkOfVisit, pendingTokenOf } from '#lib/site/visit.ts';
import { draftOf } from './draft.ts';

export const load = async (event) => {
	const { db } = event.locals.context;
	const territory = found(event.locals.territory);
	const contract = await findCurrentContract(db, territory.id);
	const draft = await draftOf(event);
	const now = new Date();
	const all = contract ? await listWindows(db, contract.id) : [];
	const windows = all.filter((window) => isOpen(window, now)).reverse();
	const coming = all.filter(({ opensAt }) => opensAt > now).map(({ opensAt }) => opensAt);
	return {
		windows: windows.map(({ id, title, question, description, closesAt, axisIds }) => ({
			id,
			title,
			question,
			description,
			closesAt,
			axisIds
		})),
		nextOpening: coming.sort((one, other) => one.getTime() - other.getTime())[0] ?? null,
		choices: contract
			? await findProposalChoices(db, contract.id)
			: { axes: [], themes: [], communes: [], bodies: [] },
		kept: draft?.fields ?? null,
		erased: event.url.searchParams.get('brouillon') === 'efface'
	};
};

export const actions = {
	effacer: async (event) => {
		await erasePending(event);
		redirect(303, `/${event.params.territory}/propositions/nouvelle?brouillon=efface`);
	},
	verifier: async (event) => {
		const { context } = event.locals;
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(draftSchema, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const base = `/${event.params.territory}/propositions/nouvelle`;
		let target: string;
		try {
			const { pendingToken, sharedComputer, contractId } = await runCommand(context, keepDraft, {
				fields: values,
				pendingToken: pendingTokenOf(event),
				sharedComputer: context.actor.sharedComputer,
				network: networkOfVisit(event)
			});
			keepPendingToken(event, pendingToken, sharedComputer);
			const similar = await listSimilar(context, contractId, parsed.output, 1);
			target = similar.length > 0 ? `${base}/semblables` : `${base}/repondre`;
		} catch (error) {
			return refused(event, values, error);
		}
		redirect(303, target);
	}
};
