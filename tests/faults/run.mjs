// `npm run faults`: every fault in a larger dose than `npm test` gives, and 10,000 seeds of the
// simulator; `-- --full` for the whole of it, which takes hours. Names of faults (`F1 F2`) run those
// alone. Writes test-results/faults.json and faults.md.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfMissing } from '../../server/start/install.mjs';
import { findNode } from '../../server/start/node.mjs';
import { bringPostgres } from '../run/postgres.mjs';
import { runTool } from '../run/tool.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
await installIfMissing(root, { withTools: true });
const node = findNode(root);
const asked = process.argv.slice(2);
const only = asked.filter((name) => /^F\d+$/.test(name));
const dose = asked.includes('--full') ? 'full' : asked.includes('--short') ? 'short' : 'report';
const seeds = dose === 'short' ? 200 : 10_000;
const folder = join(root, 'test-results');
const parts = join(folder, 'faults');
rmSync(parts, { recursive: true, force: true });
mkdirSync(parts, { recursive: true });

let failed = 0;
const began = new Date();
/** @type {Array<Record<string, number | string>>} */
const simulated = [];
if (only.length === 0 || only.includes('F11')) simulated.push(await simulate());
const server = await bringPostgres(root);
try {
	for (const engine of ['postgres', 'pglite']) {
		const names = only.length > 0 ? ['-t', `^(${only.join('|')})\\b`] : [];
		const code = await runTool(
			node,
			['vitest/vitest.mjs', 'run', '--project', 'database', 'tests/faults', ...names],
			{
				...{ TEST_DATABASE: engine, TEST_DATABASE_URL: server.url },
				...{ FAULTS_DOSE: dose, FAULTS_REPORT: parts }
			}
		);
		if (code !== 0) failed++;
	}
} finally {
	await server.stop();
}
write();
process.exit(failed > 0 ? 1 : 0);

/**
 * Plays the seeds, on every core.
 *
 * @returns {Promise<Record<string, number | string>>}
 */
async function simulate() {
	const cores = availableParallelism();
	const share = Math.ceil(seeds / cores);
	const runs = await Promise.all(
		Array.from({ length: cores }, (_, core) => playSeeds(1 + core * share, share))
	);
	/** @type {Record<string, number | string>} */
	const total = { fault: 'F11 simulator', engine: 'simulated', dose };
	for (const run of runs) {
		for (const name of ['seeds', 'steps', 'letters', 'saved', 'crashes', 'reconnections']) {
			total[name] = Number(total[name] ?? 0) + Number(run[name]);
		}
		total['failures'] = Number(total['failures'] ?? 0) + run.failures.length;
	}
	if (Number(total['failures']) > 0) failed++;
	return total;
}

/**
 * @param {number} first
 * @param {number} count
 * @returns {Promise<Record<string, number> & { failures: unknown[] }>}
 */
function playSeeds(first, count) {
	const program = join('server', 'collaboration', 'simulator', 'run-seeds.ts');
	return new Promise((resolve, reject) => {
		const child = spawn(node, [program, String(first), String(count)], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let said = '';
		child.stdout.on('data', (data) => (said += String(data)));
		child.on('error', reject);
		child.on('exit', () => resolve(JSON.parse(said)));
	});
}

function write() {
	const results = [
		...simulated,
		...readdirSync(parts).map((file) => JSON.parse(readFileSync(join(parts, file), 'utf8')))
	].sort((a, b) => String(a.fault).localeCompare(String(b.fault), 'en', { numeric: true }));
	const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
	const file = { date: began.toISOString(), machine, dose, results };
	writeFileSync(join(folder, 'faults.json'), `${JSON.stringify(file, null, '\t')}\n`);
	const known = ['fault', 'engine', 'dose', 'acknowledged', 'lost', 'duplicated', 'wrongAuthors'];
	const lines = results.map((result) => {
		const rest = Object.entries(result).filter(([name]) => !known.includes(name));
		const cells = ['fault', 'engine', 'acknowledged', 'lost', 'duplicated', 'wrongAuthors'].map(
			(name) => String(result[name] ?? '–')
		);
		return `| ${[...cells, rest.map(([name, value]) => `${name} ${value}`).join(', ')].join(' | ')} |`;
	});
	const table = [
		`Faults, dose « ${dose} », ${file.date}, ${machine}`,
		'',
		'| fault | engine | acknowledged | lost | duplicated | wrong authors | more |',
		'|---|---|---|---|---|---|---|',
		...lines,
		''
	].join('\n');
	writeFileSync(join(folder, 'faults.md'), table);
	process.stdout.write(`\n${table}\n`);
}
