import { sveltekit } from '@sveltejs/kit/vite';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { keepServerCodeOut } from './server/build-plugins/keep-server-code-out.ts';
import { liveDocuments } from './server/build-plugins/live-documents.ts';
import { pageScripts } from './server/build-plugins/page-scripts.ts';

// A test that needs a database lives where the code that uses one lives; every other test is pure.
const databaseTests = [
	'src/lib/*/server/**/*.test.ts',
	'src/lib/database/**/*.test.ts',
	'src/routes/**/*.test.ts',
	'src/hooks*.test.ts',
	'src/**/*.database.test.ts',
	'server/**/*.test.ts',
	'migrations/**/*.test.ts',
	'tests/faults/**/*.test.ts'
];
const onServer = process.env.TEST_DATABASE === 'postgres';
if (onServer) {
	// They bring a PostgreSQL of their own: once is enough.
	databaseTests.push('tests/bench/**/*.test.ts');
}
/** Of connections, which the embedded database does not have. */
const serverTests = onServer ? [] : ['**/*.postgres.test.ts'];

/** Of 2022: what pages and their scripts must work in. */
const browsers = ['safari15.4', 'ios15.4', 'chrome99', 'firefox100'];

/**
 * The same for scripts: Safari 15 knows the fields of classes but for one fault, which `mendClassFields`
 * gets round in a few bytes. Lowered for it, they would weigh 4.5 kB.
 */
const scriptBrowsers = ['safari16', 'ios16', 'chrome99', 'firefox100'];

/**
 * Safari 15 may not find the names that the value of a field speaks of (https://webkit.org/b/236843). It
 * finds them from within a function: each such value becomes one that is called at once.
 */
function mendClassFields(): Plugin {
	return {
		name: 'mend-class-fields',
		// Last, since a minifier would undo it.
		generateBundle(_options, bundle) {
			for (const piece of Object.values(bundle)) {
				if (piece.type !== 'asset' || !piece.fileName.endsWith('.js')) continue;
				piece.source = mendFieldsOf(piece.fileName, String(piece.source));
			}
		}
	};
}

function mendFieldsOf(name: string, code: string): string {
	const values: ESTree.Expression[] = [];
	new Visitor({
		PropertyDefinition({ value }) {
			if (value && !speaksOfNothing(value)) values.push(value);
		}
	}).visit(parseSync(name, code).program);
	let mended = '';
	let done = 0;
	for (const { start, end } of values.sort((one, other) => one.start - other.start)) {
		if (start < done) throw new Error(`a class within a field of a class: mend ${name} otherwise`);
		mended += `${code.slice(done, start)}(()=>{return ${code.slice(start, end)}})()`;
		done = end;
	}
	return mended + code.slice(done);
}

/** Whether a value speaks of no name, or does so within a function. */
function speaksOfNothing(value: ESTree.Expression): boolean {
	switch (value.type) {
		case 'Literal':
		case 'ArrowFunctionExpression':
		case 'FunctionExpression':
			return true;
		case 'UnaryExpression':
			return value.argument.type === 'Literal';
		case 'TemplateLiteral':
			return value.expressions.length === 0;
		case 'ArrayExpression':
			return value.elements.length === 0;
		default:
			return false;
	}
}

export default defineConfig({
	plugins: [
		keepServerCodeOut(),
		sveltekit(),
		liveDocuments(),
		pageScripts({ target: scriptBrowsers }),
		mendClassFields()
	],
	// Styles are for browsers, though no page has a script of the framework to build beside them.
	build: { cssTarget: browsers },
	test: {
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: databaseTests
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: databaseTests,
					exclude: serverTests,
					globalSetup: 'tests/support/database-setup.ts',
					testTimeout: 20_000,
					hookTimeout: 60_000,
					maxWorkers: 2
				}
			}
		]
	}
});
