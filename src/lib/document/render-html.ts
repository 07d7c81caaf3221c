/** The text as HTML for readers: no DOM, no editor, everything escaped. */
import { isListItem, readBlocks, textOf, type Block, type Run } from './blocks.ts';
import type { Delta } from './delta.ts';
import { withoutControls } from './plain-text.ts';

export interface RenderOptions {
	/** References that the document's lineage knows; a `source` format that names another is inert. */
	knownSources?: ReadonlySet<string>;
}

interface OpenList {
	tag: 'ul' | 'ol';
	depth: number;
}

const TAGS = { paragraph: 'p', h2: 'h2', h3: 'h3', h4: 'h4', quote: 'p' } as const;

/**
 * Renders a text: headings 2 to 4, paragraphs, quotations, lists nested by depth. Adjoining items and
 * quotations share one element, empty blocks are left out, and unknown formats, foreign schemes and
 * unknown sources leave their letters alone.
 */
export function renderHtml(delta: Delta, options: RenderOptions = {}): string {
	const known = options.knownSources ?? new Set<string>();
	const parts: string[] = [];
	const lists: OpenList[] = [];
	let quoting = false;
	for (const block of readBlocks(delta)) {
		if (withoutControls(textOf(block)).trim() === '') continue;
		if (quoting && block.kind !== 'quote') {
			parts.push('</blockquote>');
			quoting = false;
		}
		const html = block.runs.map((run) => renderRun(run, known)).join('');
		if (isListItem(block)) {
			parts.push(openItem(lists, block), html);
			continue;
		}
		parts.push(closeLists(lists, 0));
		if (block.kind === 'quote' && !quoting) {
			parts.push('<blockquote>');
			quoting = true;
		}
		const tag = block.kind === 'bullet' || block.kind === 'numbered' ? 'p' : TAGS[block.kind];
		parts.push(`<${tag}>${html}</${tag}>`);
	}
	parts.push(closeLists(lists, 0));
	if (quoting) parts.push('</blockquote>');
	return parts.join('');
}

/** Escapes a text for HTML, in an element or between quotes. */
export function escapeHtml(text: string): string {
	return withoutControls(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** Opens the item of a block: beside the last one, in a list nested in it, or back in an outer list. */
function openItem(lists: OpenList[], block: Block): string {
	const tag = block.kind === 'numbered' ? 'ol' : 'ul';
	let html = '';
	let top = lists.at(-1);
	while (top && top.depth > block.depth) {
		const below = lists.at(-2);
		// Nothing stands at this depth: the open list takes it, rather than beginning another one.
		if (!below || below.depth < block.depth) {
			top.depth = block.depth;
			break;
		}
		html += `</li></${top.tag}>`;
		lists.pop();
		top = below;
	}
	if (top && top.depth === block.depth && top.tag === tag) return `${html}</li><li>`;
	if (top && top.depth === block.depth) {
		html += `</li></${top.tag}>`;
		lists.pop();
	}
	lists.push({ tag, depth: block.depth });
	return `${html}<${tag}><li>`;
}

function closeLists(lists: OpenList[], keep: number): string {
	let html = '';
	while (lists.length > keep) html += `</li></${lists.pop()?.tag ?? 'ul'}>`;
	return html;
}

function renderRun(run: Run, known: ReadonlySet<string>): string {
	let html = escapeHtml(run.text);
	if (run.em) html = `<em>${html}</em>`;
	if (run.strong) html = `<strong>${html}</strong>`;
	if (run.link !== null) {
		html = `<a href="${escapeHtml(run.link)}" rel="nofollow noopener ugc">${html}</a>`;
	}
	if (run.source !== null && known.has(run.source)) {
		html = `<span class="brought" data-source="${escapeHtml(run.source)}">${html}</span>`;
	}
	return html;
}
