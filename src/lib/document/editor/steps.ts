/** Text to editor: a change of the text as ProseMirror steps, so that selection, decorations and composition map through. */
import type { Transaction } from 'prosemirror-state';
import { readBlockAttributes, readDepth, readFormat, readKind } from '../blocks.ts';
import type { Attributes, Change } from '../delta.ts';
import { blockAttributes, markOf, MARKS, marksOf, schema, textLength } from './editor-schema.ts';

/**
 * Adds the steps of a change to a transaction. `before` is the length of the text before the change:
 * shorter than the document when its last line had no end.
 */
export function addSteps(tr: Transaction, changes: readonly Change[], before: number): Transaction {
	const walk = new Walk(tr, before < textLength(tr.doc));
	for (const change of changes) {
		if ('retain' in change) walk.retain(change.retain, change.attributes);
		else if ('delete' in change) walk.delete(change.delete);
		else walk.insert(change.insert, change.attributes);
	}
	walk.end();
	return tr;
}

/** A place that goes along the document while it changes it. */
class Walk {
	readonly #tr: Transaction;
	#position = 1;
	/** The last line has no line end in the text. */
	#open: boolean;
	/** Past the last line end: the next letter begins a block. */
	#atEnd = false;

	constructor(tr: Transaction, open: boolean) {
		this.#tr = tr;
		this.#open = open;
	}

	retain(length: number, attributes: Attributes | undefined): void {
		let left = length;
		while (left > 0 && !this.#atEnd) {
			const take = Math.min(left, this.#rest());
			if (take > 0 && attributes) this.#setMarks(this.#position, this.#position + take, attributes);
			this.#position += take;
			left -= take;
			if (left === 0) return;
			if (this.#isLast() && this.#open) return;
			if (attributes) this.#mendBlock(attributes);
			left--;
			if (this.#isLast()) this.#atEnd = true;
			else this.#position += 2;
		}
	}

	delete(length: number): void {
		let left = length;
		while (left > 0 && !this.#atEnd) {
			const take = Math.min(left, this.#rest());
			if (take > 0) this.#tr.delete(this.#position, this.#position + take);
			left -= take;
			if (left === 0) return;
			if (this.#isLast() && this.#open) return;
			left--;
			if (this.#isLast()) {
				this.#open = true;
				this.#setBlock({});
			} else this.#join();
		}
	}

	insert(text: string, attributes: Attributes | undefined): void {
		for (const part of text.split(/(\n)/)) {
			if (part === '') continue;
			this.#beginBlock();
			if (part === '\n') this.#split(attributes ?? {});
			else {
				this.#tr.insert(this.#position, schema.text(part, marksOf(readFormat(attributes))));
				this.#position += part.length;
			}
		}
	}

	/** A line without its end that holds nothing is no line. */
	end(): void {
		const { doc } = this.#tr;
		const last = doc.lastChild;
		if (this.#open && last && last.content.size === 0 && doc.childCount > 1) {
			this.#tr.delete(doc.content.size - last.nodeSize, doc.content.size);
		}
	}

	#join(): void {
		const place = this.#tr.doc.resolve(this.#position);
		const next = this.#tr.doc.child(place.index(0) + 1);
		this.#tr.join(place.after(1));
		// The line end that is left is the next line's, with its attributes.
		this.#setBlock(this.#isLast() && this.#open ? {} : next.attrs);
	}

	#split(attributes: Attributes): void {
		if (this.#isLast() && this.#open && this.#rest() === 0) {
			this.#setBlock(attributes);
			this.#open = false;
			this.#atEnd = true;
			return;
		}
		const block = this.#tr.doc.resolve(this.#position).node(1);
		this.#tr.split(this.#position, 1, [{ type: schema.nodes.block, attrs: block.attrs }]);
		this.#setBlock(attributes);
		this.#position += 2;
	}

	#beginBlock(): void {
		if (!this.#atEnd) return;
		this.#tr.insert(this.#tr.doc.content.size, schema.node('block'));
		this.#position = this.#tr.doc.content.size - 1;
		this.#atEnd = false;
		this.#open = true;
	}

	#mendBlock(attributes: Attributes): void {
		const now = blockAttributes(this.#tr.doc.resolve(this.#position).node(1));
		this.#setBlock({
			kind: 'kind' in attributes ? readKind(attributes['kind']) : now.kind,
			depth: 'depth' in attributes ? readDepth(attributes['depth']) : now.depth
		});
	}

	#setBlock(attributes: Attributes): void {
		const place = this.#tr.doc.resolve(this.#position);
		const now = blockAttributes(place.node(1));
		const wanted = readBlockAttributes(attributes);
		if (now.kind === wanted.kind && now.depth === wanted.depth) return;
		this.#tr.setNodeMarkup(place.before(1), null, wanted);
	}

	#setMarks(from: number, to: number, attributes: Attributes): void {
		for (const name of MARKS) {
			if (!(name in attributes)) continue;
			this.#tr.removeMark(from, to, schema.marks[name]);
			const mark = markOf(name, readFormat({ [name]: attributes[name] }));
			if (mark) this.#tr.addMark(from, to, mark);
		}
	}

	#isLast(): boolean {
		const place = this.#tr.doc.resolve(this.#position);
		return place.index(0) === this.#tr.doc.childCount - 1;
	}

	#rest(): number {
		const place = this.#tr.doc.resolve(this.#position);
		return place.parent.content.size - place.parentOffset;
	}
}
