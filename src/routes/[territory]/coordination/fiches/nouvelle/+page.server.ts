import { authorize } from '#lib/access/authorize.ts';
import { CreateSheetFormSchema } from '#lib/action-sheet/action-sheet-form.ts';
import { createActionSheet } from '#lib/action-sheet/server/create-action-sheet.ts';
import { listAmendments } from '#lib/contract/server/amendment-queries.ts';
import { findCurrentContract, listAxes } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'action-sheet.create', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const [axes, amendments] = await Promise.all([
		listAxes(db, contract.id),
		listAmendments(db, contract.id)
	]);
	const wanted = url.searchParams.get('axe');
	// The objectives of the axis one comes from stand first.
	const ordered = [...axes].sort(
		(one, other) => Number(other.id === wanted) - Number(one.id === wanted)
	);
	return {
		objectives: ordered.flatMap((axis) =>
			axis.strategicObjectives.flatMap((strategy) =>
				strategy.operationalObjectives.map(({ id, code, title }) => ({
					value: id,
					label: `${axis.code} · ${code} · ${title}`
				}))
			)
		),
		amendments: amendments
			.filter(({ state }) => state !== 'IN_FORCE')
			.map(({ id, number, title }) => ({ id, number, title }))
	};
};

export const actions = {
	ouvrir: formAction(CreateSheetFormSchema, createActionSheet, {
		done: ({ sheetId }, { params }) =>
			`/${params.territory ?? ''}/coordination/fiches/${sheetId}?partie=infos`
	})
};
