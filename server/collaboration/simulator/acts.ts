/** What people and misfortune do in a simulation. */
import { BLOCK_KINDS } from '#lib/document/blocks.ts';
import type { Judge } from './judge.ts';
import type { Random } from './random.ts';
import type { SimulatedEditor } from './simulated-editor.ts';

/** How often people do what, one to the other. */
const WRITING = {
	type: 50,
	delete: 12,
	split: 6,
	join: 4,
	block: 6,
	bold: 8,
	paste: 3
} as const;

/** One thing that a writer does to the text. */
export function write(editor: SimulatedEditor, random: Random, judge: Judge): void {
	const { text, live } = editor;
	const at = random.below(Math.max(text.length, 1));
	switch (random.weighted(WRITING)) {
		case 'type':
			return type(editor, at, 1 + random.below(3), judge);
		case 'paste':
			return type(editor, at, 10 + random.below(20), judge);
		case 'delete':
			return erase(editor, at, 1 + random.below(4), judge);
		case 'split':
			return text.insert(at, '\n', { kind: random.pick(BLOCK_KINDS) });
		case 'join': {
			const end = text.toJSON().indexOf('\n', at);
			if (end >= 0 && end < text.length - 1) text.delete(end, 1);
			return;
		}
		case 'block': {
			const end = text.toJSON().indexOf('\n', at);
			if (end < 0) return;
			return live.transact(() =>
				text.format(end, 1, { kind: random.pick(BLOCK_KINDS), depth: random.below(3) })
			);
		}
		case 'bold': {
			const length = Math.min(1 + random.below(8), text.length - at);
			if (length > 0) text.format(at, length, { strong: random.chance(0.6) ? true : null });
			return;
		}
	}
}

function type(editor: SimulatedEditor, at: number, count: number, judge: Judge): void {
	let typed = '';
	for (let n = 0; n < count; n++) typed += judge.newLetter(editor);
	editor.text.insert(at, typed);
}

function erase(editor: SimulatedEditor, at: number, count: number, judge: Judge): void {
	const { text } = editor;
	const length = Math.min(count, text.length - at);
	if (length <= 0) return;
	for (const letter of text.toJSON().slice(at, at + length)) {
		const known = judge.letters.get(letter);
		if (known) known.isDeleted = true;
	}
	text.delete(at, length);
}

/** One thing that happens to a browser's connection. */
export function troubleLine(editor: SimulatedEditor, random: Random): void {
	const { link } = editor;
	switch (random.weighted({ cut: 4, halfOpen: 2, offline: 4, online: 6, slow: 2 })) {
		case 'cut':
			return link?.cut();
		case 'halfOpen':
			if (link) link.isHalfOpen = true;
			return;
		case 'slow':
			return link?.slow(1_000_000);
		case 'offline':
			return editor.goOffline();
		case 'online':
			return editor.goOnline();
	}
}
