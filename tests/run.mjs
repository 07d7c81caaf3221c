// `npm test`, in plain JavaScript for the Node of any machine. Runs every check in order of speed and
// goes on after a failure, so that one run shows everything; the last line adds all of them up.
// Names of suites as arguments run those alone: `npm test -- unit database`.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../server/start/build.mjs';
import { installIfMissing } from '../server/start/install.mjs';
import { findNode } from '../server/start/node.mjs';
import { bringChromium } from './run/chromium.mjs';
import { countOfPlaywright, countOfVitest } from './run/counts.mjs';
import { bringPostgres } from './run/postgres.mjs';
import { runTool } from './run/tool.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [notes] why something was skipped or did not run
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
	await installIfMissing(root, { withTools: true });
} catch (error) {
	process.stdout.write(`${textOf(error)}\n\n0 passed, 1 failed, 0 skipped\n`);
	process.exit(1);
}
const node = findNode(root);

/** @type {Record<string, () => Promise<Count>>} */
const suites = {
	types: () =>
		check(
			['@sveltejs/kit/svelte-kit.js', 'sync'],
			['svelte-check/bin/svelte-check', '--fail-on-warnings', '--threshold', 'warning'],
			['typescript/bin/tsc', '-p', 'src/service-worker']
		),
	lint: () => check(['eslint/bin/eslint.js', '.', '--max-warnings', '0']),
	format: () => check(['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
	boundaries: () =>
		check([
			'dependency-cruiser/bin/dependency-cruiser.mjs',
			...['src', 'server', 'migrations', '--config', '.dependency-cruiser.cjs']
		]),
	dead: () => check(['knip/bin/knip.js']),
	unit: () => vitest('unit'),
	database: () => vitest('database', { TEST_DATABASE: 'pglite' }),
	build: async () => {
		await buildIfStale(root, node);
		return { passed: 1, failed: 0, skipped: 0 };
	},
	postgres: onPostgres,
	journeys: inBrowser
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
	process.stderr.write(`No suite ${unknown.join(', ')}: ${Object.keys(suites).join(', ')}.\n`);
	process.exit(1);
}

/** @type {Array<{ name: string, seconds: number, count: Count }>} */
const results = [];
for (const [name, run] of Object.entries(suites)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	process.stdout.write(`\n── ${name}\n`);
	const began = performance.now();
	const count = await run().catch((error) => ({
		passed: 0,
		failed: 1,
		skipped: 0,
		notes: [textOf(error)]
	}));
	results.push({ name, count, seconds: (performance.now() - began) / 1000 });
}

process.stdout.write('\n');
for (const { name, count, seconds } of results) {
	process.stdout.write(`${name.padEnd(12)}${sentence(count).padEnd(40)}${seconds.toFixed(1)} s\n`);
	for (const note of count.notes ?? []) process.stdout.write(`            ${note}\n`);
}
const total = { passed: 0, failed: 0, skipped: 0 };
for (const { count } of results) {
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
}
process.stdout.write(`\n${sentence(total)}\n`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {Count} count */
function sentence({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {unknown} error */
function textOf(error) {
	return error instanceof Error ? error.message : String(error);
}

/**
 * Runs the commands of one checker, which counts as one test.
 *
 * @param {string[][]} commands
 * @returns {Promise<Count>}
 */
async function check(...commands) {
	for (const command of commands) {
		if ((await runTool(node, command)) !== 0) return { passed: 0, failed: 1, skipped: 0 };
	}
	return { passed: 1, failed: 0, skipped: 0 };
}

/**
 * @param {string} project
 * @param {Record<string, string>} [variables]
 * @returns {Promise<Count>}
 */
function vitest(project, variables = {}) {
	return countOfVitest(node, project, variables);
}

/** @returns {Promise<Count>} */
async function onPostgres() {
	const server = await bringPostgres(root);
	try {
		return await vitest('database', { TEST_DATABASE: 'postgres', TEST_DATABASE_URL: server.url });
	} finally {
		await server.stop();
	}
}

/** @returns {Promise<Count>} */
async function inBrowser() {
	return countOfPlaywright(node, await bringChromium(node));
}
