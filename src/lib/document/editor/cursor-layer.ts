/** The cursors of the others and their names, in a layer over the text: nothing of it can move a line or a letter. */
import type { EditorView } from 'prosemirror-view';

export interface CursorPlace {
	clientId: number;
	name: string;
	color: number;
	/** Positions in the document. */
	anchor: number;
	head: number;
	/** The head as it was told. */
	told: string;
}

interface Cursor {
	element: HTMLElement;
	label: HTMLElement;
	place: CursorPlace;
	resting: ReturnType<typeof setTimeout> | undefined;
	/** In pixels from the layer's corner. */
	left: number;
	top: number;
	bottom: number;
}

/** A name stays so long after its cursor moved: longer, it would hide the line above. */
const NAME_SHOWN = 3000;
/** A pointer so near to a cursor asks whose it is, in pixels. */
const NEAR = 8;
const TIERS = 3;

export class CursorLayer {
	readonly #view: EditorView;
	readonly #layer = document.createElement('div');
	readonly #cursors = new Map<number, Cursor>();

	constructor(view: EditorView) {
		this.#view = view;
		this.#layer.className = 'remote-cursors';
		// The name is for the eyes: the list of those present tells it to screen readers.
		this.#layer.setAttribute('aria-hidden', 'true');
		view.dom.after(this.#layer);
		view.dom.addEventListener('pointermove', this.#onPointer);
	}

	/**
	 * Draws everyone's cursor where it is. `typing` are those who typed since the last time: at the end of
	 * a line they tell the same place each time.
	 */
	draw(places: readonly CursorPlace[], typing: ReadonlySet<number>): void {
		const gone = new Set(this.#cursors.keys());
		for (const place of places) {
			gone.delete(place.clientId);
			this.#show(place, typing.has(place.clientId));
		}
		for (const clientId of gone) this.#remove(clientId);
		if (this.#cursors.size > 0) this.#place();
	}

	destroy(): void {
		for (const clientId of [...this.#cursors.keys()]) this.#remove(clientId);
		this.#view.dom.removeEventListener('pointermove', this.#onPointer);
		this.#layer.remove();
	}

	#show(place: CursorPlace, hasTyped: boolean): void {
		const known = this.#cursors.get(place.clientId);
		const cursor = known ?? this.#make(place);
		const before = cursor.place;
		cursor.place = place;
		cursor.element.className = `remote-cursor cursor-${place.color}${
			cursor.element.classList.contains('resting') ? ' resting' : ''
		}`;
		if (cursor.label.textContent !== place.name) cursor.label.textContent = place.name;
		if (!known || before.told !== place.told || hasTyped) this.#wake(cursor);
	}

	#make(place: CursorPlace): Cursor {
		const element = document.createElement('span');
		const label = document.createElement('span');
		label.className = 'remote-name';
		element.append(label);
		this.#layer.append(element);
		const cursor: Cursor = {
			element,
			label,
			place,
			resting: undefined,
			left: 0,
			top: 0,
			bottom: 0
		};
		this.#cursors.set(place.clientId, cursor);
		return cursor;
	}

	#wake(cursor: Cursor): void {
		clearTimeout(cursor.resting);
		cursor.element.classList.remove('resting');
		cursor.resting = setTimeout(() => cursor.element.classList.add('resting'), NAME_SHOWN);
	}

	#remove(clientId: number): void {
		const cursor = this.#cursors.get(clientId);
		clearTimeout(cursor?.resting);
		cursor?.element.remove();
		this.#cursors.delete(clientId);
	}

	/** All is measured before anything is put in its place, so that the page is laid out once. */
	#place(): void {
		const frame = this.#layer.getBoundingClientRect();
		for (const cursor of this.#cursors.values()) {
			const at = this.#view.coordsAtPos(cursor.place.head);
			cursor.left = at.left - frame.left;
			cursor.top = at.top - frame.top;
			cursor.bottom = at.bottom - frame.top;
		}
		const sorted = [...this.#cursors.values()]
			.map((cursor) => ({ cursor, width: cursor.label.offsetWidth }))
			.sort((a, b) => a.cursor.top - b.cursor.top || a.cursor.left - b.cursor.left);
		const placed: { top: number; from: number; to: number; tier: number }[] = [];
		for (const { cursor, width } of sorted) {
			const { element, label, left, top, bottom } = cursor;
			const from = Math.max(0, Math.min(left, frame.width - width));
			const beside = placed.filter(
				(other) => other.top === top && other.to > from && other.from < from + width
			);
			const tier = Math.min(Math.max(-1, ...beside.map((other) => other.tier)) + 1, TIERS);
			placed.push({ top, from, to: from + width, tier });
			element.style.left = `${left}px`;
			element.style.top = `${top}px`;
			element.style.height = `${bottom - top}px`;
			label.style.left = `${from - left}px`;
			for (let one = 1; one <= TIERS; one++) label.classList.toggle(`tier-${one}`, one === tier);
		}
	}

	readonly #onPointer = (event: PointerEvent): void => {
		if (this.#cursors.size === 0) return;
		const frame = this.#layer.getBoundingClientRect();
		const x = event.clientX - frame.left;
		const y = event.clientY - frame.top;
		for (const { element, left, top, bottom } of this.#cursors.values()) {
			const isNear = Math.abs(x - left) <= NEAR && y >= top && y <= bottom;
			element.classList.toggle('near', isNear);
		}
	};
}
