/** A row of a pasted table as one line: there are no tables here, and glued cells mean nothing. */
import { PLAIN, textOf, type Block, type Run } from '../blocks.ts';
import type { PastedNode } from './clean-paste.ts';

/**
 * Gives the cells of a row as one line, parted by « ; ». Null for a row that only lays a page out: one
 * cell alone has words, or one holds headings, lists or another table.
 */
export function lineOfRow(
	row: PastedNode,
	read: (cell: PastedNode) => readonly Block[]
): Run[] | null {
	const cells = [...row.childNodes].filter(isCell);
	const texts = cells.map(read);
	if (texts.filter((blocks) => blocks.length > 0).length < 2) return null;
	if (texts.flat().some(({ kind }) => kind !== 'paragraph')) return null;
	if (cells.some((cell) => hasTable(cell))) return null;
	const filled = texts.slice(0, texts.findLastIndex((blocks) => blocks.length > 0) + 1);
	return filled.flatMap((blocks, index) => [
		...(index > 0 ? [plain('\u202F; ')] : []),
		...(blocks.length > 0 ? inOneLine(blocks) : [plain('–')])
	]);
}

function inOneLine(blocks: readonly Block[]): Run[] {
	return blocks
		.filter((block) => textOf(block) !== '')
		.flatMap((block, index) => [...(index > 0 ? [plain(' ')] : []), ...block.runs]);
}

function plain(text: string): Run {
	return { ...PLAIN, text };
}

function isCell(node: PastedNode): boolean {
	return node.nodeName.toUpperCase() === 'TD' || node.nodeName.toUpperCase() === 'TH';
}

function hasTable(node: PastedNode): boolean {
	return [...node.childNodes].some(
		(child) => child.nodeName.toUpperCase() === 'TABLE' || hasTable(child)
	);
}
