import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, link?: boolean }>} Packages */

/**
 * Runs `npm ci` when a package of the lock file is not installed in its version. Comparing contents
 * rather than dates survives clones and checkouts.
 *
 * @param {string} root
 * @param {{ withTools: boolean }} options whether the tools of contributors are needed too
 * @returns {Promise<void>}
 */
export async function installIfMissing(root, { withTools }) {
	const missing = findMissing(root, withTools);
	if (missing.length === 0) return;
	process.stdout.write('Installation des dépendances…\n');
	const began = Date.now();
	await runNpm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
	process.stdout.write(`Dépendances installées en ${Math.round((Date.now() - began) / 1000)} s.\n`);
}

/**
 * @param {string} root
 * @param {boolean} withTools
 * @returns {string[]}
 */
export function findMissing(root, withTools) {
	const wanted = readPackages(join(root, 'package-lock.json'));
	const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted)
		.filter(([path, { version, optional, dev, devOptional, link }]) => {
			if (path === '' || optional || link) return false;
			if (!withTools && (dev || devOptional)) return false;
			return installed[path]?.version !== version || !existsSync(join(root, path));
		})
		.map(([path]) => path);
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		return {};
	}
}

/**
 * @param {string} root
 * @param {string[]} commandArguments
 * @returns {Promise<void>}
 */
function runNpm(root, commandArguments) {
	const npm = process.env.npm_execpath;
	const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
	// The project's own Node stands first on npm's path, and is about to be replaced.
	const path = (process.env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => !folder.includes('node_modules'))
		.join(delimiter);
	return new Promise((resolve, reject) => {
		const child = spawn(command, [...first, ...commandArguments], {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, PATH: path, NODE_ENV: 'development' },
			shell: process.platform === 'win32'
		});
		child.on('error', () => reject(new Error('npm est introuvable : installez Node.js avec npm.')));
		child.on('exit', (code) =>
			code === 0
				? resolve()
				: reject(
						new Error(
							'Les dépendances n’ont pas pu être installées : vérifiez la connexion au réseau, puis recommencez.'
						)
					)
		);
	});
}
