import { describe, expect, it } from 'vitest';
import { EDITOR_ACTIONS } from './editor-action.ts';
import { ariaKeys, isMacKeyboard, shortcutOf, writtenKeys } from './shortcuts.ts';

const french = { Mod: 'Ctrl', Shift: 'Maj', Alt: 'Alt' };

describe('keys of the editor', () => {
	it('gives each action keys of its own, on any keyboard', () => {
		for (const isMac of [false, true]) {
			const keys = EDITOR_ACTIONS.map((action) => shortcutOf(action, isMac));
			expect(new Set(keys).size).toBe(EDITOR_ACTIONS.length);
		}
	});

	it('writes them as the keyboard does', () => {
		expect(writtenKeys('Mod+Shift+7', false, french)).toBe('Ctrl+Maj+7');
		expect(writtenKeys('Mod+Shift+7', true, french)).toBe('⇧⌘7');
		expect(writtenKeys('Shift+Tab', false, french)).toBe('Maj+Tab');
	});

	it('tells them to assistive technology by their own names', () => {
		expect(ariaKeys('Mod+B', false)).toBe('Control+B');
		expect(ariaKeys('Mod+Alt+2', true)).toBe('Meta+Alt+2');
		expect(ariaKeys('Tab', true)).toBe('Tab');
	});

	it('knows the keyboard of a Mac', () => {
		expect(isMacKeyboard('MacIntel')).toBe(true);
		expect(isMacKeyboard('Win32')).toBe(false);
	});

	it('leaves to the system of a Mac what it takes for pictures of the screen', () => {
		for (const action of ['h3', 'h4'] as const) {
			expect(shortcutOf(action, true)).not.toContain('Shift');
		}
	});
});
