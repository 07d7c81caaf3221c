/** A writer on one text, through the binding and the commands that people use. */
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { TextBinding } from '#lib/document/editor/binding.ts';
import { indent, splitBlock, toggleKind } from '#lib/document/editor/commands.ts';
import {
	docFromDelta,
	indexFromPosition,
	positionFromIndex,
	schema
} from '#lib/document/editor/editor-schema.ts';
import { toDelta } from '#lib/document/delta.ts';
import type { Anchor, Writer } from './writer.ts';

export class OneTextWriter implements Writer {
	readonly live = new Y.Doc();
	readonly text = this.live.getText('body');
	readonly binding: TextBinding;
	state: EditorState;

	constructor(clientId: number, update?: Uint8Array) {
		this.live.clientID = clientId;
		if (update) Y.applyUpdate(this.live, update, 'remote');
		this.binding = new TextBinding(this.text);
		this.state = EditorState.create({ doc: this.binding.doc });
		this.binding.attach(this);
	}

	dispatch(tr: Transaction): void {
		this.binding.undoManager.stopCapturing();
		this.state = this.state.apply(tr);
		this.binding.push(this.state);
	}

	refresh(): void {
		// The binding brings in what others wrote by itself.
	}

	undo(): void {
		this.binding.undoManager.undo();
	}

	split(position: number): void {
		this.#run(position, splitBlock);
	}

	heading(position: number, level: number): void {
		this.#run(position, toggleKind((['h2', 'h3', 'h4'] as const)[level % 3] ?? 'h2'));
	}

	list(position: number): void {
		this.#run(position, toggleKind('bullet'));
	}

	indent(position: number): void {
		this.#run(position, indent(1));
	}

	bold() {
		return schema.mark('strong');
	}

	block(text: string) {
		return schema.node('block', null, schema.text(text));
	}

	anchor(position: number, letter: string): Anchor {
		const index = indexFromPosition(this.state.doc, position);
		const kept = Y.createRelativePositionFromTypeIndex(this.text, index);
		return {
			letter,
			find: () => {
				const found = Y.createAbsolutePositionFromRelativePosition(kept, this.live);
				if (!found) return null;
				const place = positionFromIndex(this.state.doc, found.index);
				return this.state.doc.textBetween(place, Math.min(place + 1, this.state.doc.content.size));
			}
		};
	}

	authors(): [string, number][] {
		const authors: [string, number][] = [];
		for (let item = this.text._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			for (const letter of item.content.str) authors.push([letter, item.id.client]);
		}
		return authors;
	}

	reading(): string {
		const doc = JSON.stringify(this.state.doc.toJSON());
		const read = JSON.stringify(docFromDelta(toDelta(this.text.toDelta())).toJSON());
		if (doc !== read || this.binding.redrawn > 0) throw new Error('the editor is not as its text');
		return doc;
	}

	#run(position: number, command: Command): void {
		const { tr, doc } = this.state;
		this.state = this.state.apply(tr.setSelection(TextSelection.create(doc, position)));
		command(this.state, (change) => this.dispatch(change));
	}
}
