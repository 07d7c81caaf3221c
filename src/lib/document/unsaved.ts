/** What the server must know at sign-out of what a browser keeps: which texts it has unsaved words of. A cookie says it, since that page has no script. */
import { isDocumentId } from './document.ts';

const PREFIX = 'parvis-unsaved-';

/** Name of the cookie that is there while a browser has unsaved words of a document. */
export function unsavedCookieName(documentId: string): string {
	return `${PREFIX}${documentId}`;
}

/** The documents that such cookies name, 20 at most. */
export function unsavedDocuments(cookieNames: readonly string[]): string[] {
	return cookieNames
		.filter((name) => name.startsWith(PREFIX))
		.map((name) => name.slice(PREFIX.length))
		.filter(isDocumentId)
		.slice(0, 20);
}
