import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { bodyForm } from '#lib/body/body-form.ts';
import { bodyValues } from '#lib/body/body.ts';
import { findBody } from '#lib/body/server/body-queries.ts';
import { removeBody } from '#lib/body/server/remove-body.ts';
import { saveBody } from '#lib/body/server/save-body.ts';
import { findCurrentContract, listAxes } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'body.edit', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const axes = (await listAxes(db, contract.id)).map(({ id, title }) => ({
		value: id,
		label: title
	}));
	if (params.body === 'nouveau') {
		const values = { kind: 'WORKING_GROUP', admission: 'open', public: 'on' };
		return { entry: '', stamp: '', name: null, values, axes };
	}
	const body = found(await findBody(db, actor, params.body));
	const values = bodyValues(body);
	return { entry: body.id, stamp: fingerprint(values), name: body.name, values, axes };
};

const list = (territory: string | undefined) =>
	`/${territory ?? ''}/coordination/reglages/groupes?fait=`;

export const actions = {
	save: formAction(bodyForm, saveBody, {
		done: (_result, { params }) => `${list(params.territory)}enregistre`
	}),
	remove: formAction(v.object({ entry: v.string() }), removeBody, {
		done: (_result, { params }) => `${list(params.territory)}retire`
	})
};
