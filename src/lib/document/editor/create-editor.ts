/** Puts an editor on the page: the one entry of the code that is loaded only when someone writes. */
import { keymap } from 'prosemirror-keymap';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { keepCaretInSight, marginsUnderBars } from './bars.ts';
import { bindingKey, bindText, TextBinding } from './binding.ts';
import { BlockViews } from './block-views.ts';
import { keepFirstKind, PasteParser, sliceFromPlainText } from './clean-paste.ts';
import type { ActiveFormats } from '../editor-action.ts';
import { activeFormats, toggleKind } from './commands.ts';
import { editorKeys } from './editor-keys.ts';
import { typingRules } from './input-rules.ts';
import { isMacKeyboard } from '../shortcuts.ts';
import { MoveWatch } from './move-watch.ts';
import { markMoved, movedMarks } from './moved-marks.ts';
import { remoteCursors } from './remote-cursors.ts';

export interface EditorOptions {
	mount: HTMLElement;
	text: Y.Text;
	awareness: Awareness;
	/** Whoever writes here. */
	personId: string;
	/** Its name for a screen reader. */
	label: string;
	/** Ids of the elements that explain it. */
	describedBy: string;
	/** Language of the text: its typing rules. */
	locale: string;
	/** The same, where the page around it speaks another. */
	lang?: string | undefined;
	editable: boolean;
	/** Longest paste, in UTF-16 units. */
	longestPaste: number;
	onFormats: (formats: ActiveFormats) => void;
	/** The person who writes here changed something. */
	onEdit: () => void;
	onAskLink: () => void;
	onLeave: () => void;
	/** A paste was refused because it is too long; the clipboard keeps it. */
	onPasteRefused: () => void;
	/** Somebody else moved the same passage, which is there twice; null when it is no longer. */
	onMovedTwice: (passage: string | null) => void;
}

export interface TextEditor {
	run(command: Command): boolean;
	undo(): void;
	redo(): void;
	focus(): void;
	setEditable(editable: boolean): void;
	/** Keeps one of two moved passages, or both. */
	keepMoved(which: 'first' | 'second' | 'both'): void;
	destroy(): void;
}

/** Headings where a keyboard writes something else with Ctrl and Alt, as most in Europe do. */
const HEADING_KEYS = {
	'Ctrl-Shift-2': toggleKind('h2'),
	'Ctrl-Shift-3': toggleKind('h3'),
	'Ctrl-Shift-4': toggleKind('h4')
};

/** Creates the editor of a live text; call destroy when the page goes. */
export function createEditor(options: EditorOptions): TextEditor {
	const { text, mount } = options;
	const underBars = marginsUnderBars(mount);
	const binding = new TextBinding(text);
	const blocks = new BlockViews();
	const moves = new MoveWatch({ text, now: Date.now, onTwice: tellMoved });
	binding.undoManager.addTrackedOrigin(moves);
	const undo = (): void => void binding.undoManager.undo();
	const redo = (): void => void binding.undoManager.redo();
	let editable = options.editable;
	/** The keyboard came in by Tab and has done nothing yet: Tab goes on through the page, and indents nothing. */
	let isPassing = false;

	function tellMoved(passage: string | null): void {
		options.onMovedTwice(passage);
		// It comes while the text changes: the editor first draws that.
		queueMicrotask(() => {
			if (!view.isDestroyed) markMoved(view, passage);
		});
	}

	function isTooLong(size: number): boolean {
		if (size <= options.longestPaste) return false;
		options.onPasteRefused();
		return true;
	}

	const view = new EditorView(mount, {
		state: EditorState.create({
			doc: binding.doc,
			plugins: [
				bindText(binding),
				...typingRules(options.locale),
				keymap(
					editorKeys({
						undo,
						redo,
						askLink: options.onAskLink,
						leave: options.onLeave,
						isMac: isMacKeyboard(navigator.userAgent),
						mayIndent: () => !isPassing
					})
				),
				keymap(HEADING_KEYS),
				blocks.plugin(),
				movedMarks(),
				remoteCursors(options)
			]
		}),
		scrollThreshold: underBars,
		scrollMargin: underBars,
		editable: () => editable,
		attributes: () => ({
			role: 'textbox',
			'aria-multiline': 'true',
			'aria-label': options.label,
			...(options.lang && { lang: options.lang }),
			'aria-describedby': options.describedBy,
			'aria-readonly': String(!editable),
			tabindex: '0',
			spellcheck: 'true'
		}),
		nodeViews: { block: blocks.draw },
		clipboardParser: new PasteParser(),
		transformPasted: (slice, into) => keepFirstKind(slice, into.state),
		clipboardTextParser: (pasted) => sliceFromPlainText(pasted),
		handlePaste(_view, event, slice) {
			const letters = event.clipboardData?.getData('text/plain').length ?? 0;
			return isTooLong(Math.max(slice.content.size, letters));
		},
		// A dropped file would make the browser leave the page; what is dragged inside the text is there already.
		handleDrop: (_view, event, slice, moved) =>
			(event.dataTransfer?.files.length ?? 0) > 0 || (!moved && isTooLong(slice.content.size)),
		handleDOMEvents: {
			focus() {
				isPassing = true;
			},
			click() {
				isPassing = false;
			},
			keydown(_view, event) {
				if (event.key !== 'Tab' && event.key !== 'Shift') isPassing = false;
			},
			beforeinput(_view, event) {
				if (!(event instanceof InputEvent)) return false;
				const history = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
				if (!history) return false;
				event.preventDefault();
				if (event.inputType === 'historyUndo') undo();
				else redo();
				return true;
			}
		},
		dispatchTransaction(tr) {
			view.updateState(view.state.apply(tr));
			if (tr.docChanged && tr.getMeta(bindingKey) === undefined) options.onEdit();
			options.onFormats(activeFormats(view.state, binding.undoManager));
		}
	});
	const stopKeeping = keepCaretInSight(view, mount);
	const focus = (): void => {
		view.focus();
		isPassing = false;
	};
	const showHistory = (): void => options.onFormats(activeFormats(view.state, binding.undoManager));
	binding.undoManager.on('stack-item-added', showHistory);
	binding.undoManager.on('stack-item-popped', showHistory);
	showHistory();
	return {
		run(command) {
			// Each press of a button is taken back by itself.
			binding.undoManager.stopCapturing();
			const done = command(view.state, (tr) => view.dispatch(tr), view);
			// What is refused leaves the keyboard where it is, to be mended there.
			if (done) focus();
			return done;
		},
		undo,
		redo,
		focus,
		setEditable(value) {
			if (value === editable) return;
			editable = value;
			view.setProps({});
		},
		keepMoved: (which) => moves.keep(which),
		destroy() {
			stopKeeping();
			moves.destroy();
			view.destroy();
			binding.destroy();
		}
	};
}
