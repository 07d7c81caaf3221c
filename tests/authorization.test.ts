// Every command asks the permission table, and every page of the coordination does too: a new one
// that forgets fails here.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

function filesBelow(folder: string, fits: (name: string) => boolean): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter(fits)
		.map((name) => join(folder, name));
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isServer = (name: string) =>
	/(^|\/)server\/[a-z-]+\.ts$/.test(name) && !name.endsWith('.test.ts');
const asks = (source: string) => /\bauthorize[A-Za-z]*\(|\bcan\(/.test(source);

/** It hands its work to a command beside it, which asks. */
function delegates(path: string, source: string): boolean {
	const beside = [...source.matchAll(/from '\.\/([a-z-]+\.ts)'/g)].map(([, name]) => name ?? '');
	return beside.some((name) => asks(read(join(dirname(path), name))));
}

const routes = filesBelow('src/routes', (name) => /\+(page|server|layout)[a-z.]*\.ts$/.test(name));

test('each exported command asks the permission table, or is called only by one that does', () => {
	const silent = filesBelow('src/lib', isServer).filter((path) => {
		const source = read(path);
		const isCommand = /export async function \w+\(\s*(\{[^}]*\}|\w+): CommandContext/.test(source);
		return isCommand && !asks(source) && !delegates(path, source);
	});
	const calledByRoutes = silent.filter((path) => {
		const name = path.replace(/^src\/lib/, '#lib');
		return routes.some((route) => read(route).includes(name));
	});
	expect(calledByRoutes).toEqual([]);
});

test('each page of the coordination asks the permission table before it shows anything', () => {
	const silent = routes.filter((path) => {
		const source = read(path);
		return (
			path.includes('/coordination/') && /export const load/.test(source) && !asksSomewhere(source)
		);
	});
	expect(silent).toEqual([]);
});

/** In the page itself, or in what it loads from `lib`. */
function asksSomewhere(source: string): boolean {
	if (asks(source)) return true;
	const imported = [...source.matchAll(/from '#lib\/([^']+)'/g)].map(
		([, path]) => `src/lib/${path ?? ''}`
	);
	return imported.some((path) => path.includes('/server/') && asks(read(path)));
}

test('no route writes SQL or imports Kysely', () => {
	expect(routes.filter((path) => /from 'kysely'|sql`/.test(read(path)))).toEqual([]);
});
