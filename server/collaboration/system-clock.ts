/** The clock of the machine. */
import type { Clock } from './ports.ts';

export const systemClock: Clock = {
	now: () => performance.now(),
	after(milliseconds, work) {
		const timer = setTimeout(work, milliseconds);
		return { cancel: () => clearTimeout(timer) };
	}
};
