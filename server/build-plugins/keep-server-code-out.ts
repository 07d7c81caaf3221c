import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const forbidden = [
	/^src\/lib\/(?:.+\/)?server\//,
	/^src\/lib\/database\//,
	/^src\/lib\/env\.ts$/,
	/^src\/lib\/log\.ts$/,
	/^server\//,
	/^migrations\//
];

/**
 * Says whether a file of the project, given by its path from the root, must never reach a browser.
 */
export function isServerOnly(path: string): boolean {
	return forbidden.some((pattern) => pattern.test(path));
}

/**
 * Refuses to load server code into the browser's bundle: the framework guards only `$lib/server` and
 * `*.server.*`, while a page importing `lib/proposal/server/x.ts` would build and ship its SQL.
 */
export function keepServerCodeOut(): Plugin {
	let root = process.cwd();
	return {
		name: 'keep-server-code-out',
		enforce: 'pre',
		configResolved(config) {
			root = config.root;
		},
		load: {
			order: 'pre',
			handler(id) {
				if (this.environment.config.consumer !== 'client') return null;
				const path = relative(root, id.split('?', 1)[0] ?? id)
					.split(sep)
					.join('/');
				if (!isServerOnly(path)) return null;
				const importers = [...(this.getModuleInfo(id)?.importers ?? [])];
				throw new Error(
					`${path} is server code and must not reach the browser (imported by ${
						importers.map((importer) => relative(root, importer)).join(', ') || 'a page'
					})`
				);
			}
		}
	};
}
