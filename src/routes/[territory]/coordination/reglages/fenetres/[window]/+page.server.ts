import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { windowForm } from '#lib/contract/entry-form.ts';
import { listAmendments } from '#lib/contract/server/amendment-queries.ts';
import {
	findCurrentContract,
	listAxes,
	listWindows
} from '#lib/contract/server/contract-queries.ts';
import { removeWindow } from '#lib/contract/server/remove-window.ts';
import { saveWindow } from '#lib/contract/server/save-window.ts';
import { windowValues } from '#lib/contract/window.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const territory = found(locals.territory);
	authorize(actor, 'window.edit', { territoryId: territory.id });
	const contract = found(await findCurrentContract(db, territory.id));
	const [axes, amendments, windows] = await Promise.all([
		listAxes(db, contract.id),
		listAmendments(db, contract.id),
		listWindows(db, contract.id)
	]);
	const choices = {
		axes: axes.map(({ id, title }) => ({ value: id, label: title })),
		amendments: amendments.map(({ id, title }) => ({ value: id, label: title }))
	};
	if (params.window === 'nouveau') {
		return { entry: '', stamp: '', title: null, values: { audience: 'everyone' }, choices };
	}
	const window = found(windows.find(({ id }) => id === params.window));
	const values = windowValues(window, territory.timeZone);
	return { entry: window.id, stamp: fingerprint(values), title: window.title, values, choices };
};

const list = (territory: string | undefined) =>
	`/${territory ?? ''}/coordination/reglages/fenetres?fait=`;

export const actions = {
	save: formAction(windowForm, saveWindow, {
		done: (_result, { params }) => `${list(params.territory)}enregistre`
	}),
	remove: formAction(v.object({ entry: v.string() }), removeWindow, {
		done: (_result, { params }) => `${list(params.territory)}retire`
	})
};
