/** Typed catalogues: French is the source and the type, English satisfies it. */
import { en } from './en.ts';
import { fr } from './fr.ts';

export type Messages = typeof fr;
export type Locale = 'fr' | 'en';

/** The catalogue of a language. */
export function messagesOf(locale: Locale): Messages {
	return locale === 'en' ? en : fr;
}

/**
 * The sentence of a reason such as `proposal.window_closed`, found in `issues` of that area; a reason
 * that no area knows says that the form was refused, so that a page never shows a code.
 */
export function sentence(m: Messages, reason: string): string {
	const [area = '', key = ''] = reason.split('.');
	const issues: unknown = member(member(m, area), 'issues');
	const said: unknown = member(issues, key);
	return typeof said === 'string' ? said : m.common.issues.invalid;
}

function member(holder: unknown, key: string): unknown {
	return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
		? Reflect.get(holder, key)
		: undefined;
}
