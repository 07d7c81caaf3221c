// Begins a benchmark on any Node and in a fresh clone: brings what is missing (packages, the build, the
// programs of PostgreSQL), then hands over to the Node that the project brings. Only the benchmark
// itself writes on stdout.
//   node tests/bench/begin.mjs target.ts --documents 3
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../server/start/build.mjs';
import { installIfMissing } from '../../server/start/install.mjs';
import { findNode } from '../../server/start/node.mjs';
import { stopWithParent } from '../../server/start/stop-with-parent.mjs';
import { bringPrograms } from '../run/postgres.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const [script = '', ...rest] = process.argv.slice(2);

if (script === '--bring') await bring();
else begin();

async function bring() {
	process.chdir(root);
	await installIfMissing(root, { withTools: true });
	await buildIfStale(root, findNode(root));
	await bringPrograms(root);
}

function begin() {
	const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--bring'], {
		stdio: ['ignore', 2, 2]
	});
	if (status !== 0) process.exit(status ?? 1);
	// Its own process group: a terminal's Ctrl+C then reaches it once, through us.
	const child = spawn(findNode(root), [join(here, script), ...rest], {
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
		process.on(signal, () => child.kill('SIGTERM'));
	}
	stopWithParent(`bench:${script.replace('.ts', '')}`, () => child.kill('SIGTERM'));
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
