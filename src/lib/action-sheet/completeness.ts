/**
 * What a sheet still lacks before each step. Source: a sheet is complete when its lead is named and it
 * has an indicator with its starting value, a funder and its equity block (steering committee rule).
 */
import type { ActionSheetDetails } from './details.ts';
import type { SheetState } from './action-sheet.ts';

export type Requirement =
	| 'plainSummary'
	| 'objective'
	| 'description'
	| 'lead'
	| 'indicator'
	| 'baseline'
	| 'funder'
	| 'equity'
	| 'calendar'
	| 'priorities';

export interface SheetFacts {
	plainSummary: string;
	leadOrganisationId: string | null;
	leadLabel: string;
	objectiveCount: number;
	/** Letters of the description, as rendered. */
	descriptionLength: number;
	indicators: readonly { baseline: string }[];
	fundingLines: readonly { funder: string }[];
	details: Pick<ActionSheetDetails, 'equity' | 'calendar' | 'priorityIds'>;
}

const MET: Record<Requirement, (sheet: SheetFacts) => boolean> = {
	plainSummary: (sheet) => sheet.plainSummary !== '',
	objective: (sheet) => sheet.objectiveCount > 0,
	description: (sheet) => sheet.descriptionLength > 0,
	lead: (sheet) => sheet.leadOrganisationId !== null || sheet.leadLabel !== '',
	indicator: (sheet) => sheet.indicators.length > 0,
	baseline: (sheet) => sheet.indicators.some((indicator) => indicator.baseline !== ''),
	funder: (sheet) => sheet.fundingLines.some((line) => line.funder !== ''),
	equity: ({ details: { equity } }) =>
		equity.universalOffer !== '' && equity.trap !== '' && equity.countermeasure !== '',
	calendar: (sheet) => sheet.details.calendar.length > 0,
	priorities: (sheet) => sheet.details.priorityIds.length > 0
};

const FOR_REVIEW: readonly Requirement[] = ['plainSummary', 'objective', 'description'];
const FOR_COMPLETE: readonly Requirement[] = [
	...FOR_REVIEW,
	'lead',
	'indicator',
	'baseline',
	'funder',
	'equity'
];
const ADVISED: readonly Requirement[] = [...FOR_COMPLETE, 'calendar', 'priorities'];

const GATES: Record<SheetState, readonly Requirement[]> = {
	IDEA: [],
	DRAFT: [],
	IN_REVIEW: FOR_REVIEW,
	COMPLETE: FOR_COMPLETE,
	ARBITRATED: FOR_COMPLETE,
	SIGNED: FOR_COMPLETE
};

/** What is missing before the sheet may enter a state, in the order of the form. */
export function missingFor(state: SheetState, sheet: SheetFacts): Requirement[] {
	return GATES[state].filter((requirement) => !MET[requirement](sheet));
}

export interface Completeness {
	/** Required before it can be complete. */
	missing: Requirement[];
	/** Asked for by no gate, and still worth writing. */
	advised: Requirement[];
	met: number;
	total: number;
}

/** How far a sheet is from complete. */
export function completenessOf(sheet: SheetFacts): Completeness {
	const open = ADVISED.filter((requirement) => !MET[requirement](sheet));
	return {
		missing: open.filter((requirement) => FOR_COMPLETE.includes(requirement)),
		advised: open.filter((requirement) => !FOR_COMPLETE.includes(requirement)),
		met: ADVISED.length - open.length,
		total: ADVISED.length
	};
}
