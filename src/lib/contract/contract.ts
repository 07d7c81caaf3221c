/** The contract: its life cycle as configuration, its axes and the words others need. */
import type { Tone } from './tone.ts';

/** States of a contract in their usual order. Source: life cycle seen in signed contracts, HPST 2009. */
export const CONTRACT_STATES = [
	'EMERGENCE',
	'PREFIGURATION',
	'INVENTORY_AND_ASSESSMENT',
	'PRIORITISATION',
	'DRAFTING',
	'CONSOLIDATION',
	'VALIDATION',
	'SIGNED',
	'IMPLEMENTATION',
	'FINAL_EVALUATION',
	'RENEWAL',
	'EXTENDED',
	'CLOSED'
] as const;

export type ContractState = (typeof CONTRACT_STATES)[number];

export interface Contract {
	id: string;
	territoryId: string;
	title: string;
	generation: number;
	state: ContractState;
	/** Plain days, YYYY-MM-DD. */
	startsOn: string | null;
	endsOn: string | null;
	signedOn: string | null;
	summary: string;
	/** Days within which an author is answered, counted from what they sent. */
	answerDays: number;
	/** Levels under an axis: 1 strategic objectives only, 2 operational ones too. */
	objectiveDepth: number;
}

export interface OperationalObjective {
	id: string;
	code: string;
	title: string;
}

export interface StrategicObjective {
	id: string;
	code: string;
	title: string;
	operationalObjectives: OperationalObjective[];
}

export interface Axis {
	id: string;
	code: string;
	title: string;
	summary: string;
	tone: Tone;
	strategicObjectives: StrategicObjective[];
}

export interface Theme {
	id: string;
	label: string;
}

/**
 * The states that may follow. A plan may be annexed before or after the signature, so the order is a
 * habit, not a law: a step may be skipped forward up to the signature, and taken back by one when it
 * was reached by mistake; once signed, a contract never becomes a draft again.
 */
export function nextContractStates(state: ContractState): readonly ContractState[] {
	const index = CONTRACT_STATES.indexOf(state);
	const signed = CONTRACT_STATES.indexOf('SIGNED');
	if (index < signed) {
		const back = index > 0 ? [CONTRACT_STATES[index - 1]] : [];
		return [...back, ...CONTRACT_STATES.slice(index + 1, signed + 1)].filter(isState);
	}
	return AFTER_SIGNATURE[state] ?? [];
}

const AFTER_SIGNATURE: Partial<Record<ContractState, readonly ContractState[]>> = {
	SIGNED: ['IMPLEMENTATION'],
	IMPLEMENTATION: ['FINAL_EVALUATION', 'EXTENDED', 'CLOSED'],
	FINAL_EVALUATION: ['IMPLEMENTATION', 'RENEWAL', 'EXTENDED', 'CLOSED'],
	EXTENDED: ['FINAL_EVALUATION', 'RENEWAL', 'CLOSED'],
	RENEWAL: ['EXTENDED', 'CLOSED'],
	CLOSED: []
};

function isState(state: ContractState | undefined): state is ContractState {
	return state !== undefined;
}

/** Whether a contract may go from one state to another; staying is always allowed. */
export function canBecome(from: ContractState, to: ContractState): boolean {
	return from === to || nextContractStates(from).includes(to);
}

/** A contract as the fields of its form hold it. */
export function contractValues(contract: Contract) {
	return {
		title: contract.title,
		summary: contract.summary,
		state: contract.state,
		startsOn: contract.startsOn ?? '',
		endsOn: contract.endsOn ?? '',
		signedOn: contract.signedOn ?? '',
		answerDays: String(contract.answerDays)
	};
}
