/** The keys of the editor, and what they do at the edges of lines. */
import { AllSelection, type Command } from 'prosemirror-state';
import { backOut, indent, splitBlock, toggleEm, toggleKind, toggleStrong } from './commands.ts';
import { takeBackRewrite } from './rewrites.ts';

interface Actions {
	undo: () => void;
	redo: () => void;
	askLink: () => void;
	leave: () => void;
	isMac: boolean;
	/** Whether Tab is for the text, and not to go through the page. */
	mayIndent: () => boolean;
}

/** The keys of the editor; letters with Ctrl, or Cmd on a Mac. */
export function editorKeys(actions: Actions): Record<string, Command> {
	const always = (act: () => void): Command => {
		return (_state, dispatch) => {
			if (dispatch) act();
			return true;
		};
	};
	const inText = (command: Command): Command => {
		return (state, dispatch) => actions.mayIndent() && command(state, dispatch);
	};
	return {
		Enter: splitBlock,
		'Shift-Enter': splitBlock,
		Backspace: firstOf(takeBackRewrite, deleteSelection, backOut, joinLine('backward')),
		Tab: inText(indent(1)),
		'Shift-Tab': inText(indent(-1)),
		'Mod-a': selectAll,
		'Mod-b': toggleStrong,
		'Mod-i': toggleEm,
		'Mod-k': always(actions.askLink),
		'Mod-Shift-7': toggleKind('numbered'),
		'Mod-Shift-8': toggleKind('bullet'),
		'Mod-Shift-9': toggleKind('quote'),
		'Mod-z': always(actions.undo),
		'Mod-y': always(actions.redo),
		'Mod-Shift-z': always(actions.redo),
		Escape: always(actions.leave),
		...deletions(actions.isMac)
	};
}

/** At the edge of a line; elsewhere the browser knows best where a letter or a word ends. */
function deletions(isMac: boolean): Record<string, Command> {
	const back = firstOf(deleteSelection, joinLine('backward'));
	const on = firstOf(deleteSelection, joinLine('forward'));
	return {
		'Mod-Backspace': back,
		'Shift-Backspace': back,
		Delete: on,
		'Mod-Delete': on,
		...(isMac && {
			'Ctrl-h': back,
			'Alt-Backspace': back,
			'Ctrl-d': on,
			'Ctrl-Alt-Backspace': on,
			'Alt-Delete': on,
			'Alt-d': on
		})
	};
}

function firstOf(...commands: Command[]): Command {
	return (...given) => commands.some((command) => command(...given));
}

const selectAll: Command = (state, dispatch) => {
	dispatch?.(state.tr.setSelection(new AllSelection(state.doc)));
	return true;
};

const deleteSelection: Command = (state, dispatch) => {
	if (state.selection.empty) return false;
	dispatch?.(state.tr.deleteSelection().scrollIntoView());
	return true;
};

/** Joins the caret's line to the one before or behind it. An empty line goes, rather than giving its kind to the other. */
function joinLine(side: 'backward' | 'forward'): Command {
	return (state, dispatch, view) => {
		const { $from, empty } = state.selection;
		if (!empty || $from.depth === 0) return false;
		const isBackward = side === 'backward';
		const edge = isBackward ? 0 : $from.parent.content.size;
		// In a line that goes both ways, the view knows where its edge is.
		const isAtEdge = view ? view.endOfTextblock(side, state) : $from.parentOffset === edge;
		const cut = isBackward ? $from.before(1) : $from.after(1);
		const { nodeBefore, nodeAfter } = state.doc.resolve(cut);
		if (!isAtEdge || !nodeBefore || !nodeAfter) return false;
		const { tr } = state;
		if (nodeBefore.content.size === 0) tr.delete(cut - nodeBefore.nodeSize, cut);
		else tr.join(cut);
		dispatch?.(tr.scrollIntoView());
		return true;
	};
}
