/** Begins to write on the page of a text. */
import { readWritingPlace } from '../writing-place.ts';
import { forgetOthers } from './kept-here.ts';
import { mountWriting } from './mount-writing.ts';

/** Erases what others left in this browser, then opens the text that the page names. */
export async function writeHere(element: HTMLElement): Promise<void> {
	const place = readWritingPlace(JSON.parse(element.dataset['writing'] ?? 'null'));
	const standIn = element.querySelector<HTMLElement>('[data-without-editor]');
	if (!place || !standIn) throw new Error('the page does not say what is written on it');
	// Nobody is signed in any more: the form that was refused stays, with what was typed.
	if (place.accountId === '') return;
	await forgetOthers(place);
	await mountWriting(standIn, place, place.locale, false);
}
