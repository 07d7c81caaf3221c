/** The bars that stick above and below the text: the caret goes under neither. */
import type { EditorView } from 'prosemirror-view';

/** A line's worth of air between a bar and the caret, in pixels. */
const AIR = 24;

interface Margins {
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
}

/** How much of the window the bars beside an element take now, as the editor wants it for its scrolling. */
export function marginsUnderBars(mount: HTMLElement): Margins {
	return {
		get top() {
			return heightOf(barsBefore(mount)) + AIR;
		},
		right: 0,
		get bottom() {
			return heightOf(barsAfter(mount)) + AIR;
		},
		left: 0
	};
}

/** Keeps the line that is written in sight when a bar grows over it; gives what stops that. */
export function keepCaretInSight(view: EditorView, mount: HTMLElement): () => void {
	let last = heightOf(barsAfter(mount));
	const observer = new ResizeObserver(() => {
		const height = heightOf(barsAfter(mount));
		const grown = height - last;
		last = height;
		if (grown <= 0 || view.isDestroyed || !view.hasFocus()) return;
		const { bottom } = view.coordsAtPos(view.state.selection.head);
		const edge = window.innerHeight - height - AIR;
		// A caret that had been scrolled away already stays where its reader left it.
		if (bottom > edge && bottom <= edge + AIR + grown) window.scrollBy(0, bottom - edge);
	});
	for (const bar of barsAfter(mount)) observer.observe(bar);
	return () => observer.disconnect();
}

function barsBefore(mount: HTMLElement): HTMLElement[] {
	return sticking([...(mount.parentElement?.children ?? [])].filter((bar) => isBefore(bar, mount)));
}

function barsAfter(mount: HTMLElement): HTMLElement[] {
	return sticking([...(mount.parentElement?.children ?? [])].filter((bar) => isBefore(mount, bar)));
}

function isBefore(one: Element, other: Element): boolean {
	return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** On a very low screen they do not stick. */
function sticking(elements: readonly Element[]): HTMLElement[] {
	return elements.filter(
		(element): element is HTMLElement =>
			element instanceof HTMLElement && getComputedStyle(element).position === 'sticky'
	);
}

function heightOf(bars: readonly HTMLElement[]): number {
	return bars.reduce((height, bar) => height + bar.offsetHeight, 0);
}
