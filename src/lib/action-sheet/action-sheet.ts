/** An action sheet: what it is, the states it goes through and what each step asks for. */
import type { ActionSheetSubject } from '#lib/access/subjects.ts';

export type SheetState = ActionSheetSubject['state'];

export const SHEET_STATES = [
	'IDEA',
	'DRAFT',
	'IN_REVIEW',
	'COMPLETE',
	'ARBITRATED',
	'SIGNED'
] as const satisfies readonly SheetState[];

export const PROGRESSES = [
	'TO_DISCUSS',
	'TO_START',
	'IN_PROGRESS',
	'LATE',
	'BLOCKED',
	'PAUSED',
	'DONE',
	'DROPPED'
] as const;
export type Progress = (typeof PROGRESSES)[number];

export const SHEET_KINDS = ['NEW', 'STRENGTHENED', 'RENEWED', 'EXPERIMENT'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const SHEET_PRIORITIES = ['high', 'medium', 'low'] as const;
export type SheetPriority = (typeof SHEET_PRIORITIES)[number];

/** Names of the texts of a sheet's document. */
export const SHEET_TEXTS = ['context', 'description'] as const;
export type SheetText = (typeof SHEET_TEXTS)[number];

/** Kind of the document that a sheet has. */
export const SHEET_DOCUMENT = 'action-sheet';

const STEPS: Record<SheetState, readonly SheetState[]> = {
	IDEA: ['DRAFT'],
	DRAFT: ['IN_REVIEW', 'IDEA'],
	IN_REVIEW: ['COMPLETE', 'DRAFT'],
	COMPLETE: ['ARBITRATED', 'IN_REVIEW'],
	ARBITRATED: ['SIGNED', 'COMPLETE'],
	SIGNED: []
};

/** The states that may follow, the step forward first; a signed sheet only changes by amendment. */
export function nextSheetStates(state: SheetState): readonly SheetState[] {
	return STEPS[state];
}

/** Whether a sheet may go from one state to another in one step. */
export function canStep(from: SheetState, to: SheetState): boolean {
	return STEPS[from].includes(to);
}

/** Whether a body must have decided for the sheet to enter this state. */
export function needsDecision(to: SheetState): boolean {
	return to === 'ARBITRATED' || to === 'SIGNED';
}

/**
 * The code of a new sheet: `FA-` and the objective's figures, then the first free number when the
 * plain code is taken. Source: the way real contracts number their sheets.
 */
export function proposeCode(parentCode: string, taken: readonly string[]): string {
	const figures = parentCode.replace(/^\D+/, '') || parentCode;
	const base = `FA-${figures}`;
	if (!taken.includes(base)) return base;
	let number = 2;
	while (taken.includes(`${base}-${number}`)) number += 1;
	return `${base}-${number}`;
}
