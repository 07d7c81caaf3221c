/** Draws the blocks, and tells who listens which items make a list together: on the page too each stands alone. */
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { NodeView } from 'prosemirror-view';
import { isListItem, type Block } from '../blocks.ts';
import { blockAttributes, schema } from './editor-schema.ts';
import { placesOf } from './list-places.ts';

interface BlockView extends Pick<Block, 'kind' | 'depth'> {
	dom: HTMLElement;
	contentDOM: HTMLElement;
}

type Attributes = Record<string, string | number | undefined>;

let lastId = 0;

/**
 * The blocks of one editor. The box of a list's first item is that list and owns the items that follow
 * (`aria-owns`); an item owns the lists nested in it. Nothing is added to the text for it, and letters
 * typed in a block change none of it.
 */
export class BlockViews {
	readonly #views = new WeakMap<Element, BlockView>();
	/** A block came, went or became another since the lists were told. */
	#isStale = true;

	/** Draws a block: a list item in a box of its own, the plain element for the others. */
	readonly draw = (node: Node): NodeView => {
		const { kind, depth } = blockAttributes(node);
		const { dom, contentDOM } = elementOf(kind);
		this.#views.set(dom, { kind, depth, dom, contentDOM });
		this.#isStale = true;
		return {
			dom,
			contentDOM,
			update(next) {
				const now = blockAttributes(next);
				return next.type === schema.nodes.block && now.kind === kind && now.depth === depth;
			},
			// The attributes are ours: the editor need not read them back.
			ignoreMutation: (mutation) => mutation.type === 'attributes',
			destroy: () => {
				this.#isStale = true;
			}
		};
	};

	/** Keeps the lists as the blocks are. */
	plugin(): Plugin {
		return new Plugin({
			view: ({ dom }) => {
				this.#tellLists(dom);
				return { update: () => this.#tellLists(dom) };
			}
		});
	}

	#tellLists(text: Element): void {
		if (!this.#isStale) return;
		this.#isStale = false;
		const views = [...text.children].flatMap((child) => this.#views.get(child) ?? []);
		const places = placesOf(views);
		const boxes: Attributes[] = views.map(() => ({}));
		const items: Attributes[] = views.map(() => ({}));
		places.forEach((place, index) => {
			if (!place) return;
			const { first, parent } = place;
			if (first !== index) own(boxes[first], views[index]?.contentDOM);
			else if (parent !== null) own(items[parent], views[index]?.dom);
		});
		places.forEach((place, index) => {
			const view = views[index];
			if (!place || !view) return;
			const { number, size, level, first } = place;
			const role = first === index ? 'list' : 'none';
			set(view.dom, { role, 'data-depth': level - 1, 'aria-owns': undefined, ...boxes[index] });
			set(view.contentDOM, {
				value: view.kind === 'numbered' ? number : undefined,
				// Said outright too, for those that do not follow who owns what.
				'aria-level': level,
				'aria-posinset': number,
				'aria-setsize': size,
				'aria-owns': undefined,
				...items[index]
			});
		});
	}
}

function own(owner: Attributes | undefined, owned: Element | undefined): void {
	if (!owner || !owned) return;
	const before = owner['aria-owns'];
	owner['aria-owns'] = before === undefined ? owned.id : `${before} ${owned.id}`;
}

/** What has not changed draws nothing anew. */
function set(element: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined) element.removeAttribute(name);
		else if (element.getAttribute(name) !== String(value))
			element.setAttribute(name, String(value));
	}
}

function elementOf(kind: Block['kind']): { dom: HTMLElement; contentDOM: HTMLElement } {
	const isItem = isListItem({ kind });
	if (!isItem && kind !== 'quote') {
		const dom = document.createElement(kind === 'paragraph' ? 'p' : kind);
		return { dom, contentDOM: dom };
	}
	// Not in `ul` or `ol`: one that holds no list any more would take the number from its item.
	const dom = document.createElement(isItem ? 'div' : 'blockquote');
	const contentDOM = document.createElement(isItem ? 'li' : 'p');
	dom.append(contentDOM);
	if (isItem) {
		dom.className = kind;
		contentDOM.setAttribute('role', 'listitem');
		dom.id = `text-list-${++lastId}`;
		contentDOM.id = `text-item-${lastId}`;
	}
	return { dom, contentDOM };
}
