import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MoveWatch } from './move-watch.ts';

const PASSAGE = 'Une navette deux fois par semaine';
const START = `Avant\n${PASSAGE}\nMilieu\nFin\n`;

class Page {
	readonly live = new Y.Doc();
	readonly text = this.live.getText('body');
	readonly told: (string | null)[] = [];
	readonly watch: MoveWatch;

	constructor(update: Uint8Array) {
		Y.applyUpdate(this.live, update);
		this.watch = new MoveWatch({
			text: this.text,
			now: () => 0,
			onTwice: (passage) => this.told.push(passage)
		});
	}

	move(to: number): void {
		this.text.delete(this.text.toString().indexOf(PASSAGE), PASSAGE.length + 1);
		this.text.insert(to, `${PASSAGE}\n`);
	}

	count(): number {
		return this.text.toString().split(PASSAGE).length - 1;
	}
}

async function exchange(one: Page, other: Page): Promise<void> {
	for (let round = 0; round < 3; round++) {
		const [a, b] = [Y.encodeStateAsUpdate(one.live), Y.encodeStateAsUpdate(other.live)];
		Y.applyUpdate(other.live, a);
		Y.applyUpdate(one.live, b);
		await Promise.resolve();
	}
}

function twoPages(): [Page, Page] {
	const first = new Y.Doc();
	first.getText('body').insert(0, START);
	const update = Y.encodeStateAsUpdate(first);
	return [new Page(update), new Page(update)];
}

test('two people who moved the same passage are told, and one of them keeps one', async () => {
	const [one, other] = twoPages();
	one.move(0);
	other.move(other.text.length - PASSAGE.length - 1);
	await exchange(one, other);
	expect([one.count(), other.count()]).toEqual([2, 2]);
	expect([one.told, other.told]).toEqual([[PASSAGE], [PASSAGE]]);
	one.watch.keep('second');
	await exchange(one, other);
	expect([one.count(), other.count()]).toEqual([1, 1]);
	expect(one.text.toString()).toBe(other.text.toString());
	expect(one.text.toString().startsWith('Avant\n')).toBe(true);
	expect(other.told).toEqual([PASSAGE, null]);
});

test('when each keeps another one, the passage is not lost', async () => {
	const [one, other] = twoPages();
	one.move(0);
	other.move(other.text.length - PASSAGE.length - 1);
	await exchange(one, other);
	one.watch.keep('first');
	other.watch.keep('second');
	await exchange(one, other);
	expect([one.count(), other.count()]).toEqual([1, 1]);
	expect(one.text.toString()).toBe(other.text.toString());
});

test('a move of one’s own, or words that come from elsewhere, are nothing to tell', async () => {
	const [one, other] = twoPages();
	one.move(0);
	await exchange(one, other);
	other.text.insert(0, 'Un tout autre passage, assez long pour compter\n');
	await exchange(one, other);
	expect([one.told, other.told]).toEqual([[], []]);
	one.watch.keep('first');
	expect(one.count()).toBe(1);
});
