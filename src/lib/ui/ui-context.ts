/** What every component of the design system knows of its reader: language, place and words. */
import { createContext } from 'svelte';
import { ui as frenchWords, type UiWords } from '#lib/messages/ui.fr.ts';
import type { Locale } from '#lib/messages/messages.ts';
import { parisTime } from '#lib/ui/format.ts';

export interface UiContext {
	locale: Locale;
	/** IANA name of the territory's time zone, in which dates are written. */
	timeZone: string;
	words: UiWords;
	/** Language of what people wrote, where it is not that of the page. */
	written?: Locale | undefined;
	/** On the public demonstration, fields that ask for something personal say that anybody reads it. */
	publicDemonstration?: boolean;
}

const [readContext, writeContext, hasContext] = createContext<() => UiContext>();

const french: UiContext = { locale: 'fr', timeZone: parisTime, words: frenchWords };

/** Gives the components below their context; a function, so that a change of language is followed. */
export function setUiContext(context: () => UiContext): void {
	writeContext(context);
}

/** The context of a component while it is being made: French and Paris time where none was set. */
export function getUiContext(): UiContext {
	return hasContext() ? readContext()() : french;
}
