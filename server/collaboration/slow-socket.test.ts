import { expect, test } from 'vitest';
import { LIMITS, TIMES } from './limits.ts';
import type { Clock, LiveSocket } from './ports.ts';
import { Pulse } from './pulse.ts';
import { RateLimit } from './rate-limit.ts';
import { SlowReader } from './slow-reader.ts';

class HandClock implements Clock {
	#now = 0;
	now = () => this.#now;
	after = () => ({ cancel: () => undefined });
	pass(milliseconds: number): void {
		this.#now += milliseconds;
	}
}

class Pipe implements LiveSocket {
	buffered = 0;
	pings = 0;
	send = () => undefined;
	close = () => undefined;
	terminate = () => undefined;
	ping = () => {
		this.pings++;
	};
}

const clocks = () => new Uint8Array([1]);

test('a reader that falls behind is owed one difference once it has drained', () => {
	const [clock, pipe] = [new HandClock(), new Pipe()];
	const reader = new SlowReader(pipe, clock);
	expect(reader.mayReceive(clocks)).toBe(true);
	pipe.buffered = LIMITS.slowAt + 1;
	expect(reader.mayReceive(clocks)).toBe(false);
	pipe.buffered = LIMITS.drainedAt + 1;
	expect(reader.mayReceive(clocks)).toBe(false);
	expect(reader.takeOwed()).toBeNull();
	pipe.buffered = 0;
	expect(reader.takeOwed()).toEqual(clocks());
	expect(reader.takeOwed()).toBeNull();
	expect(reader.mayReceive(clocks)).toBe(true);
});

test('a reader too far behind, or for too long, is let go', () => {
	const [clock, pipe] = [new HandClock(), new Pipe()];
	const reader = new SlowReader(pipe, clock);
	pipe.buffered = LIMITS.slowAt + 1;
	reader.mayReceive(clocks);
	clock.pass(LIMITS.slowFor);
	expect(reader.isHopeless()).toBe(false);
	clock.pass(1);
	expect(reader.isHopeless()).toBe(true);
	pipe.buffered = LIMITS.hopelessAt + 1;
	expect(new SlowReader(pipe, clock).isHopeless()).toBe(true);
});

test('a connection that answers no ping is dead within 26 seconds, a quiet one is spoken to', () => {
	const [clock, pipe] = [new HandClock(), new Pipe()];
	const pulse = new Pulse(pipe, clock);
	expect(pulse.beat()).toBe('alive');
	clock.pass(TIMES.heartbeat + 1);
	expect(pulse.beat()).toBe('quiet');
	pulse.sent();
	clock.pass(TIMES.ping - TIMES.heartbeat);
	expect(pulse.beat()).toBe('alive');
	expect(pipe.pings).toBe(1);
	pulse.pong();
	clock.pass(TIMES.ping + 1);
	pulse.beat();
	expect(pipe.pings).toBe(2);
	clock.pass(TIMES.pong + 1);
	expect(pulse.beat()).toBe('dead');
});

test('frames are measured, and the measure fills again with time', () => {
	const clock = new HandClock();
	const rate = new RateLimit(clock);
	for (let n = 0; n < LIMITS.burst; n++) expect(rate.take()).toBe(true);
	expect(rate.take()).toBe(false);
	clock.pass(1000);
	expect(rate.take()).toBe(true);
});
