import { sveltekit } from '@sveltejs/kit/vite';
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

export default defineConfig({
	plugins: [keepServerCodeOut(), sveltekit(), liveDocuments(), pageScripts({ target: browsers })],
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
