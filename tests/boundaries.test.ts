// Keeps the keepers: each checker is shown a deliberate error, so that one that checks nothing is
// noticed, and what they check is everything there is.
import { execFileSync, spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import * as prettier from 'prettier';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { isServerOnly, keepServerCodeOut } from '../server/build-plugins/keep-server-code-out.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'parvis-canary-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Writes a small project of deliberate errors, and gives its folder. */
function plant(name: string, files: Record<string, string>): string {
	const folder = join(scratch, name);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

function listTracked(...patterns: string[]): string[] {
	return execFileSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' })
		.trim()
		.split('\n');
}

test('every folder of src/lib is named in docs/architecture.md', () => {
	const described = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
	const folders = readdirSync(join(root, 'src', 'lib'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
	const unknown = folders.filter(
		(name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(described)
	);
	expect(unknown).toEqual([]);
});

test('types are checked in every TypeScript file of the repository', () => {
	// The worker lives among other globals than pages do.
	const projects = [root, join(root, 'src', 'service-worker')].map((folder) => {
		const file = join(folder, 'tsconfig.json');
		const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
		return ts.parseJsonConfigFileContent(config, ts.sys, folder);
	});
	const checked = new Set(
		projects.flatMap(({ fileNames }) => fileNames.map((name) => name.slice(root.length + 1)))
	);
	expect(listTracked('*.ts').filter((name) => !checked.has(name))).toEqual([]);
	for (const { options } of projects) {
		expect(options).toMatchObject({
			strict: true,
			noUncheckedIndexedAccess: true,
			erasableSyntaxOnly: true
		});
	}
});

test('svelte-check fails on a wrong type and on a picture without a text', () => {
	const folder = plant('types', {
		'Wrong.svelte': '<script lang="ts">const n: number = \'one\'; n;</script>\n',
		'Blind.svelte': '<img src="/a.png" />\n'
	});
	const { status, stdout } = spawnSync(
		process.execPath,
		[
			join(root, 'node_modules', 'svelte-check', 'bin', 'svelte-check'),
			...['--workspace', folder, '--no-tsconfig', '--fail-on-warnings'],
			...['--threshold', 'warning', '--output', 'machine']
		],
		{ cwd: root, encoding: 'utf8' }
	);
	expect(status).not.toBe(0);
	expect(stdout).toContain('Wrong.svelte');
	expect(stdout).toContain('alt');
}, 30_000);

describe('ESLint refuses', () => {
	const eslint = new ESLint({ cwd: root });

	test.each([
		[
			'a promise nobody waits for',
			'@typescript-eslint/no-floating-promises',
			'Promise.resolve(1);'
		],
		['any', '@typescript-eslint/no-explicit-any', 'export const a: any = 1;'],
		['the environment', 'no-restricted-properties', 'export const a = process.env.PORT;'],
		['console', 'no-console', "console.log('a');"],
		['a long file', 'max-lines', 'export const a = 1;\n'.repeat(301)],
		[
			'Kysely<any>',
			'no-restricted-syntax',
			"import type { Kysely } from 'kysely';\nexport type A = Kysely<any>;"
		],
		[
			'a bare transaction',
			'no-restricted-syntax',
			'export const a = (db: { transaction(): void }) => db.transaction();'
		],
		['$lib', 'no-restricted-syntax', "import { a } from '$lib/a.ts';\na();"]
	])(
		'%s',
		async (_what, rule, code) => {
			const [result] = await eslint.lintText(code, { filePath: join(root, 'src/lib/errors.ts') });
			expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
		},
		30_000
	);

	test('HTML from a variable, except in the one component that renders texts', async () => {
		const code =
			'<script lang="ts">\n\tlet { html }: { html: string } = $props();\n</script>\n\n{@html html}\n';
		const [rendered] = listTracked('src/lib/document/RenderedText.svelte').filter(Boolean);
		const [other] = listTracked('src/routes/*.svelte', 'src/lib/ui/*.svelte').filter(Boolean);
		const rules = async (filePath: string) => {
			const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
			return result?.messages.map(({ ruleId }) => ruleId);
		};
		expect(await rules(String(other))).toContain('svelte/no-at-html-tags');
		if (rendered) expect(await rules(rendered)).not.toContain('svelte/no-at-html-tags');
	});
});

test('Prettier refuses another style', async () => {
	const filepath = join(root, 'src/lib/errors.ts');
	const options = { ...(await prettier.resolveConfig(filepath)), filepath };
	expect(await prettier.check('const a = "double";\n', options)).toBe(false);
	expect(await prettier.check("const a = 'single';\n", options)).toBe(true);
});

test('each rule of the import table is broken by what it is there for', async () => {
	const folder = plant('imports', {
		'package.json': '{ "type": "module", "devDependencies": { "vitest": "*" } }',
		'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true } }',
		'src/lib/event/event.ts': "export { p } from '../proposal/proposal.ts';",
		'src/lib/proposal/proposal.ts': "import 'node:fs';\nimport 'kysely';\nexport const p = 1;",
		'src/lib/proposal/server/submit-proposal.ts': "import '@sveltejs/kit';\nexport const s = 1;",
		'src/lib/plan/server/seal-plan.ts': "import '../../proposal/server/submit-proposal.ts';",
		'src/lib/proposal/Card.svelte':
			'<script>\n\timport "./server/submit-proposal.ts";\n</script>\n',
		'src/lib/ui/Button.svelte': '<script>\n\timport "../proposal/proposal.ts";\n</script>\n',
		'src/lib/body/a.ts': "import './b.ts';",
		'src/lib/body/b.ts': "import './a.ts';\nimport './none.ts';",
		'src/routes/+page.server.ts': "import 'kysely';\nimport '../../server/jobs/mail.ts';",
		'server/jobs/mail.ts': "import '../../src/routes/+page.server.ts';\nimport 'vitest';",
		'server/main.mjs': "import '../src/lib/proposal/proposal.ts';",
		'server/start.mjs': "import 'kysely';",
		'migrations/0001-a.ts': "import '../src/lib/proposal/proposal.ts';",
		'src/lib/proposal/notes.ts': "import '../../../tests/a.ts';",
		'tests/a.ts': 'export const a = 1;'
	});
	cpSync(join(root, 'node_modules', 'kysely'), join(folder, 'node_modules/kysely'), {
		recursive: true
	});
	plant('imports/node_modules/@sveltejs/kit', {
		'package.json': '{ "name": "@sveltejs/kit", "main": "a.js" }',
		'a.js': ''
	});
	plant('imports/node_modules/vitest', {
		'package.json': '{ "name": "vitest", "main": "a.js" }',
		'a.js': ''
	});
	const ruleSet = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
	const { output } = await cruise(
		['src', 'server', 'migrations', 'tests'],
		{ ...ruleSet.options, baseDir: folder, validate: true, ruleSet },
		{ ...ruleSet.options.enhancedResolveOptions },
		{ tsConfig: {} }
	);
	if (typeof output === 'string') throw new Error(output);
	const broken = new Set(output.summary.violations.map(({ rule }) => rule.name));
	const rules: Array<{ name: string }> = ruleSet.forbidden;
	const unbroken = rules.map(({ name }) => name).filter((name) => !broken.has(name));
	// One noun stands for the fifteen rules of the same shape.
	expect(unbroken.filter((name) => !name.endsWith('-is-below'))).toEqual([]);
	expect(broken).toContain('event-is-below');
}, 30_000);

test('knip finds what nobody uses', () => {
	const folder = plant('dead', {
		'package.json': readFileSync(join(root, 'package.json'), 'utf8'),
		'knip.json': readFileSync(join(root, 'knip.json'), 'utf8'),
		'server/main.mjs': "import { used } from '../src/lib/half.ts';\nused();\n",
		'src/lib/half.ts': 'export function used() {}\nexport function unused() {}\n',
		'src/lib/whole.ts': 'export const nobody = 1;\n'
	});
	const { status, stdout } = spawnSync(
		process.execPath,
		[
			join(root, 'node_modules', 'knip', 'bin', 'knip.js'),
			...['--directory', folder, '--include', 'files,exports', '--no-progress']
		],
		{ cwd: folder, encoding: 'utf8' }
	);
	expect(stdout).toContain('src/lib/whole.ts');
	expect(stdout).toContain('unused');
	expect(status).not.toBe(0);
}, 30_000);

describe('server code stays out of the browser', () => {
	test.each([
		['src/lib/proposal/server/submit-proposal.ts', true],
		['src/lib/database/ids.ts', true],
		['src/lib/env.ts', true],
		['server/collaboration/room.ts', true],
		['migrations/index.ts', true],
		['src/lib/proposal/proposal.ts', false],
		['src/lib/proposal/ServerList.svelte', false],
		['node_modules/svelte/src/internal/server/index.js', false]
	])('%s: %s', (path, expected) => {
		expect(isServerOnly(path)).toBe(expected);
	});

	test('a page that imports it does not build', async () => {
		const folder = plant('bundle', {
			'page.js': "import { sql } from './src/lib/proposal/server/find.js';\nconsole.log(sql);\n",
			'src/lib/proposal/server/find.js': "export const sql = 'select';\n"
		});
		const building = build({
			root: folder,
			configFile: false,
			logLevel: 'silent',
			plugins: [keepServerCodeOut()],
			build: { write: false, rollupOptions: { input: join(folder, 'page.js') } }
		});
		await expect(building).rejects.toThrow(/find\.js is server code/);
	});
});
