import { expect, test } from 'vitest';
import { unsavedCookieName, unsavedDocuments } from './unsaved.ts';

const documentId = '01a203d9-47bf-704c-a8d0-953abe32b281';

test('a cookie names a document that has unsaved words, and nothing else passes for one', () => {
	const names = ['session', unsavedCookieName(documentId), unsavedCookieName('<script>')];
	expect(unsavedDocuments(names)).toEqual([documentId]);
	expect(unsavedDocuments([])).toEqual([]);
});
