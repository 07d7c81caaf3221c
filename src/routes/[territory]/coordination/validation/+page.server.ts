import { authorize } from '#lib/access/authorize.ts';
import { nextAmendmentState } from '#lib/contract/amendment.ts';
import { advanceForm } from '#lib/contract/entry-form.ts';
import { advanceAmendment } from '#lib/contract/server/advance-amendment.ts';
import { listAmendments } from '#lib/contract/server/amendment-queries.ts';
import { listSignatories } from '#lib/contract/server/contract-part-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { dayOf } from '#lib/territory/day.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territory = found(locals.territory);
	authorize(actor, 'contract.edit', { territoryId: territory.id });
	const contract = await findCurrentContract(db, territory.id);
	const [signatories, amendments] = contract
		? await Promise.all([listSignatories(db, contract.id), listAmendments(db, contract.id)])
		: [[], []];
	return {
		title: contract?.title ?? '',
		signatories,
		amendments: amendments.map((amendment) => ({
			...amendment,
			next: nextAmendmentState(amendment.state)
		})),
		today: dayOf(new Date(), territory.timeZone),
		done: url.searchParams.has('fait')
	};
};

export const actions = {
	advance: formAction(advanceForm, advanceAmendment, {
		done: (_result, { url }) => `${url.pathname}?fait=1`
	})
};
