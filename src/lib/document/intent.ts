/** Edits that a command asks of a live document; its owner applies them after the commit, as the person who asked. */
import * as v from 'valibot';
import { PLAIN, readBlocks, readFormat, writeBlocks } from './blocks.ts';
import { changeByWords } from './change.ts';
import { isSameValue, lengthOf, toDelta, type Change, type Delta } from './delta.ts';
import { blocksFromPlainText, plainTextOf, toPlainText } from './plain-text.ts';
import { addSection, editSection, replaceText } from './section.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const plain = v.pipe(v.string(), v.maxLength(500_000));

export const intentSchema = v.variant('kind', [
	/** The whole text becomes this plain text; `base` is what it must still read as, when given. */
	v.object({ kind: v.literal('replace_text'), text, plain, base: v.optional(plain) }),
	/** A passage is added after a paragraph that reads so, else at the end, pointing at where it comes from. */
	v.object({
		kind: v.literal('insert_passage'),
		text,
		plain,
		after: v.optional(v.nullable(plain)),
		source: v.nullable(v.pipe(v.string(), v.regex(/^[\w:.-]{1,200}$/)))
	}),
	/** A section becomes this title and plain text, if it still reads as `heading` and `base`. */
	v.object({
		kind: v.literal('replace_section'),
		text,
		index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
		heading: v.optional(v.nullable(plain)),
		base: plain,
		twin: v.optional(v.pipe(v.string(), v.maxLength(20))),
		title: v.optional(plain),
		plain
	}),
	/** A section is added after the last one. */
	v.object({ kind: v.literal('add_section'), text, title: plain, plain }),
	/** The text reads again, formats included, as it did at an earlier moment. */
	v.object({
		kind: v.literal('restore_text'),
		text,
		delta: v.array(
			v.object({
				insert: v.string(),
				attributes: v.optional(v.record(v.string(), v.unknown()))
			})
		)
	})
]);

export type Intent = v.InferOutput<typeof intentSchema>;

export type IntentResult =
	| { kind: 'unchanged' }
	| { kind: 'change'; changes: Change[] }
	/** The text no longer reads as the edit supposes. */
	| { kind: 'conflict' };

/** Works out the edit that an intent means on the current text. */
export function resolveIntent(delta: Delta, intent: Intent): IntentResult {
	switch (intent.kind) {
		case 'replace_text': {
			if (intent.base !== undefined && !readsAs(delta, intent.base)) return { kind: 'conflict' };
			return changed(replaceText(delta, intent.plain));
		}
		case 'insert_passage':
			return changed(insertPassage(delta, intent.plain, intent.source, intent.after ?? null));
		case 'replace_section': {
			const edit = editSection(delta, intent);
			return edit.kind === 'change' ? changed(edit.changes) : edit;
		}
		case 'add_section':
			return changed(addSection(delta, intent));
		case 'restore_text': {
			const earlier = writeBlocks(readBlocks(toDelta(intent.delta)));
			return changed(changeByWords(writeBlocks(readBlocks(delta)), earlier, 'all'));
		}
	}
}

function changed(changes: Change[]): IntentResult {
	return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'change', changes };
}

function readsAs(delta: Delta, base: string): boolean {
	return toPlainText(delta) === plainTextOf(blocksFromPlainText(base));
}

/**
 * Adds the blocks of a passage after the first one that reads as `after`, else after the last line that
 * has words, each letter bearing its source.
 */
function insertPassage(
	delta: Delta,
	passage: string,
	source: string | null,
	after: string | null
): Change[] {
	const blocks = blocksFromPlainText(passage);
	if (blocks.every((block) => block.runs.length === 0)) return [];
	const format = source === null ? PLAIN : readFormat({ source: { ref: source } });
	const brought = writeBlocks(
		blocks.map((block) => ({
			...block,
			runs: block.runs.map((run) => ({ ...format, text: run.text }))
		}))
	);
	const existing = readBlocks(delta);
	const above = after === null ? -1 : existing.findIndex((block) => plainTextOf([block]) === after);
	if (above >= 0) {
		return [{ retain: lengthOf(writeBlocks(existing.slice(0, above + 1))) }, ...brought];
	}
	const now = writeBlocks(existing);
	const last = now.at(-1);
	const before = now.at(-2);
	// An empty last paragraph, such as that of a new text, takes the passage instead of staying above it.
	const emptyEnd =
		last !== undefined &&
		isSameValue(last, { insert: '\n', attributes: {} }) &&
		(before === undefined || before.insert === '\n');
	const end = lengthOf(now) - (emptyEnd ? 1 : 0);
	return [...(end > 0 ? [{ retain: end }] : []), ...brought, ...(emptyEnd ? [{ delete: 1 }] : [])];
}
