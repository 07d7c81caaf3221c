/** The words that the editor uses, as one file to fetch. */
export { common } from '#lib/messages/common.en.ts';
export { documentWriting as document } from '#lib/messages/document-writing.en.ts';
export { ui } from '#lib/messages/ui.en.ts';
