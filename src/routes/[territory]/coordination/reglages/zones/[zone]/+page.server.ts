import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { zoneValues } from '#lib/territory/commune.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';
import { removeZone } from '#lib/territory/server/remove-zone.ts';
import { saveZone } from '#lib/territory/server/save-zone.ts';
import { findZone } from '#lib/territory/server/zone-queries.ts';
import { zoneActForm, zoneForm } from '#lib/territory/territory-form.ts';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	const communes = (await listCommunes(db, territoryId)).map(({ id, name }) => ({
		value: id,
		label: name
	}));
	if (params.zone === 'nouveau') return { communes, entry: '', stamp: '', values: {}, name: null };
	const zone = found(await findZone(db, territoryId, params.zone));
	const values = zoneValues(zone);
	return { communes, entry: zone.id, stamp: fingerprint(values), values, name: zone.name };
};

const list = (territory: string | undefined) =>
	`/${territory ?? ''}/coordination/reglages/zones?fait=`;

export const actions = {
	save: formAction(zoneForm, saveZone, {
		done: (_result, { params }) => `${list(params.territory)}enregistre`
	}),
	remove: formAction(zoneActForm, removeZone, {
		done: (_result, { params }) => `${list(params.territory)}retire`
	})
};
