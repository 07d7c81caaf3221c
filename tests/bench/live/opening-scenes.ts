// The scenes in which texts are opened: many at once, a long one from the disk, and what each weighs.
import postgres from 'postgres';
import { bigText, typedLetters } from './big-text.ts';
import { percentileOf } from './histogram.ts';
import { Load } from './load.ts';
import { startServer, type RunningServer } from './servers.ts';

export interface StormMeasure {
	people: number;
	/** Size of the text as it is sent. */
	bytes: number;
	/** Milliseconds until half, and all, have the text. */
	p50: number;
	last: number;
	/** Milliseconds of CPU a person, the database's counted. */
	cpu: number;
}

export interface WeightMeasure {
	/** Bytes held for each open document of 2,000 letters, without its socket; null where there are no texts. */
	document: number | null;
	/** Bytes held for each socket that says nothing. */
	socket: number;
}

export interface ColdMeasure {
	edits: number;
	/** Milliseconds from connecting to having the text: from the edits one by one, and from the snapshot. */
	fromEdits: number;
	fromSnapshot: number;
}

/** Two hundred people open one text of a megabyte at once. */
export async function joinStorm(server: RunningServer): Promise<StormMeasure> {
	const people = 200;
	const { update, clocks } = bigText(1_000_000);
	const load = new Load(server);
	const [author] = await load.join(0, 1, true);
	author?.put(update);
	// Everyone after finds it there.
	const [first] = await load.join(0, 1);
	for (let wait = 0; first && !first.hasAll(clocks); wait++) {
		if (wait > 500) throw new Error(`${server.name}: the text does not come`);
		await pause(20);
	}
	await pause(1500);
	const before = server.cpu();
	const began = performance.now();
	const took: number[] = [];
	const storm = new Load(server);
	await Promise.all(
		Array.from({ length: people }, async () => {
			const [joined] = await storm.join(0, 1);
			took.push(performance.now() - began);
			if (!joined?.hasAll(clocks)) throw new Error(`${server.name}: a text is not whole`);
		})
	);
	const after = server.cpu();
	const cpu = after.server + after.database - before.server - before.database;
	const [one] = storm.clients;
	const bytes = one?.toldBytes ?? 0;
	await Promise.all([storm.leave(), load.leave()]);
	const last = Math.max(...took);
	return { people, bytes, p50: percentileOf(took, 50), last, cpu: cpu / people };
}

/** Five hundred documents with a socket each, and a thousand sockets on one more. */
export async function weigh(server: RunningServer): Promise<WeightMeasure> {
	const documents = 500;
	const sockets = 1000;
	const load = new Load(server);
	await load.join(0, 50);
	const before = await quiet(server);
	await load.join(0, sockets);
	const withSockets = await quiet(server);
	const socket = (withSockets - before) / sockets;
	if (!server.hasTexts) {
		await load.leave();
		return { document: null, socket };
	}
	const { update } = bigText(2000);
	for (let document = 1; document <= documents; document++) {
		const [author] = await load.join(document, 1, true);
		author?.put(update);
	}
	const withDocuments = await quiet(server);
	await load.leave();
	return { document: (withDocuments - withSockets) / documents - socket, socket };
}

/** Opens a document of a hundred thousand edits in a process that has just started. */
export async function coldLoad(folder: string, edits = 100_000): Promise<ColdMeasure> {
	let server = await startServer('parvis', { documents: 1, data: folder });
	await storeEdits(server, edits);
	const fromEdits = await timeToOpen(server, edits);
	// Stopping keeps a snapshot.
	await server.stop();
	server = await startServer('parvis', { documents: 1, data: folder });
	const fromSnapshot = await timeToOpen(server, edits);
	await server.stop();
	return { edits, fromEdits, fromSnapshot };
}

async function timeToOpen(server: RunningServer, edits: number): Promise<number> {
	const load = new Load(server);
	const began = performance.now();
	const [reader] = await load.join(0, 1);
	const took = performance.now() - began;
	const all = new Map([0, 1, 2, 3].map((n) => [600_000 + n, edits / 4]));
	if (!reader?.hasAll(all)) throw new Error('the text is not whole');
	await load.leave();
	return took;
}

async function storeEdits({ database }: RunningServer, edits: number): Promise<void> {
	if (!database) throw new Error('nothing is stored there');
	const { url, seeded } = database;
	const [documentId = ''] = seeded.documents;
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const rows = [...typedLetters(edits)];
	for (const client of new Set(rows.map((row) => row.client))) {
		await sql`insert into document_client values (${documentId}, ${client}, ${seeded.personId}, now())`;
	}
	for (let start = 0; start < rows.length; start += 10_000) {
		const some = rows.slice(start, start + 10_000);
		await sql`
			insert into document_update (document_id, seq, epoch, person_id, client_id, clock_from, clock_to, bytes)
			select ${documentId}, seq, 1, ${seeded.personId}, client, clock, clock + 1, decode(bytes, 'base64')
			from unnest(${some.map((_, n) => start + n + 2)}::bigint[], ${some.map((row) => row.client)}::bigint[],
				${some.map((row) => row.clock)}::bigint[],
				${some.map((row) => Buffer.from(row.bytes).toString('base64'))}::text[]) as row(seq, client, clock, bytes)`;
	}
	await sql`update document set head_seq = ${edits + 1} where id = ${documentId}`;
	await sql.end();
}

/** Bytes held once all is calm. */
async function quiet(server: RunningServer): Promise<number> {
	await pause(1500);
	await server.ask('state');
	await pause(200);
	return (await server.ask('state')).held;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
