import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { saveTerritory } from '#lib/territory/server/save-territory.ts';
import { findTerritorySettings } from '#lib/territory/server/territory-settings-queries.ts';
import { territoryForm } from '#lib/territory/territory-form.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	const values = found(await findTerritorySettings(db, territoryId));
	return { values, stamp: fingerprint(values), done: url.searchParams.has('fait') };
};

export const actions = {
	save: formAction(territoryForm, saveTerritory, {
		done: (_result, { url }) => `${url.pathname}?fait=1`
	})
};
