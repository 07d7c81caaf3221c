import { describe, expect, it } from 'vitest';
import { AMENDMENT_STATES, amendmentCircuit, nextAmendmentState } from './amendment.ts';
import { CONTRACT_STATES, canBecome, nextContractStates } from './contract.ts';
import { lexiconAnchor } from './lexicon.ts';
import { OCCITANIE_AXES } from './presets.ts';
import { isOpen } from './window.ts';

describe('the states of a contract', () => {
	it.each([
		['EMERGENCE', 'PREFIGURATION', true],
		['EMERGENCE', 'SIGNED', true],
		['DRAFTING', 'PRIORITISATION', true],
		['DRAFTING', 'EMERGENCE', false],
		['VALIDATION', 'SIGNED', true],
		['VALIDATION', 'IMPLEMENTATION', false],
		['SIGNED', 'DRAFTING', false],
		['SIGNED', 'IMPLEMENTATION', true],
		['IMPLEMENTATION', 'FINAL_EVALUATION', true],
		['IMPLEMENTATION', 'DRAFTING', false],
		['FINAL_EVALUATION', 'RENEWAL', true],
		['CLOSED', 'IMPLEMENTATION', false],
		['CLOSED', 'CLOSED', true]
	] as const)('from %s to %s: %s', (from, to, allowed) => {
		expect(canBecome(from, to)).toBe(allowed);
	});

	it('never make a signed contract a draft again', () => {
		const drafts = CONTRACT_STATES.slice(0, CONTRACT_STATES.indexOf('SIGNED'));
		for (const state of CONTRACT_STATES.slice(drafts.length)) {
			expect(nextContractStates(state).filter((next) => drafts.includes(next))).toEqual([]);
		}
	});

	it('lead from anywhere to closing, and from there nowhere', () => {
		for (const state of CONTRACT_STATES) {
			const seen = new Set([state]);
			for (const reached of seen) for (const next of nextContractStates(reached)) seen.add(next);
			expect(seen.has('CLOSED')).toBe(true);
		}
		expect(nextContractStates('CLOSED')).toEqual([]);
	});
});

describe('the circuit of an amendment', () => {
	it('goes one step at a time to its entry into force', () => {
		expect(nextAmendmentState('PROPOSED')).toBe('IMPACT_CHECKED');
		expect(nextAmendmentState('IN_FORCE')).toBeNull();
	});

	it('shows what is done with its day, what is next, what is to come', () => {
		const circuit = amendmentCircuit('IMPACT_CHECKED', [
			{ state: 'IMPACT_CHECKED', on: '2026-11-20' },
			{ state: 'IMPACT_CHECKED', on: '2026-11-21' },
			{ state: 'IN_FORCE', on: '2026-01-01' }
		]);
		expect(circuit.map(({ progress }) => progress)).toEqual([
			'done',
			'done',
			'current',
			'upcoming',
			'upcoming',
			'upcoming',
			'upcoming'
		]);
		expect(circuit[1]?.on).toBe('2026-11-21');
		expect(circuit.at(-1)?.on).toBeNull();
		expect(circuit).toHaveLength(AMENDMENT_STATES.length);
	});
});

describe('a contribution window', () => {
	const window = { opensAt: new Date('2026-11-01'), closesAt: new Date('2026-11-16') };

	it('opens at its first instant and is over at the one that ends it', () => {
		expect(isOpen(window, new Date('2026-10-31T23:59:59.999Z'))).toBe(false);
		expect(isOpen(window, window.opensAt)).toBe(true);
		expect(isOpen(window, new Date('2026-11-15T23:59:59.999Z'))).toBe(true);
		expect(isOpen(window, window.closesAt)).toBe(false);
	});
});

describe('the lexicon', () => {
	it.each([
		['ARS', 'ars'],
		['FRR+', 'frr-plus'],
		['Cap’Santé', 'cap-sante'],
		['CLS', 'cls']
	])('anchors %s at %s', (acronym, anchor) => {
		expect(lexiconAnchor(acronym)).toBe(anchor);
	});
});

describe('the Occitanie preset', () => {
	it('has five axes with distinct codes', () => {
		expect(new Set(OCCITANIE_AXES.map(({ code }) => code)).size).toBe(5);
	});
});
