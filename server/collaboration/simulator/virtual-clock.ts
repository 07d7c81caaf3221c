/** Time that passes only when it is told to, and in which everything that waits happens in one order. */
import type { Clock, Timer } from '../ports.ts';

interface Appointment {
	at: number;
	work: () => void;
}

export class VirtualClock implements Clock {
	#now = 0;
	/** Soonest last; of two at the same time, the first asked comes first. */
	readonly #appointments: Appointment[] = [];

	now(): number {
		return this.#now;
	}

	after(milliseconds: number, work: () => void): Timer {
		const appointment = { at: this.#now + Math.max(milliseconds, 0), work };
		const list = this.#appointments;
		let low = 0;
		let high = list.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((list[middle]?.at ?? 0) > appointment.at) low = middle + 1;
			else high = middle;
		}
		list.splice(low, 0, appointment);
		return {
			cancel: () => {
				const index = list.indexOf(appointment);
				if (index >= 0) list.splice(index, 1);
			}
		};
	}

	/** Lets the next thing happen, if it is due by then; else time passes up to then and this says false. */
	async step(until: number): Promise<boolean> {
		const next = this.#appointments.at(-1);
		if (!next || next.at > until) {
			this.#now = until;
			return false;
		}
		this.#appointments.pop();
		this.#now = next.at;
		next.work();
		await settled();
		return true;
	}
}

/** A clock whose appointments die with the process that made them. */
export function clockOf(clock: Clock, isAlive: () => boolean): Clock {
	return {
		now: () => clock.now(),
		after: (milliseconds, work) => clock.after(milliseconds, () => isAlive() && work())
	};
}

/** Waits until the code that runs now has come to rest: it may pass one turn of the event loop on its way. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}
