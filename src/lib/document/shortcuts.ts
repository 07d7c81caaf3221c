/** The keys of the editor, as they are shown and told; `editor/` binds them. */
import type { EditorAction } from './editor-action.ts';

/**
 * The keys of each action, by the names of `aria-keyshortcuts`; Mod is Control, or Meta on a Mac. On a Mac, Cmd with Shift and a number belongs to the
 * system.
 */
export function shortcutOf(action: EditorAction, isMac: boolean): string {
	const heading = isMac ? 'Mod+Alt+' : 'Mod+Shift+';
	const keys: Record<EditorAction, string> = {
		undo: 'Mod+Z',
		redo: 'Mod+Shift+Z',
		strong: 'Mod+B',
		em: 'Mod+I',
		link: 'Mod+K',
		h2: `${heading}2`,
		h3: `${heading}3`,
		h4: `${heading}4`,
		numbered: 'Mod+Shift+7',
		bullet: 'Mod+Shift+8',
		quote: 'Mod+Shift+9',
		indent: 'Tab',
		outdent: 'Shift+Tab'
	};
	return keys[action];
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string, isMac: boolean): string {
	return keys.replace('Mod', isMac ? 'Meta' : 'Control');
}

/** As a keyboard of that language has them written: « Ctrl+Maj+7 », ⇧⌘7 on a Mac. */
export function writtenKeys(
	keys: string,
	isMac: boolean,
	names: Readonly<Record<'Mod' | 'Shift' | 'Alt', string>>
): string {
	const parts = keys.split('+');
	const last = parts.pop() ?? '';
	if (isMac) {
		const signs = ['Alt', 'Shift', 'Mod'].filter((part) => parts.includes(part));
		const marks: Record<string, string> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' };
		return signs.map((part) => marks[part]).join('') + last;
	}
	const isNamed = (part: string): part is keyof typeof names => Object.hasOwn(names, part);
	return [...parts.map((part) => (isNamed(part) ? names[part] : part)), last].join('+');
}

/** Whether this browser's keyboard is a Mac's. */
export function isMacKeyboard(platform: string): boolean {
	return /Mac|iPhone|iPad/.test(platform);
}
