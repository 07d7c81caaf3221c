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
	/** @type {Array<{ assertionResults: VitestResult[] }>} */
	const files = report?.testResults ?? [];
	const tests = files.flatMap(({ assertionResults }) => assertionResults);
	const failed = tests.filter(({ status }) => status === 'failed');
	const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status));
	return settle(code, {
		passed: tests.length - failed.length - skipped.length,
		failed: failed.length,
		skipped: skipped.length,
		notes: [
			...failed.map(
				({ fullName, failureMessages }) =>
					`failed: ${fullName}: ${(failureMessages[0] ?? '').split('\n')[0]}`
			),
			...skipped.map(({ fullName }) => `skipped: ${fullName}`)
		]
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
		passed: expected + flaky,
		failed: unexpected,
		skipped,
		notes: notesOf(report?.suites ?? [])
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
 * @typedef {object} VitestResult
 * @property {string} status
 * @property {string} fullName
 * @property {string[]} failureMessages
 */

/**
 * @typedef {object} PlaywrightTest
 * @property {'expected' | 'unexpected' | 'flaky' | 'skipped'} status
 * @property {string} projectName
 * @property {Array<{ type: string, description?: string }>} annotations
 * @property {Array<{ error?: { message?: string } }>} results
 *
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {Array<{ title: string, tests: PlaywrightTest[] }>} [specs]
 */

const said = { unexpected: 'failed', flaky: 'passed at another try', skipped: 'skipped' };

/**
 * What did not simply pass, and why.
 *
 * @param {PlaywrightSuite[]} suites
 * @returns {string[]}
 */
function notesOf(suites) {
	return suites.flatMap(({ suites: inner = [], specs = [] }) => [
		...notesOf(inner),
		...specs.flatMap(({ title, tests }) =>
			tests.flatMap(({ status, projectName, annotations, results }) => {
				if (status === 'expected') return [];
				const fault = results.find(({ error }) => error)?.error?.message?.split('\n')[0];
				const why = fault ?? annotations.find(({ description }) => description)?.description;
				return [`${said[status]}: [${projectName}] ${title}${why ? `: ${why}` : ''}`];
			})
		)
	]);
}
