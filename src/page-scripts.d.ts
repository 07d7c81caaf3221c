/** Addresses that the build gives; see server/build-plugins/page-scripts.ts. */
declare module 'virtual:page-scripts' {
	export const addresses: Record<'write' | 'forget' | 'leftWords', string>;
	/** Everything that the editor may load. */
	export const editorFiles: string[];
}
