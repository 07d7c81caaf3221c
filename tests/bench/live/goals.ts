// What the live documents are to reach: durability for nothing.
import { median } from './histogram.ts';
import type { Scenes } from './report.ts';
import type { ServerName } from './servers.ts';
import type { TypingMeasure } from './typing-scenes.ts';

/** Milliseconds that a letter may take longer than where nothing is stored, the commit not counted. */
const SLACK = 10;

/** One line a goal, with what was measured. */
export function goalLines(scenes: Scenes): string[] {
	const lines = (['flood', 'typing', 'crowd'] as const).flatMap((name) => {
		const of = reading(scenes[name]);
		if (!of) return [];
		const ratio = of('parvis', 'cpu') / of('hocuspocus', 'cpu');
		const allowed =
			Math.max(of('hocuspocus', 'p99'), of('relay', 'p99')) + of('parvis', 'commitP99') + SLACK;
		const p99 = of('parvis', 'p99');
		return [
			line(`${name}: CPU per delivery ÷ Hocuspocus’s`, ratio, '≤ 1.0', ratio <= 1),
			...(name === 'flood' ? [floodSpeed(of)] : []),
			line(
				`${name}: fan-out p99 in ms; at most Hocuspocus’s or the relay’s + the commit’s + ${SLACK}`,
				p99,
				`≤ ${allowed.toFixed(1)}`,
				p99 <= allowed
			)
		];
	});
	const typing = reading(scenes.typing);
	if (typing) {
		const [p50, p99] = [typing('parvis', 'savedP50'), typing('parvis', 'savedP99')];
		lines.push(
			line('typing: « Enregistré » p50 in ms', p50, '≤ 10', p50 <= 10),
			line('typing: « Enregistré » p99 in ms', p99, '≤ 100', p99 <= 100)
		);
	}
	if (lines.length === 0) return [];
	return [
		'',
		'**Goals**',
		'',
		'| goal | measured | wanted | |',
		'| --- | ---: | ---: | --- |'
	].concat(lines);
}

type Read = (server: ServerName, key: keyof TypingMeasure) => number;

/** Null when the scene was not played by all that its goals compare. */
function reading(scene: Partial<Record<ServerName, TypingMeasure[]>> | undefined): Read | null {
	if (!scene?.parvis || !scene.hocuspocus || !scene.relay) return null;
	return (server, key) => median((scene[server] ?? []).map((round) => Number(round[key] ?? NaN)));
}

function floodSpeed(of: Read): string {
	const ratio = of('parvis', 'deliveriesPerSecond') / of('hocuspocus', 'deliveriesPerSecond');
	return line('flood: deliveries per second ÷ Hocuspocus’s', ratio, '≥ 1.0', ratio >= 1);
}

function line(goal: string, measured: number, wanted: string, isReached: boolean): string {
	return `| ${goal} | ${measured.toFixed(2)} | ${wanted} | ${isReached ? '✓' : '✗'} |`;
}
