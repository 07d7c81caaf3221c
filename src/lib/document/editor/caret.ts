/** The caret as the browser has it, which may be ahead of what the editor was told. */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Takes over a move of the caret that the browser has made and not announced yet. To be called before
 * what others do is drawn: drawing puts the caret where the editor believes it to be.
 */
export function followCaret(view: EditorView): void {
	const { selection, doc } = view.state;
	const seen = view.dom.ownerDocument.getSelection();
	if (!seen?.anchorNode || !seen.focusNode) return;
	if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return;
	if (!view.dom.contains(seen.anchorNode) || !view.dom.contains(seen.focusNode)) return;
	const anchor = view.posAtDOM(seen.anchorNode, seen.anchorOffset);
	const head = view.posAtDOM(seen.focusNode, seen.focusOffset);
	const isKnown = anchor === selection.anchor && head === selection.head;
	if (isKnown || Math.min(anchor, head) < 0 || Math.max(anchor, head) > doc.content.size) return;
	const moved = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
	if (!moved.eq(selection)) view.dispatch(view.state.tr.setSelection(moved));
}
