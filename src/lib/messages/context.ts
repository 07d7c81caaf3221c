import { createContext } from 'svelte';
import type { Locale, Messages } from './messages.ts';

/** The reader's language and its catalogue, set once by the root layout. */
export interface Language {
	readonly locale: Locale;
	readonly m: Messages;
	/** `lang` of what people wrote, where it is not that of the page; undefined where it is. */
	readonly written: Locale | undefined;
}

export const [useLanguage, provideLanguage] = createContext<Language>();
