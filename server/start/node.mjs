import { existsSync } from 'node:fs';
import { join } from 'node:path';

const needed = 24;

/**
 * Finds the Node to run Parvis with: the running one when it is recent enough, else the one that
 * comes with the dependencies.
 *
 * @param {string} root
 * @returns {string} path of the program
 */
export function findNode(root) {
	if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
	const brought = join(
		root,
		'node_modules',
		`node-${process.platform}-${process.arch}`,
		'bin',
		'node'
	);
	if (existsSync(brought)) return brought;
	throw new Error(
		`Parvis demande Node.js ${needed} sur cette machine (${process.platform} ${process.arch}) ; ` +
			`celui-ci est ${process.versions.node} : installez-le depuis nodejs.org, puis recommencez.`
	);
}
