/** What others write in the line where a word is being composed: drawn once it is there, since drawing would break the word. */
import type { Attributes, Change } from '../delta.ts';
import { lengthAfter } from './editor-changes.ts';

/** Changes of the text that the editor does not show yet, in their order. */
export class HeldChanges {
	#list: Change[][] = [];

	get isEmpty(): boolean {
		return this.#list.length === 0;
	}

	/** By how many letters the text is longer than what the editor shows. */
	get growth(): number {
		return lengthAfter(0, this.#list.flat());
	}

	add(changes: readonly Change[]): void {
		this.#list.push([...changes]);
	}

	/** Takes what the editor wrote meanwhile; gives it as the text, which has more, is to be told. */
	pass(changes: readonly Change[]): Change[] {
		let told = [...changes];
		this.#list = this.#list.map((held) => {
			const later = changeAfter(held, told, false);
			told = changeAfter(told, held, true);
			return later;
		});
		return told;
	}

	/** Gives what is to be drawn now, and holds it no more. */
	take(): Change[][] {
		return this.#list.splice(0);
	}
}

/**
 * Gives a change as it reads once another, made on the same text, is there. Where both write at one
 * place or give one format, `isFirst` tells that this one comes first and holds.
 */
export function changeAfter(
	change: readonly Change[],
	done: readonly Change[],
	isFirst: boolean
): Change[] {
	const ours = new Reader(change);
	const theirs = new Reader(done);
	const after: Change[] = [];
	for (let op = ours.op; op; op = ours.op) {
		const other = theirs.op;
		if ('insert' in op && (isFirst || !other || !('insert' in other))) {
			after.push(op);
			ours.skip(op.insert.length);
		} else if (other && 'insert' in other) {
			after.push({ retain: other.insert.length });
			theirs.skip(other.insert.length);
		} else if (!('insert' in op)) {
			const length = Math.min(lengthOf(op), other ? lengthOf(other) : Infinity);
			if (!other || !('delete' in other)) {
				const taken = other && !isFirst && 'retain' in other ? other.attributes : undefined;
				after.push('delete' in op ? { delete: length } : retain(length, op.attributes, taken));
			}
			ours.skip(length);
			theirs.skip(length);
		}
	}
	return after;
}

/** Tells whether a change writes, takes away or formats something between two places of the text. */
export function touches(changes: readonly Change[], from: number, to: number): boolean {
	let at = 0;
	for (const change of changes) {
		const length = 'insert' in change ? 0 : lengthOf(change);
		const isIdle = 'retain' in change && !change.attributes;
		if (!isIdle && at <= to && at + length >= from) return true;
		at += length;
	}
	return false;
}

class Reader {
	readonly #changes: readonly Change[];
	#index = 0;
	#done = 0;

	constructor(changes: readonly Change[]) {
		this.#changes = changes;
	}

	/** What is left of the change that is read, or undefined at the end. */
	get op(): Change | undefined {
		const change = this.#changes[this.#index];
		if (!change || this.#done === 0) return change;
		if ('insert' in change) return { ...change, insert: change.insert.slice(this.#done) };
		const left = lengthOf(change) - this.#done;
		return 'delete' in change ? { delete: left } : { ...change, retain: left };
	}

	skip(length: number): void {
		const change = this.#changes[this.#index];
		if (!change) return;
		this.#done += length;
		if (this.#done < lengthOf(change)) return;
		this.#index++;
		this.#done = 0;
	}
}

function lengthOf(change: Change): number {
	if ('insert' in change) return change.insert.length;
	return 'delete' in change ? change.delete : change.retain;
}

function retain(
	length: number,
	attributes: Attributes | undefined,
	taken: Attributes | undefined
): Change {
	const left = Object.entries(attributes ?? {}).filter(([name]) => !taken || !(name in taken));
	return left.length > 0
		? { retain: length, attributes: Object.fromEntries(left) }
		: { retain: length };
}
