/** Follows what is typed, dictated or corrected here, however the keyboard brings it, and has rules rewrite it. */
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { bindingKey } from './binding.ts';
import type { Range } from './french-signs.ts';
import { rewritesKey } from './rewrites.ts';

/** Makes what it wants of what was just typed. */
export type TypingRule = (tr: Transaction, typed: readonly Range[]) => void;

interface Typed {
	ranges: readonly Range[];
	/** While a word is composed its line must not change, or the phone loses its place. */
	isComposing: boolean;
}

/** `settled` as its meta says that what was being composed is there. */
export const typedKey = new PluginKey<Typed>('typed-here');

const NOTHING: Typed = { ranges: [], isComposing: false };

/**
 * Looks at what the text has become rather than at keys: a slow browser brings several letters at once, a
 * phone whole words, dictation sentences. What others write, and what is pasted, is left as it is.
 */
export function typedHere(rules: readonly TypingRule[]): Plugin<Typed> {
	return new Plugin<Typed>({
		key: typedKey,
		state: { init: () => NOTHING, apply: follow },
		appendTransaction(_transactions, _before, state) {
			const { ranges, isComposing } = typedKey.getState(state) ?? NOTHING;
			if (ranges.length === 0 || isComposing) return null;
			const { tr } = state;
			for (const rule of rules) rule(tr, moved(ranges, tr.mapping));
			return tr.docChanged ? tr.setMeta(rewritesKey, 'done') : null;
		},
		props: {
			handleDOMEvents: {
				// After the editor itself has read what was composed.
				compositionend: (view) =>
					void setTimeout(() => {
						if (view.isDestroyed || view.composing) return;
						view.dispatch(view.state.tr.setMeta(typedKey, 'settled'));
					}, 50)
			}
		}
	});
}

function follow(tr: Transaction, { ranges, isComposing }: Typed): Typed {
	if (tr.getMeta(typedKey) === 'settled') return { ranges, isComposing: false };
	const kept = isComposing ? moved(ranges, tr.mapping) : [];
	const put = insertedBy(tr);
	if (isTyped(tr)) {
		return {
			ranges: [...kept, ...put],
			isComposing: tr.getMeta('composition') !== undefined || (isComposing && put.length === 0)
		};
	}
	return { ranges: without(kept, put), isComposing };
}

function moved(ranges: readonly Range[], mapping: Transaction['mapping']): Range[] {
	return ranges.map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) }));
}

/** Not by others, not by undo, not pasted, and not what a rule had made of it. */
function isTyped(tr: Transaction): boolean {
	if (tr.getMeta(bindingKey) !== undefined || tr.getMeta(rewritesKey) !== undefined) return false;
	return tr.getMeta('paste') !== true && tr.getMeta('uiEvent') !== 'drop';
}

function insertedBy({ mapping }: Transaction): Range[] {
	const ranges: Range[] = [];
	mapping.maps.forEach((map, index) => {
		const later = mapping.slice(index + 1);
		map.forEach((_from, _to, from, to) => {
			const range = { from: later.map(from, 1), to: later.map(to, -1) };
			if (range.from < range.to) ranges.push(range);
		});
	});
	return ranges;
}

function without(ranges: readonly Range[], holes: readonly Range[]): Range[] {
	return holes.reduce<Range[]>(
		(left, hole) =>
			left
				.flatMap(({ from, to }) => [
					{ from, to: Math.min(to, hole.from) },
					{ from: Math.max(from, hole.to), to }
				])
				.filter(({ from, to }) => from < to),
		ranges.filter(({ from, to }) => from < to)
	);
}
