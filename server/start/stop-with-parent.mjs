import { existsSync, readFileSync } from 'node:fs';

/**
 * npm hands signals to a shell that may end without passing them on, or is killed before its shell:
 * when one of the two that started us is gone, stop as if we had been asked to.
 *
 * @param {string} script name of the npm script that this program is
 * @param {() => void} stop
 */
export function stopWithParent(script, stop) {
	if (process.env.npm_lifecycle_event !== script || !existsSync('/proc')) return;
	const began = parents();
	const timer = setInterval(() => {
		if (parents() === began) return;
		clearInterval(timer);
		stop();
	}, 500);
	timer.unref();
}

/** The shell that started us and what started it. */
function parents() {
	try {
		const fields = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1);
		return `${process.ppid} ${fields?.split(' ')[1]}`;
	} catch {
		return String(process.ppid);
	}
}
