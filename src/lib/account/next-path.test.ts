import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNextPath } from './next-path.ts';

const elsewhere = [
	'https://evil.example',
	'http://evil.example/a',
	'HTTPS://evil.example',
	'//evil.example',
	'///evil.example',
	'////evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'\\/evil.example',
	'/\\/evil.example',
	'/./\\evil.example',
	'/.//evil.example',
	'/..//evil.example',
	'/a/..//evil.example',
	'/a/../..//evil.example',
	'/%2e//evil.example',
	'/%2e%2e//evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/\r/evil.example',
	'\t//evil.example',
	' //evil.example',
	' https://evil.example',
	'/ /evil.example',
	'/\u00a0/evil.example',
	'/\u2028/evil.example',
	'/\0/evil.example',
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'java\nscript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:x',
	'mailto:a@b.c',
	'evil.example',
	'.evil.example',
	'@evil.example',
	':80@evil.example',
	'?next=//evil.example',
	'#//evil.example',
	'',
	'\\',
	'https:evil.example',
	'https:/evil.example',
	'http:\\\\evil.example',
	`/${'a'.repeat(2001)}`,
	null,
	undefined,
	['/a'],
	{ toString: () => '/a' }
];

test.each(elsewhere)('never leads elsewhere: %j', (wanted) => {
	expect(safeNextPath(wanted, '/ici')).toBe('/ici');
});

test.each([
	'/',
	'/orsente',
	'/orsente/propositions?axe=A1&tri=r%C3%A9cent#suite',
	'/orsente/mon-nom?suite=/orsente/propositions/nouvelle',
	'/orsente/plan?url=https://evil.example'
])('keeps a page of the site: %s', (wanted) => {
	expect(safeNextPath(wanted, '/ici')).toBe(wanted);
});

test('resolves the dots of a path inside the site', () => {
	expect(safeNextPath('/orsente/plan/../propositions', '/ici')).toBe('/orsente/propositions');
});

test('whatever is asked, the browser stays on the site', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.webUrl(),
				fc.string({
					unit: fc.constantFrom('/', '\\', '.', 'e', ':', '@', '%', '2', '\t', '?', '#')
				})
			),
			(wanted) => {
				const path = safeNextPath(wanted, '/ici');
				const url = new URL(path, 'https://parvis.example');
				expect(url.origin).toBe('https://parvis.example');
				expect(path.startsWith('/')).toBe(true);
			}
		)
	);
});
