// What an outside load generator is promised: one line of JSON, and stock clients that meet there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TargetDescription } from './target-process.ts';

const wait = { timeout: 10_000, interval: 50 };
/** Milliseconds: in a fresh clone the site is built first. */
const BUILDING = 180_000;

/** A stock client: it knows the line and nothing else of Parvis. */
function openClient({ url, cookie, origin, text }: TargetDescription, documentId: string) {
	class Socket extends WebSocket {
		constructor(address: string | URL) {
			super(address, { headers: { cookie, origin } });
		}
	}
	const live = new Y.Doc();
	const provider = new WebsocketProvider(url, documentId, live, {
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	onTestFinished(() => {
		provider.destroy();
		live.destroy();
	});
	return { provider, text: live.getText(text) };
}

test(
	'a target says on one line how stock clients reach it, and ends when asked',
	async () => {
		const begin = join(import.meta.dirname, 'begin.mjs');
		const child = spawn(process.execPath, [begin, 'target.ts', '--documents', '2'], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const ended = once(child, 'exit');
		onTestFinished(async () => {
			child.kill('SIGTERM');
			await ended;
		});
		const [line] = await once(createInterface({ input: child.stdout }), 'line');
		const target: TargetDescription = JSON.parse(String(line));
		expect(target.documents).toHaveLength(2);
		expect(target.postgres.length).toBeGreaterThan(0);

		const [, documentId = ''] = target.documents;
		const one = openClient(target, documentId);
		const other = openClient(target, documentId);
		await expect.poll(() => one.provider.synced && other.provider.synced, wait).toBe(true);
		one.text.insert(0, 'Bonjour. ');
		await expect.poll(() => other.text.toString(), wait).toContain('Bonjour. ');

		one.provider.destroy();
		other.provider.destroy();
		child.kill('SIGTERM');
		expect(await ended).toEqual([0, null]);
		expect(() => process.kill(target.pid, 0)).toThrow('ESRCH');
	},
	BUILDING
);
