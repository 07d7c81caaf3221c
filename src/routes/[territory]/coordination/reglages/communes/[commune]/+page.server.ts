import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { communeValues } from '#lib/territory/commune.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { findCommune } from '#lib/territory/server/commune-queries.ts';
import { removeCommune } from '#lib/territory/server/remove-commune.ts';
import { saveCommune } from '#lib/territory/server/save-commune.ts';
import { communeForm } from '#lib/territory/territory-form.ts';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	if (params.commune === 'nouveau') return { entry: '', stamp: '', values: {}, name: null };
	const commune = found(await findCommune(db, territoryId, params.commune));
	const values = communeValues(commune);
	return { entry: commune.id, stamp: fingerprint(values), values, name: commune.name };
};

const list = (territory: string | undefined) =>
	`/${territory ?? ''}/coordination/reglages/communes?fait=`;

export const actions = {
	save: formAction(communeForm, saveCommune, {
		done: (_result, { params }) => `${list(params.territory)}enregistre`
	}),
	remove: formAction(v.object({ entry: v.string() }), removeCommune, {
		done: (_result, { params }) => `${list(params.territory)}retire`
	})
};
