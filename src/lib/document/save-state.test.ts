import { expect, test } from 'vitest';
import { SaveState } from './save-state.ts';

function opened(): SaveState {
	const state = new SaveState();
	state.connected();
	state.frameSent();
	state.loaded();
	state.framesSaved(1);
	return state;
}

test('a text is saved only once the server has said so of every frame', () => {
	const state = opened();
	expect(state.status).toBe('saved');
	state.edited();
	state.frameSent();
	state.edited();
	state.frameSent();
	expect(state.status).toBe('saving');
	state.framesSaved(2);
	expect(state.status).toBe('saving');
	state.framesSaved(3);
	expect(state.status).toBe('saved');
});

test('offline, it says whether this browser keeps a copy', () => {
	const state = opened();
	state.disconnected();
	expect(state.status).toBe('saved');
	state.edited();
	expect(state.status).toBe('unkept');
	expect(state.isAtRisk).toBe(true);
	state.copyKept(true);
	expect(state.status).toBe('kept');
	expect(state.isAtRisk).toBe(false);
	state.copyBehind(true);
	expect(state.isAtRisk).toBe(true);
	state.copyBehind(false);
	expect(state.isAtRisk).toBe(false);
});

test('coming back, the counts of the last socket mean nothing', () => {
	const state = opened();
	state.disconnected();
	state.edited();
	state.connected();
	state.framesSaved(9);
	expect(state.status).toBe('saving');
	state.frameSent();
	state.framesSaved(1);
	expect(state.status).toBe('saved');
});

test('without the right to write, what was typed is not said to be on its way', () => {
	const state = opened();
	state.stands('comment', 'sealed');
	expect(state.status).toBe('readOnly');
	state.edited();
	expect(state.status).toBe('held');
	expect(state.isAtRisk).toBe(true);
});
