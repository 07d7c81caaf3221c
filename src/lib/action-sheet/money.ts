/** Money of a sheet: what people type, and what the lines add up to. Integer cents; null is unknown. */

/** Largest amount that a line may bear: 10 billion euros, in cents. */
const LARGEST = 1_000_000_000_000;

/**
 * Reads an amount as typed: « 18 000 », « 18 000,50 € », « 18.000,5 », « 18000.50 ». A comma, or a
 * point before one or two last figures, is the decimal sign; an empty field is null, not zero.
 * Undefined when it is not an amount of euros.
 */
export function parseEuros(typed: string): number | null | undefined {
	const text = typed
		.replace(/[\s\u00A0\u202F']/gu, '')
		.replace(/(?:€|euros?|eur)$/i, '')
		.replace(/^€/, '');
	if (text === '') return typed.trim() === '' ? null : undefined;
	const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
	if (!match) return undefined;
	const euros = Number((match[1] ?? '').replaceAll('.', ''));
	const cents = euros * 100 + Number((match[2] ?? '').padEnd(2, '0'));
	return cents <= LARGEST ? cents : undefined;
}

/** An amount as one types it again: « 18000 » or « 18000,50 », empty when unknown. */
export function typedEuros(cents: number | null): string {
	if (cents === null) return '';
	const rest = cents % 100;
	const euros = String(Math.floor(cents / 100));
	return rest === 0 ? euros : `${euros},${String(rest).padStart(2, '0')}`;
}

export interface Amounts {
	requestedCents: number | null;
	grantedCents: number | null;
	spentCents: number | null;
}

export interface FundingTotals extends Amounts {
	/** Lines on which the funder has not answered yet. */
	pending: number;
}

/** Sums each column over what is known; a column in which nothing is known stays unknown. */
export function fundingTotals(lines: readonly Amounts[]): FundingTotals {
	return {
		requestedCents: sum(lines.map((line) => line.requestedCents)),
		grantedCents: sum(lines.map((line) => line.grantedCents)),
		spentCents: sum(lines.map((line) => line.spentCents)),
		pending: lines.filter(isPending).length
	};
}

/** Whether the funder has not answered: asked for, neither granted nor refused (granted zero). */
export function isPending(line: Amounts): boolean {
	return line.requestedCents !== null && line.grantedCents === null;
}

export interface YearAmounts extends FundingTotals {
	year: number;
}

/** Totals by year, the earliest first. */
export function totalsByYear(lines: readonly (Amounts & { year: number })[]): YearAmounts[] {
	const years = [...new Set(lines.map((line) => line.year))].sort((one, other) => one - other);
	return years.map((year) => ({
		year,
		...fundingTotals(lines.filter((line) => line.year === year))
	}));
}

function sum(amounts: readonly (number | null)[]): number | null {
	const known = amounts.filter((amount) => amount !== null);
	return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
