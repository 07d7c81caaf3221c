/** The script of pages that show which words are left in this browser, unsaved: the server never saw them. */
import { copyWords } from '../copy-words.ts';
import { documentOfCopy } from '../writing-place.ts';
import { forgetCopy, listOwnCopies, noteUnsaved } from './kept-here.ts';
import type { LeftCopy } from './left-copy.ts';
import { isUnsaved } from './stored-copy.ts';

/** What the page says: whose copies are shown, what their texts are called, what may be said. */
interface LeftWordsPage {
	accountId: string;
	personId: string | null;
	texts: { documentId: string; title?: string; address?: string | null }[];
	said: Record<'none' | 'unreadable' | 'dropped' | 'copied' | 'byHand', string>;
}

const place = document.querySelector<HTMLElement>('[data-left-words]');
if (place) {
	// Whoever sees the page is who made it so: the script comes with it.
	const page = JSON.parse(place.dataset['leftWords'] ?? '') as LeftWordsPage;
	show(place, page).catch(() => say(place, page.said.unreadable));
}

async function show(place: HTMLElement, page: LeftWordsPage): Promise<void> {
	const names: string[] = [];
	for (const name of await listOwnCopies(page)) if (await isUnsaved(name)) names.push(name);
	const shown = new Map<string, string | null>();
	for (const name of names) {
		// Yjs comes along: only where there is something to read.
		const { readLeftCopy } = await import('./left-copy.ts');
		const copy = await readLeftCopy(name);
		if (!copy) throw new Error('a copy cannot be read');
		if (copy.words === '') continue;
		shown.set(name, documentOfCopy(name));
		// A mark that the browser dropped meanwhile: signing out must still warn.
		noteUnsaved(documentOfCopy(name) ?? '', true);
		place.append(item(name, copy));
	}
	// What the server listed is said better by the words themselves.
	if (shown.size > 0) place.querySelector('[data-known]')?.remove();
	else say(place, page.said.none);

	function item(name: string, copy: LeftCopy): DocumentFragment {
		const { content } = place.querySelector('template') ?? document.createElement('template');
		const made = content.cloneNode(true) as DocumentFragment;
		const part = <T extends HTMLElement>(key: string) => made.querySelector<T>(`[data-${key}]`);
		const known = page.texts.find(({ documentId }) => documentId === shown.get(name));
		const [words, whole] = [part<HTMLTextAreaElement>('words'), part<HTMLTextAreaElement>('whole')];
		if (words) words.value = copy.words;
		if (whole) whole.value = copy.whole;
		if (copy.words === copy.whole) part('more')?.remove();
		const title = part('title');
		if (title) title.textContent = known?.title ?? copy.title ?? title.textContent;
		const back = part<HTMLAnchorElement>('back');
		if (known?.address) back?.setAttribute('href', known.address);
		else back?.remove();
		const answer = part('answer');
		part('copy')?.addEventListener('click', () => {
			if (words && answer) answer.textContent = page.said[copyWords(words) ? 'copied' : 'byHand'];
		});
		const article = part('copy-of');
		part('drop')?.addEventListener('click', () => void drop(name, article));
		return made;
	}

	async function drop(name: string, article: HTMLElement | null): Promise<void> {
		await forgetCopy(name);
		shown.delete(name);
		// Another epoch of the same text may still be there.
		for (const documentId of shown.values()) noteUnsaved(documentId ?? '', true);
		article?.remove();
		say(place, page.said.dropped).focus();
	}
}

function say(place: HTMLElement, sentence: string): HTMLElement {
	const said = place.querySelector<HTMLElement>('[data-said]') ?? place;
	said.textContent = sentence;
	return said;
}
