// npm run bench:live: the same load on a bare relay, @y/websocket-server, Hocuspocus and Parvis, which
// alone stores what it relays: with commits on the disk of a PostgreSQL, whose CPU is counted as its own.
//   npm run bench:live -- --scene typing             one scene again, the others stay as they were
//   npm run bench:live -- --rounds 1 --seconds 2     a trial: writes to test-results alone
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coldLoad, joinStorm, weigh } from './live/opening-scenes.ts';
import { publish, SCENES, type Results, type SceneName } from './live/report.ts';
import { SERVERS, startServer, type RunningServer, type ServerName } from './live/servers.ts';
import { flood, people } from './live/typing-scenes.ts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string' },
		scene: { type: 'string', multiple: true },
		seconds: { type: 'string' },
		server: { type: 'string', multiple: true }
	}
});
const rounds = Number(values.rounds ?? 3);
const seconds = Number(values.seconds ?? 8);
const isTrial =
	values.rounds !== undefined || values.seconds !== undefined || values.server !== undefined;
const servers = SERVERS.filter((name) => values.server?.includes(name) ?? true);
const scenes = SCENES.filter((name) => values.scene?.includes(name) ?? true);
const crowd = { documents: 1, readers: 180, writers: 20 };
const typing = { documents: 100, readers: 3, writers: 2 };

const results: Results = { at: new Date().toISOString(), rounds, seconds, scenes: {} };
for (const scene of scenes) await play(scene);
await publish(results, isTrial);

async function play(scene: SceneName): Promise<void> {
	switch (scene) {
		case 'flood':
			results.scenes.flood = await compare(1, (server) => flood(server, seconds));
			return;
		case 'typing':
			results.scenes.typing = await compare(100, (server) => people(server, seconds, typing));
			return;
		case 'crowd':
			results.scenes.crowd = await compare(1, (server) => people(server, seconds, crowd));
			return;
		case 'storm':
			results.scenes.storm = await compare(1, joinStorm, (name) => name !== 'relay');
			return;
		case 'weight':
			results.scenes.weight = await compare(501, weigh);
			return;
		case 'cold':
			if (servers.includes('parvis')) results.scenes.cold = { parvis: await coldLoads() };
	}
}

/** Each server in turn within each round, so that what slows the machine slows them all. */
async function compare<T>(
	documents: number,
	scene: (server: RunningServer) => Promise<T>,
	takesPart: (name: ServerName) => boolean = () => true
): Promise<Partial<Record<ServerName, T[]>>> {
	const measures: Partial<Record<ServerName, T[]>> = {};
	for (let round = 0; round < rounds; round++) {
		for (const name of servers.filter(takesPart)) {
			const server = await startServer(name, { documents });
			try {
				const measure = await scene(server);
				(measures[name] ??= []).push(measure);
				process.stderr.write(`${name} ${JSON.stringify(measure)}\n`);
			} finally {
				await server.stop();
			}
		}
	}
	return measures;
}

async function coldLoads() {
	const measures = [];
	for (let round = 0; round < rounds; round++) {
		const folder = mkdtempSync(join(tmpdir(), 'parvis-cold-'));
		try {
			measures.push(await coldLoad(folder));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
	return measures;
}
