import type { RequestEvent } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { completenessOf, missingFor } from '#lib/action-sheet/completeness.ts';
import {
	EditSheetFormSchema,
	FollowSheetFormSchema,
	StepSheetFormSchema
} from '#lib/action-sheet/action-sheet-form.ts';
import { nextSheetStates } from '#lib/action-sheet/action-sheet.ts';
import {
	FundingFormSchema,
	IndicatorFormSchema,
	RemoveLineFormSchema
} from '#lib/action-sheet/line-forms.ts';
import { factsOf, getActionSheet } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { editActionSheet } from '#lib/action-sheet/server/edit-action-sheet.ts';
import { followActionSheet } from '#lib/action-sheet/server/follow-action-sheet.ts';
import { recordFundingLine } from '#lib/action-sheet/server/record-funding-line.ts';
import { recordIndicator } from '#lib/action-sheet/server/record-indicator.ts';
import { removeFundingLine } from '#lib/action-sheet/server/remove-funding-line.ts';
import { removeIndicator } from '#lib/action-sheet/server/remove-indicator.ts';
import { listPrioritiesOf } from '#lib/action-sheet/server/sheet-choices-queries.ts';
import { stepActionSheet } from '#lib/action-sheet/server/step-action-sheet.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import { listAxes } from '#lib/contract/server/contract-queries.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { UndoFormSchema } from '#lib/lineage/lineage-form.ts';
import { originsOf } from '#lib/lineage/origins.ts';
import { lineageOfSheet } from '#lib/lineage/server/lineage-queries.ts';
import { undoLineage } from '#lib/lineage/server/undo-lineage.ts';
import { listOrganisations } from '#lib/organisation/server/organisation-queries.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';

const PARTS = ['textes', 'infos', 'financement', 'indicateurs'] as const;

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const { db, actor } = context;
	const sheet = await getActionSheet(context, params.sheet);
	authorize(actor, 'consolidation.work', sheet);
	const [axes, communes, organisations, priorities, bodies, edges, document] = await Promise.all([
		listAxes(db, sheet.contractId),
		listCommunes(db, sheet.territoryId),
		listOrganisations(db, sheet.territoryId),
		listPrioritiesOf(db, sheet.contractId),
		listBodies(db, sheet.contractId, actor),
		lineageOfSheet(context, sheet.id),
		findDocument(db, sheet.documentId)
	]);
	const facts = factsOf(sheet);
	const { state } = found(document);
	return {
		// A signed sheet says so for all its parts.
		textClosed: state === 'frozen' ? state : null,
		sheet: { ...sheet, knownUpdate: sheet.updatedAt.getTime() },
		part: PARTS.find((part) => part === url.searchParams.get('partie')) ?? 'textes',
		line: url.searchParams.get('ligne'),
		saved: url.searchParams.has('fait'),
		writable: can(actor, 'action-sheet.write', sheet),
		completeness: completenessOf(facts),
		steps: nextSheetStates(sheet.state).map((to) => ({ to, missing: missingFor(to, facts) })),
		origins: originsOf(edges, sheet.context.html + sheet.description.html),
		choices: {
			objectives: axes.flatMap((axis) =>
				axis.strategicObjectives.flatMap(({ operationalObjectives }) =>
					operationalObjectives.map(({ id, code, title }) => ({
						value: id,
						label: `${code} · ${title}`
					}))
				)
			),
			communes: communes.map(({ id, name }) => ({ value: id, label: name })),
			organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
			priorities,
			bodies: bodies.map(({ id, name }) => ({ value: id, label: name }))
		}
	};
};

const backTo =
	(part: string) =>
	(_result: unknown, { url }: RequestEvent) =>
		`${url.pathname}?partie=${part}&fait`;

export const actions = {
	infos: formAction(EditSheetFormSchema, editActionSheet, { done: backTo('infos') }),
	financement: formAction(FundingFormSchema, recordFundingLine, { done: backTo('financement') }),
	'retirer-financement': formAction(RemoveLineFormSchema, removeFundingLine, {
		done: backTo('financement')
	}),
	indicateur: formAction(IndicatorFormSchema, recordIndicator, { done: backTo('indicateurs') }),
	'retirer-indicateur': formAction(RemoveLineFormSchema, removeIndicator, {
		done: backTo('indicateurs')
	}),
	etape: formAction(StepSheetFormSchema, stepActionSheet, { done: backTo('textes') }),
	avancement: formAction(FollowSheetFormSchema, followActionSheet, { done: backTo('textes') }),
	origine: formAction(UndoFormSchema, undoLineage, { done: backTo('textes') })
};
