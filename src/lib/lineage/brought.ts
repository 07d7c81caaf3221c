/** Reads, in the rendering of an action sheet, the words that each reference brought. */

const SPAN = /<span class="brought" data-source="([\w:.-]+)">([\s\S]*?)<\/span>/g;
const ENTITIES: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&amp;': '&'
};

/**
 * The words standing in a rendered text by the reference they came with, in order. The HTML is our
 * own, which never nests these spans.
 */
export function broughtTexts(html: string): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [, reference = '', inside = ''] of html.matchAll(SPAN)) {
		const before = texts.get(reference);
		const text = textOf(inside);
		texts.set(reference, before === undefined ? text : `${before} ${text}`);
	}
	return texts;
}

function textOf(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
