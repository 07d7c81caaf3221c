import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { contractForm } from '#lib/contract/entry-form.ts';
import { contractValues, nextContractStates } from '#lib/contract/contract.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { createContract } from '#lib/contract/server/create-contract.ts';
import { saveContract } from '#lib/contract/server/save-contract.ts';
import { found } from '#lib/errors.ts';
import { line } from '#lib/form.ts';
import { formAction } from '#lib/form-action.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'contract.edit', { territoryId });
	const contract = await findCurrentContract(db, territoryId);
	const done = url.searchParams.get('fait');
	if (!contract) return { values: null, stamp: '', states: [], closed: false, done };
	const values = contractValues(contract);
	return {
		values,
		stamp: fingerprint(values),
		states: [contract.state, ...nextContractStates(contract.state)],
		closed: contract.state === 'CLOSED',
		done
	};
};

export const actions = {
	save: formAction(contractForm, saveContract, {
		done: (_result, { url }) => `${url.pathname}?fait=enregistre`
	}),
	create: formAction(
		v.object({ title: line('contract.title_required', 'common.too_long', 200) }),
		createContract,
		{ done: (_result, { url }) => `${url.pathname}?fait=ouvert` }
	)
};
