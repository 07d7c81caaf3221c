/** Begins to write without a connection, on the page that stands in for the text's own. */
import { SHELL_PAGE } from '../writing-place.ts';
import { mountWriting } from './mount-writing.ts';
import { findPlace } from './offline-places.ts';

/** Opens this browser's copy of the text of this address, or says that there is none. */
export async function writeOffline(element: HTMLElement): Promise<void> {
	const standIn = element.querySelector<HTMLElement>('[data-without-editor]');
	// Who asks for the page by its own name has no text to open, and reads what it is for.
	if (!standIn || location.pathname === SHELL_PAGE) return;
	const place = await findPlace();
	const locale = place?.locale ?? document.documentElement.lang;
	document.documentElement.lang = locale;
	await mountWriting(standIn, place, locale, true);
}
