/** A sheet as the flat values of its form: what the page shows before anything is typed. */
import type { FormValues } from '#lib/form.ts';
import type { ActionSheetDetails } from './details.ts';

interface SheetToEdit {
	title: string;
	plainSummary: string;
	kind: string;
	priority: string;
	leadOrganisationId: string | null;
	leadLabel: string;
	electedSponsor: string;
	versionLabel: string;
	startsOn: string | null;
	endsOn: string | null;
	objectives: readonly { id: string }[];
	communes: readonly { id: string }[];
	partners: readonly { id: string }[];
	details: ActionSheetDetails;
}

/** The values of the form of a sheet, by field name; lists are one entry a line. */
export function sheetValues(sheet: SheetToEdit): FormValues {
	const { details } = sheet;
	const { equity, beneficiaries, environmentPercent, participation, ...others } = details;
	const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
	return {
		...Object.fromEntries(
			Object.entries(others).map(([name, value]) => [
				name,
				typeof value === 'string' ? value : value.join('\n')
			])
		),
		title: sheet.title,
		plainSummary: sheet.plainSummary,
		kind: sheet.kind,
		priority: sheet.priority,
		leadOrganisationId: sheet.leadOrganisationId ?? '',
		leadLabel: sheet.leadLabel,
		electedSponsor: sheet.electedSponsor,
		versionLabel: sheet.versionLabel,
		startsOn: sheet.startsOn ?? '',
		endsOn: sheet.endsOn ?? '',
		objectiveIds: ids(sheet.objectives),
		communeIds: ids(sheet.communes),
		partnerIds: ids(sheet.partners),
		legalDomains: [...details.legalDomains],
		priorityIds: [...details.priorityIds],
		beneficiaries: beneficiaries === null ? '' : String(beneficiaries),
		environmentPercent: environmentPercent === null ? '' : String(environmentPercent),
		participation: participation ?? '',
		universalOffer: equity.universalOffer,
		reinforcedFor: equity.reinforcedFor,
		trap: equity.trap,
		countermeasure: equity.countermeasure,
		equityIndicator: equity.indicator
	};
}
