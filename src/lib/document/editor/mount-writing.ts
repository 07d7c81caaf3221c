/** Puts the editor on the page, with the words of its language that it uses. */
import { mount } from 'svelte';
import type { Locale, Messages } from '#lib/messages/messages.ts';
import Writing from '../Writing.svelte';
import type { WritingPlace } from '../writing-place.ts';
import type * as words from './words.fr.ts';

/** Mounts it before what stands in for it, which goes once the text is there. */
export async function mountWriting(
	standIn: HTMLElement,
	place: WritingPlace | null,
	language: string,
	isOffline: boolean
): Promise<void> {
	const locale: Locale = language === 'en' ? 'en' : 'fr';
	// A test holds the editor's components to these words: a whole catalogue would weigh as much as they.
	const { common, document: texts, ui } = await readWords(locale);
	const m = { common, document: texts, ui } as Messages;
	const target = standIn.parentElement ?? document.body;
	mount(Writing, { target, anchor: standIn, props: { place, isOffline, standIn, locale, m } });
}

function readWords(locale: Locale): Promise<typeof words> {
	return locale === 'en' ? import('./words.en.ts') : import('./words.fr.ts');
}
