/** Ctrl, Alt and a digit give a block its kind, wherever the layout of the keyboard puts the digits. */
import { Plugin } from 'prosemirror-state';
import type { BlockKind } from '../blocks.ts';
import { toggleKind } from './commands.ts';

const KINDS: Record<string, BlockKind> = {
	Digit0: 'paragraph',
	Digit2: 'h2',
	Digit3: 'h3',
	Digit4: 'h4'
};

export type Keys = Pick<
	KeyboardEvent,
	'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * Reads the kind that keys ask for, or null. Not AltGr, which some systems report as Ctrl with Alt: it
 * writes « @ » and « # » on a French keyboard.
 */
export function kindOfKeys(event: Keys): BlockKind | null {
	const isCommand = event.ctrlKey !== event.metaKey && event.altKey && !event.shiftKey;
	if (!isCommand || event.key === '@' || event.getModifierState('AltGraph')) return null;
	return KINDS[event.code] ?? null;
}

/** The plugin of these keys. */
export function kindKeys(): Plugin {
	return new Plugin({
		props: {
			handleKeyDown(view, event) {
				const kind = kindOfKeys(event);
				return kind !== null && toggleKind(kind)(view.state, view.dispatch);
			}
		}
	});
}
