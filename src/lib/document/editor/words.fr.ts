/** The words that the editor uses, as one file to fetch. */
export { common } from '#lib/messages/common.fr.ts';
export { documentWriting as document } from '#lib/messages/document-writing.fr.ts';
export { ui } from '#lib/messages/ui.fr.ts';
