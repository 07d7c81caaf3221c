import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesOf, sentence } from './messages.ts';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
	(path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('messages/')
);

/** Reasons that refusals name, with the file that does: all `area.key` of forms, `reason:` elsewhere. */
const reasons = sources.flatMap((path) => {
	const pattern = /forms?\.ts$/.test(path)
		? /'([a-zA-Z]+\.[a-z_]+)'/g
		: /\breason: '([a-zA-Z]+\.[a-z_]+)'/g;
	const found = readFileSync(join(root, path), 'utf8').matchAll(pattern);
	return [...found].map(([, reason = '']) => ({ path, reason }));
});

test('each refusal has a sentence of its own, in both languages', () => {
	expect(reasons.length).toBeGreaterThan(200);
	for (const locale of ['fr', 'en'] as const) {
		const m = messagesOf(locale);
		const silent = reasons.filter(
			({ reason }) => reason !== 'common.invalid' && sentence(m, reason) === m.common.issues.invalid
		);
		expect(silent).toEqual([]);
	}
});

test('a reason that no area knows says that the form was refused', () => {
	const m = messagesOf('fr');
	for (const reason of ['', 'x', 'common.x', 'x.y', 'common.toString']) {
		expect(sentence(m, reason)).toBe(m.common.issues.invalid);
	}
});
