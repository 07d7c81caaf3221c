import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Everything that the build is made from.
const sources = [
	'src',
	'server',
	'migrations',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * Builds the site when its sources are not those of the last build.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<void>}
 */
export async function buildIfStale(root, node) {
	const stamp = join(root, 'build', '.sources');
	const fingerprint = fingerprintOf(root);
	if (existsSync(join(root, 'build', 'handler.js')) && readText(stamp) === fingerprint) return;
	process.stdout.write('Construction du site…\n');
	const began = Date.now();
	rmSync(stamp, { force: true });
	await runBuild(root, node);
	writeFileSync(stamp, fingerprint);
	process.stdout.write(`Site construit en ${Math.round((Date.now() - began) / 1000)} s.\n`);
}

/**
 * @param {string} root
 * @returns {string}
 */
function fingerprintOf(root) {
	const hash = createHash('sha256');
	for (const file of sources.flatMap((source) => listFiles(join(root, source)))) {
		hash
			.update(`${file.slice(root.length)}\0`)
			.update(readFileSync(file))
			.update('\0');
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} files without the tests, in a stable order
 */
function listFiles(path) {
	const kind = statSync(path, { throwIfNoEntry: false });
	if (!kind) return [];
	if (!kind.isDirectory()) return /\.test\.ts$/.test(path) ? [] : [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => listFiles(join(path, name)));
}

/** @param {string} file */
function readText(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * Says nothing of a build that goes well, everything of one that does not.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<void>}
 */
function runBuild(root, node) {
	return new Promise((resolve, reject) => {
		const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
		const child = spawn(node, [vite, 'build', '--logLevel', 'warn'], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NODE_ENV: 'production' }
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => (said += text));
		}
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error(`${said}\nLe site n’a pas pu être construit.`))
		);
	});
}
