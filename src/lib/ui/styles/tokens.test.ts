import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = colours(lightCss);
const dark = new Map([...light, ...colours(darkCss)]);

const tinted = ['pine', 'brick', 'gorse', 'sky', 'plum'];
const solid = ['pine', 'brick', 'sky', 'plum', 'ink-soft'];
const grounds = ['paper', 'surface', 'sunken'];

/** [text or border, background, least contrast by WCAG 2.2: 7 AAA, 4.5 AA, 3 for borders]. */
const pairs: [string, string, number][] = [
	...grounds.map((ground): [string, string, number] => ['ink', ground, 7]),
	['ink-soft', 'paper', 7],
	['ink-soft', 'surface', 7],
	['ink-soft', 'sunken', 4.5],
	...grounds.map((ground): [string, string, number] => ['pine', ground, 4.5]),
	...grounds.map((ground): [string, string, number] => ['pine-strong', ground, 4.5]),
	...grounds.map((ground): [string, string, number] => ['brick', ground, 4.5]),
	...grounds.map((ground): [string, string, number] => ['line-strong', ground, 3]),
	...grounds.map((ground): [string, string, number] => ['focus-color', ground, 3]),
	...tinted.map((tone): [string, string, number] => [`${tone}-strong`, `${tone}-tint`, 7]),
	...tinted.map((tone): [string, string, number] => ['ink', `${tone}-tint`, 7]),
	...tinted.map((tone): [string, string, number] => ['ink-soft', `${tone}-tint`, 4.5]),
	...tinted.map((tone): [string, string, number] => ['focus-color', `${tone}-tint`, 3]),
	...tinted.map((tone): [string, string, number] => ['pine', `${tone}-tint`, 4.5]),
	...solid.map((tone): [string, string, number] => ['on-solid', tone, 4.5]),
	['on-solid', 'pine-strong', 4.5],
	['on-solid', 'brick-strong', 4.5],
	['on-gorse', 'gorse', 4.5]
];

describe.each([
	['light', light],
	['dark', dark]
])('the %s theme', (_, theme) => {
	it.each(pairs)('writes %s on %s with a contrast of %d or more', (text, ground, least) => {
		expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(least);
	});
});

function colours(text: string): Map<string, string> {
	return new Map(
		[...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
			name,
			hex
		])
	);
}

function colour(theme: Map<string, string>, name: string): string {
	const hex = theme.get(name);
	if (!hex) throw new Error(`no token --${name}`);
	return hex;
}

function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
