import { createContext } from 'svelte';
import type { Locale, Messages } from './messages.ts';

/** The reader's language and its catalogue, set once by the root layout. */
export interface Language {
	readonly locale: Locale;
	readonly m: Messages;
}

export const [useLanguage, provideLanguage] = createContext<Language>();
