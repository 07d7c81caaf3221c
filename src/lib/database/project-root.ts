import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const landmark = join('src', 'lib', 'database', 'pglite-worker.ts');

/**
 * Finds the project's root from wherever this module runs: the sources, or a chunk of the build.
 */
export function findProjectRoot(from: string = import.meta.dirname): string {
	for (let folder = from; ; folder = dirname(folder)) {
		if (existsSync(join(folder, landmark))) return folder;
		if (folder === dirname(folder)) return process.cwd();
	}
}
