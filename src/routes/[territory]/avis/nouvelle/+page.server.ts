import { authorize } from '#lib/access/authorize.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { pollForm } from '#lib/poll/poll-form.ts';
import { createPoll } from '#lib/poll/server/create-poll.ts';

export const load = async ({ locals }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'poll.create', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const bodies = await listBodies(db, contract.id);
	return { bodies: bodies.map(({ id, name }) => ({ id, name })) };
};

export const actions = {
	default: formAction(pollForm, createPoll, {
		done: (id, event) => `/${event.params.territory ?? ''}/avis/${id}`
	})
};
