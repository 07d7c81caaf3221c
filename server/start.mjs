// `npm start`, in plain JavaScript for the Node of any machine: installs what is missing, builds what
// is stale, and hands over to the Node that the project brings.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './start/build.mjs';
import { installIfMissing } from './start/install.mjs';
import { findNode } from './start/node.mjs';
import { stopWithParent } from './start/stop-with-parent.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
	await installIfMissing(root, { withTools: false });
	const node = findNode(root);
	await buildIfStale(root, node);
	await handOver(node);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
}

/** @param {string} node */
async function handOver(node) {
	const main = join(root, 'server', 'main.mjs');
	if (node === process.execPath) {
		stopWithParent('start', () => process.kill(process.pid, 'SIGTERM'));
		await import('./main.mjs');
		return;
	}
	// Its own process group: a terminal's Ctrl+C then reaches it once, through us. If we are killed the
	// channel closes and it stops by itself.
	const child = spawn(node, [main], {
		cwd: root,
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
	}
	stopWithParent('start', () => child.kill('SIGTERM'));
	child.on('error', (error) => {
		process.stderr.write(`Node.js (${node}) ne démarre pas : ${error.message}\n`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
