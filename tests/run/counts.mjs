import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './tool.mjs';

/** @typedef {import('../run.mjs').Count} Count */

/**
 * Runs one project of Vitest and counts its tests.
 *
 * @param {string} node
 * @param {string} project
 * @param {Record<string, string>} variables
 * @returns {Promise<Count>}
 */
export async function countOfVitest(node, project, variables) {
	const { code, report } = await withReport((file) =>
		runTool(
			node,
			[
				'vitest/vitest.mjs',
				...['run', '--project', project, '--passWithNoTests'],
				...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
			],
			variables
		)
	);
	/** @type {Array<{ assertionResults: Array<{ status: string, fullName: string }> }>} */
	const files = report?.testResults ?? [];
	const tests = files.flatMap(({ assertionResults }) => assertionResults);
	const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status));
	return settle(code, {
		passed: tests.filter(({ status }) => status === 'passed').length,
		failed: tests.filter(({ status }) => status === 'failed').length,
		skipped: skipped.length,
		notes: skipped.map(({ fullName }) => `skipped: ${fullName}`)
	});
}

/**
 * Runs the journeys in a browser and counts them.
 *
 * @param {string} node
 * @param {Record<string, string>} variables
 * @returns {Promise<Count>}
 */
export async function countOfPlaywright(node, variables) {
	const { code, report } = await withReport((file) =>
		runTool(
			node,
			['@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests'],
			{
				...variables,
				PLAYWRIGHT_JSON_OUTPUT_FILE: file
			}
		)
	);
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
	return settle(code, {
		passed: expected,
		failed: unexpected + flaky,
		skipped,
		notes: skippedOf(report?.suites ?? [])
	});
}

/**
 * A run that went wrong outside any test must not look like a good one.
 *
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function settle(code, count) {
	return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {(file: string) => Promise<number>} run
 */
async function withReport(run) {
	const folder = mkdtempSync(join(tmpdir(), 'parvis-report-'));
	const file = join(folder, 'report.json');
	try {
		const code = await run(file);
		return { code, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {Array<{ title: string, tests: Array<{ status: string, annotations: Array<{ type: string, description?: string }> }> }>} [specs]
 */

/**
 * @param {PlaywrightSuite[]} suites
 * @returns {string[]}
 */
function skippedOf(suites) {
	return suites.flatMap(({ suites: inner = [], specs = [] }) => [
		...skippedOf(inner),
		...specs.flatMap(({ title, tests }) =>
			tests
				.filter(({ status }) => status === 'skipped')
				.map(({ annotations }) => {
					const why = annotations.find(({ description }) => description)?.description;
					return `skipped: ${title}${why ? `: ${why}` : ''}`;
				})
		)
	]);
}
