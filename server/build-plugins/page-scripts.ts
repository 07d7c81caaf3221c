import { join, relative, sep } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { keepServerCodeOut } from './keep-server-code-out.ts';

/** The editor, on writing pages: built apart, so that it carries and divides nothing for the others. */
const EDITOR = { write: 'src/lib/document/editor/write.ts' };
const OTHERS = {
	/** Erases what a browser kept, on the page after signing out. */
	forget: 'src/lib/document/editor/forget.ts',
	/** Shows the words that a browser keeps unsaved, before signing out and on a page of their own. */
	leftWords: 'src/lib/document/editor/left-words.ts'
};
/** The scripts that pages may ask for, by name: no other page has any. */
const ENTRIES: Record<string, string> = { ...EDITOR, ...OTHERS };

const MODULE = 'virtual:page-scripts';
/** Where the framework takes what a browser may keep for ever. */
const FOLDER = '_app/immutable/assets';

interface BuiltScripts {
	files: { fileName: string; source: string | Uint8Array }[];
	/** The address of each entry. */
	addresses: Record<string, string>;
}

/**
 * Builds the few scripts of pages beside the framework's, which no page loads, and tells pages their
 * addresses by `virtual:page-scripts`. The page of the editor thereby weighs what the editor weighs.
 */
export function pageScripts({ target }: { target: string[] }): Plugin {
	let isBuild = false;
	let root = process.cwd();
	let building: Promise<[BuiltScripts, BuiltScripts]> | undefined;
	return {
		name: 'page-scripts',
		configResolved(config) {
			isBuild = config.command === 'build';
			root = config.root;
		},
		resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
		async load(id) {
			if (id !== `\0${MODULE}`) return null;
			if (!isBuild) return sourceOf(addressesInDevelopment(), []);
			building ??= Promise.all([
				buildScripts(root, target, EDITOR),
				buildScripts(root, target, OTHERS)
			]);
			const [editor, others] = await building;
			for (const { fileName, source } of [...editor.files, ...others.files]) {
				this.emitFile({ type: 'asset', fileName, source });
			}
			const addresses = { ...editor.addresses, ...others.addresses };
			// Everything that the editor may load, its entry too.
			return sourceOf(
				addresses,
				editor.files.map(({ fileName }) => `/${fileName}`)
			);
		}
	};
}

function sourceOf(addresses: Record<string, string>, editor: string[]): string {
	return `export const addresses = ${JSON.stringify(addresses)};
export const editorFiles = ${JSON.stringify(editor)};`;
}

function addressesInDevelopment(): Record<string, string> {
	return Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, `/${path}`]));
}

async function buildScripts(
	root: string,
	target: string[],
	entries: Record<string, string>
): Promise<BuiltScripts> {
	const built = await build({
		root,
		configFile: false,
		base: '/',
		publicDir: false,
		logLevel: 'warn',
		plugins: [keepServerCodeOut(), svelte()],
		resolve: { alias: { 'lib0/logging': join(root, 'src/lib/document/editor/plain-logging.ts') } },
		build: {
			write: false,
			target,
			cssTarget: target,
			assetsInlineLimit: 0,
			rolldownOptions: {
				input: entries,
				output: {
					entryFileNames: `${FOLDER}/[name].[hash].js`,
					chunkFileNames: `${FOLDER}/[name].[hash].js`,
					assetFileNames: `${FOLDER}/[name].[hash][extname]`
				}
			}
		}
	});
	if (Array.isArray(built) || !('output' in built)) throw new Error('one build was expected');
	const addresses: Record<string, string> = {};
	for (const piece of built.output) {
		if (piece.type !== 'chunk' || piece.facadeModuleId === null || !piece.isEntry) continue;
		const path = relative(root, piece.facadeModuleId).split(sep).join('/');
		const [name] = Object.entries(entries).find(([, entry]) => entry === path) ?? [];
		if (name !== undefined) addresses[name] = `/${piece.fileName}`;
	}
	const files = built.output.map((piece) => ({
		fileName: piece.fileName,
		source: piece.type === 'chunk' ? piece.code : piece.source
	}));
	return { files, addresses };
}
