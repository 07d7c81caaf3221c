// The scenes in which people type: flood, typing, crowd.
import { percentileOf } from './histogram.ts';
import { Load, type LoadClient } from './load.ts';
import type { RunningServer } from './servers.ts';

export interface TypingMeasure {
	edits: number;
	deliveries: number;
	deliveriesPerSecond: number;
	/** Microseconds of CPU a delivery: the server's, its database's, both. */
	serverCpu: number;
	databaseCpu: number;
	cpu: number;
	/** Milliseconds from a letter's sending to its arrival. */
	p50: number;
	p99: number;
	/** Milliseconds of a commit, where there are any. */
	commitP50: number | null;
	commitP99: number | null;
	/** Milliseconds from a letter's sending to « Enregistré ». */
	savedP50: number | null;
	savedP99: number | null;
}

/** Letters that may be under way in a flood: enough that no server ever waits for the writer. */
const WINDOW = 2000;
const WARM_UP = 2;

/** One person writes as fast as a hundred readers receive. */
export async function flood(server: RunningServer, seconds: number): Promise<TypingMeasure> {
	const readers = 100;
	const load = new Load(server);
	await load.join(0, readers);
	const [writer] = await load.join(0, 1, true);
	if (!writer) throw new Error('nobody writes');
	let isOver = false;
	let received = 0;
	let sent = 0;
	let isPlanned = false;
	// A turn's worth each time, so that what comes in meanwhile is heard.
	const write = () => {
		isPlanned = false;
		received = receivedSoFar();
		for (let turn = 0; turn < 50 && !isOver && sent - received < WINDOW; turn++) {
			writer.type();
			sent++;
		}
	};
	let forgotten = 0;
	const receivedSoFar = () => (forgotten + load.deliveries) / readers;
	load.onDelivery = () => {
		if (isPlanned) return;
		isPlanned = true;
		setImmediate(write);
	};
	for (let first = 0; first < WINDOW / 50; first++) write();
	return measure(load, seconds, {
		forget: (deliveries) => (forgotten += deliveries),
		stop: () => (isOver = true)
	});
}

/** People who type at a human pace, five letters a second each. */
export async function people(
	server: RunningServer,
	seconds: number,
	{ documents, readers, writers }: { documents: number; readers: number; writers: number }
): Promise<TypingMeasure> {
	const load = new Load(server);
	const typing: LoadClient[] = [];
	const opened = Array.from({ length: documents }, (_, document) => document);
	// Some documents at once: each has few people.
	for (let first = 0; first < documents; first += 10) {
		await Promise.all(
			opened.slice(first, first + 10).map(async (document) => {
				await load.join(document, readers);
				typing.push(...(await load.join(document, writers, true)));
			})
		);
	}
	let isOver = false;
	// The same hands for every server.
	const random = sequence(42);
	const type = (writer: LoadClient) => {
		setTimeout(
			() => {
				if (isOver) return;
				writer.type();
				type(writer);
			},
			100 + random() * 200
		);
	};
	for (const writer of typing) type(writer);
	return measure(load, seconds, { forget: () => undefined, stop: () => (isOver = true) });
}

async function measure(
	load: Load,
	seconds: number,
	course: { forget: (deliveries: number) => void; stop: () => void }
): Promise<TypingMeasure> {
	const { server } = load;
	await pause(WARM_UP * 1000);
	await server.ask('commits');
	course.forget(load.deliveries);
	load.begin();
	const before = server.cpu();
	const began = performance.now();
	await pause(seconds * 1000);
	const took = (performance.now() - began) / 1000;
	const after = server.cpu();
	const { deliveries, sent: edits } = load;
	const latency = { p50: load.latency.percentile(50), p99: load.latency.percentile(99) };
	course.stop();
	await load.settle();
	const { commits } = await server.ask('commits');
	await load.leave();
	const serverCpu = ((after.server - before.server) * 1000) / deliveries;
	const databaseCpu = ((after.database - before.database) * 1000) / deliveries;
	return {
		edits,
		deliveries,
		deliveriesPerSecond: deliveries / took,
		serverCpu,
		databaseCpu,
		cpu: serverCpu + databaseCpu,
		...latency,
		commitP50: commits.length > 0 ? percentileOf(commits, 50) : null,
		commitP99: commits.length > 0 ? percentileOf(commits, 99) : null,
		savedP50: load.saving.total > 0 ? load.saving.percentile(50) : null,
		savedP99: load.saving.total > 0 ? load.saving.percentile(99) : null
	};
}

/** Lets so many milliseconds pass. */
function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Numbers between 0 and 1 that look drawn by chance and are the same each time. */
function sequence(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
}
