// `npm start`, in plain JavaScript for the Node of any machine: installs what is missing, builds what
// is stale, and hands over to the Node that the project brings.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './start/build.mjs';
import { installIfMissing } from './start/install.mjs';
import { findNode } from './start/node.mjs';

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
		stopWithParent(() => process.kill(process.pid, 'SIGTERM'));
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
	stopWithParent(() => child.kill('SIGTERM'));
	child.on('error', (error) => {
		process.stderr.write(`Node.js (${node}) ne démarre pas : ${error.message}\n`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/**
 * npm hands signals to a shell that may end without passing them on, or is killed before its shell:
 * when one of the two that started us is gone, stop as if we had been asked to.
 *
 * @param {() => void} stop
 */
function stopWithParent(stop) {
	if (process.env.npm_lifecycle_event !== 'start' || !existsSync('/proc')) return;
	const began = parents();
	const timer = setInterval(() => {
		if (parents() === began) return;
		clearInterval(timer);
		stop();
	}, 500);
	timer.unref();
}

/** The shell that started us and what started it. */
function parents() {
	try {
		const fields = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1);
		return `${process.ppid} ${fields?.split(' ')[1]}`;
	} catch {
		return String(process.ppid);
	}
}
