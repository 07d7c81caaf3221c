/** The same hands on y-prosemirror's tree, the model of our peers, for the report alone. */
import { setBlockType } from 'prosemirror-commands';
import { Schema } from 'prosemirror-model';
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { canSplit, findWrapping } from 'prosemirror-transform';
import {
	absolutePositionToRelativePosition,
	initProseMirrorDoc,
	prosemirrorToYXmlFragment,
	relativePositionToAbsolutePosition,
	updateYFragment
} from 'y-prosemirror';
import * as Y from 'yjs';
import type { Anchor, Writer } from './writer.ts';

const schema = new Schema({
	nodes: {
		doc: { content: 'block+' },
		paragraph: { content: 'text*', group: 'block', toDOM: () => ['p', 0] },
		heading: {
			content: 'text*',
			group: 'block',
			attrs: { level: { default: 2 } },
			toDOM: () => ['h2', 0]
		},
		blockquote: { content: 'block+', group: 'block', toDOM: () => ['blockquote', 0] },
		bullet_list: { content: 'list_item+', group: 'block', toDOM: () => ['ul', 0] },
		list_item: { content: 'paragraph block*', toDOM: () => ['li', 0] },
		text: {}
	},
	marks: { strong: { toDOM: () => ['strong', 0] } }
});

export class TreeWriter implements Writer {
	readonly live = new Y.Doc();
	readonly fragment = this.live.getXmlFragment('prosemirror');
	readonly #undoManager: Y.UndoManager;
	#mapping: ReturnType<typeof initProseMirrorDoc>['mapping'] = new Map();
	state: EditorState;

	constructor(clientId: number, update?: Uint8Array) {
		this.live.clientID = clientId;
		if (update) Y.applyUpdate(this.live, update, 'remote');
		else {
			const empty = schema.node('doc', null, [schema.node('paragraph')]);
			prosemirrorToYXmlFragment(empty, this.fragment);
		}
		this.#undoManager = new Y.UndoManager(this.fragment, { trackedOrigins: new Set([this]) });
		this.state = this.#read();
	}

	dispatch(tr: Transaction): void {
		this.#undoManager.stopCapturing();
		this.state = this.state.apply(tr);
		const meta = { mapping: this.#mapping, isOMark: new Map() };
		this.live.transact(() => updateYFragment(this.live, this.fragment, this.state.doc, meta), this);
	}

	refresh(): void {
		this.state = this.#read();
	}

	undo(): void {
		this.#undoManager.undo();
		this.refresh();
	}

	split(position: number): void {
		if (canSplit(this.state.doc, position)) this.dispatch(this.state.tr.split(position));
	}

	heading(position: number, level: number): void {
		this.#run(position, setBlockType(schema.nodes.heading, { level: 2 + (level % 3) }));
	}

	list(position: number): void {
		this.#wrap(position, 'bullet_list');
	}

	indent(position: number): void {
		this.#wrap(position, 'blockquote');
	}

	bold() {
		return schema.mark('strong');
	}

	block(text: string) {
		return schema.node('paragraph', null, schema.text(text));
	}

	anchor(position: number, letter: string): Anchor {
		const kept: unknown = absolutePositionToRelativePosition(
			position,
			this.fragment,
			this.#mapping
		);
		return {
			letter,
			find: () => {
				const place: number | null = relativePositionToAbsolutePosition(
					this.live,
					this.fragment,
					kept,
					this.#mapping
				);
				if (place === null || place + 1 > this.state.doc.content.size) return null;
				return this.state.doc.textBetween(place, place + 1);
			}
		};
	}

	authors(): [string, number][] {
		return authorsIn(this.fragment);
	}

	reading(): string {
		return JSON.stringify(this.state.doc.toJSON());
	}

	#read(): EditorState {
		const { doc, mapping } = initProseMirrorDoc(this.fragment, schema);
		this.#mapping = mapping;
		return EditorState.create({ doc });
	}

	#run(position: number, command: Command): void {
		const { tr, doc } = this.state;
		this.state = this.state.apply(tr.setSelection(TextSelection.create(doc, position)));
		command(this.state, (change) => this.dispatch(change));
	}

	#wrap(position: number, kind: 'bullet_list' | 'blockquote'): void {
		const range = this.state.doc.resolve(position).blockRange();
		const wrapping = range && findWrapping(range, schema.nodes[kind]);
		if (wrapping) this.dispatch(this.state.tr.wrap(range, wrapping));
	}
}

function authorsIn(type: Y.XmlFragment): [string, number][] {
	const authors: [string, number][] = [];
	for (const child of type.toArray()) {
		if (child instanceof Y.XmlText) {
			for (let item = child._start; item; item = item.right) {
				if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
				for (const letter of item.content.str) authors.push([letter, item.id.client]);
			}
		} else if (child instanceof Y.XmlElement) authors.push(...authorsIn(child));
	}
	return authors;
}
