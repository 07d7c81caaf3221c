import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		for (const child of running) child.kill('SIGTERM');
		process.exitCode = 1;
		setTimeout(() => process.exit(1), 3_000).unref();
	});
}

/**
 * Runs a tool of node_modules with the project's Node and shows what it says.
 *
 * @param {string} node
 * @param {string[]} command file in node_modules and its arguments
 * @param {Record<string, string>} [variables]
 * @returns {Promise<number>} exit code
 */
export function runTool(node, [file, ...rest], variables = {}) {
	return runProgram(node, [join('node_modules', file ?? ''), ...rest], variables, node);
}

/**
 * @param {string} program
 * @param {string[]} programArguments
 * @param {Record<string, string>} [variables]
 * @param {string} [node] stands first on the path of what the program starts
 * @returns {Promise<number>} exit code
 */
export function runProgram(program, programArguments, variables = {}, node = process.execPath) {
	const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
	return new Promise((resolve, reject) => {
		const child = spawn(program, programArguments, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, PATH: path, ...variables }
		});
		running.add(child);
		child.on('error', reject);
		child.on('exit', (code) => {
			running.delete(child);
			resolve(code ?? 1);
		});
	});
}

/**
 * Finds a program on the path.
 *
 * @param {string} name
 * @returns {string | null}
 */
export function findProgram(name) {
	const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' });
	return status === 0 ? stdout.trim() : null;
}

/**
 * Installs a package of the system, when this machine lets us.
 *
 * @param {string} name
 * @returns {Promise<boolean>} whether it is there now
 */
export async function installSystemPackage(name) {
	if (process.getuid?.() !== 0 || !findProgram('apt-get')) return false;
	process.stdout.write(`Installing ${name} with apt-get…\n`);
	const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
	const update = await runProgram('apt-get', ['update', '-qq'], quiet);
	if (update !== 0) return false;
	const install = ['install', '-y', '-qq', '--no-install-recommends', name];
	return (await runProgram('apt-get', install, quiet)) === 0;
}
