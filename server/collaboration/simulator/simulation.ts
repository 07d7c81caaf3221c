/** One seed: people write in documents, everything goes wrong, and nothing acknowledged may be lost. */
import type { DocumentRight } from '#lib/document/document.ts';
import { troubleLine, write } from './acts.ts';
import { Judge } from './judge.ts';
import { Random } from './random.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { SimulatedEditor } from './simulated-editor.ts';
import { SimulatedLink, type LinkFaults } from './simulated-link.ts';
import { SimulatedProcess } from './simulated-process.ts';
import type { StoreFaults } from './simulated-store.ts';
import { VirtualClock } from './virtual-clock.ts';

/** What can happen next, and how often. */
const COURSES = {
	calm: { write: 90, line: 4, page: 2, process: 0.5, store: 1, rights: 1 },
	stormy: { write: 70, line: 14, page: 5, process: 3, store: 4, rights: 3 },
	failing: { write: 75, line: 4, page: 2, process: 10, store: 8, rights: 1 }
} as const;

export interface Outcome {
	seed: number;
	/** Milliseconds of simulated time. */
	time: number;
	steps: number;
	letters: number;
	/** Frames that were acknowledged. */
	saved: number;
	crashes: number;
	reconnections: number;
}

export interface SimulationOptions {
	/** How many things happen. */
	acts?: number;
	/** Likelihood that the store lies, to see that it is noticed. */
	lies?: number;
}

/**
 * Plays one seed to its end.
 * @throws {Error} when something does not hold, with the seed and the moment
 */
export async function simulate(seed: number, options: SimulationOptions = {}): Promise<Outcome> {
	const simulation = new Simulation(seed, options.lies ?? 0);
	try {
		return await simulation.play(options.acts ?? 220);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`seed ${seed}, ${simulation.moment}: ${reason}`, { cause: error });
	}
}

class Simulation {
	readonly #seed: number;
	readonly #random: Random;
	readonly #clock = new VirtualClock();
	readonly #disk = new SimulatedDisk();
	readonly #judge: Judge;
	readonly #editors: SimulatedEditor[] = [];
	readonly #rights = new Map<string, DocumentRight>();
	readonly #storeFaults: StoreFaults;
	/** For those that count what is saved, and for stock clients, whose lines lose and double frames too. */
	readonly #lines: Record<'stream' | 'lossy', LinkFaults>;
	readonly #documents: string[];
	#process: SimulatedProcess | null = null;
	/** While the misfortunes last. */
	#isStormy = true;
	#steps = 0;
	#crashes = 0;
	#connections = 0;
	#lastAct = 'start';

	constructor(seed: number, lies: number) {
		this.#seed = seed;
		const random = new Random(seed);
		this.#random = random;
		this.#judge = new Judge(this.#disk, (personId) => personId.startsWith('reader'));
		const latency = random.pick([2, 20, 200]);
		this.#lines = {
			stream: { latency, loses: 0 },
			lossy: { latency, loses: random.pick([0.01, 0.05]) }
		};
		const trouble = random.pick([0, 0.005, 0.05]);
		this.#storeFaults = {
			...{ refuses: trouble, forgets: trouble, lies },
			latency: random.pick([1, 5, 60]),
			pausedUntil: 0
		};
		this.#documents = ['one', 'two'].slice(0, 1 + random.below(2));
		for (const id of this.#documents) {
			const clientId = random.clientId();
			this.#disk.create(id, 'Une navette le mardi', 'founder', clientId);
			this.#judge.knows(clientId, 'founder');
		}
		const writers = 2 + random.below(3);
		for (let n = 0; n < writers; n++) this.#open(`writer-${n}`);
		if (random.chance(0.5)) this.#open('reader-1');
		this.#start();
	}

	get moment(): string {
		return `at ${Math.round(this.#clock.now())} ms, step ${this.#steps}, after ${this.#lastAct}`;
	}

	async play(acts: number): Promise<Outcome> {
		const random = this.#random;
		const course = COURSES[random.pick(['calm', 'stormy', 'failing'] as const)];
		await this.#pass(random.between(0, 2000));
		for (let n = 0; n < acts; n++) {
			this.#act(random.weighted(course));
			this.#judge.step();
			// Most comes in bursts; now and then there is a pause in which rooms close.
			const pause = random.chance(0.03) ? 30_000 : random.chance(0.3) ? 800 : 40;
			await this.#pass(random.between(0, pause));
		}
		await this.#heal();
		return {
			seed: this.#seed,
			time: this.#clock.now(),
			steps: this.#steps,
			letters: this.#judge.letters.size,
			saved: this.#judge.saves.frames,
			crashes: this.#crashes,
			reconnections: this.#connections
		};
	}

	async #pass(milliseconds: number): Promise<void> {
		const until = this.#clock.now() + milliseconds;
		while (await this.#clock.step(until)) {
			this.#steps++;
			this.#judge.step();
			if (this.#process?.isAlive === false) this.#restartLater();
		}
	}

	#act(kind: keyof (typeof COURSES)['calm']): void {
		this.#lastAct = kind;
		const editors = this.#editors.filter(({ isGone }) => !isGone);
		const editor = this.#random.pick(editors);
		switch (kind) {
			case 'write':
				return write(editor, this.#random, this.#judge);
			case 'line':
				return troubleLine(editor, this.#random);
			case 'page':
				return this.#turnPage(editor, editors.length);
			case 'process':
				return this.#troubleProcess();
			case 'store':
				return this.#troubleStore();
			case 'rights':
				return this.#changeRights(editor);
		}
	}

	#turnPage(editor: SimulatedEditor, open: number): void {
		const { personId } = editor.options;
		if (this.#random.chance(0.6)) this.#forgoUnkept(editor, () => editor.reload());
		else if (open < 7 && this.#random.chance(0.6)) this.#open(personId).connect();
		else if (open > 2) this.#forgoUnkept(editor, () => editor.quit());
	}

	/** What a closed page alone had, and neither its copy nor the database, is given up; the judge knows what was said to be saved. */
	#forgoUnkept(editor: SimulatedEditor, close: () => void): void {
		const typed = editor.text.toJSON();
		close();
		const kept = editor.isGone ? '' : editor.text.toJSON();
		for (const letter of typed) {
			const known = this.#judge.letters.get(letter);
			if (known?.personId === editor.options.personId && !kept.includes(letter)) {
				known.isForgone = true;
			}
		}
		this.#judge.changed(editor);
	}

	#troubleProcess(): void {
		const process = this.#process;
		if (!process?.isOpen) return;
		const points = { 'before-insert': 2, 'after-insert': 1, 'after-commit': 3 };
		const end = this.#random.weighted({ ...points, 'before-broadcast': 3, now: 2, stop: 2 });
		this.#lastAct = end;
		if (end === 'now') process.crash();
		else if (end === 'stop') void process.stop();
		else process.crashPoint = end;
	}

	#troubleStore(): void {
		const random = this.#random;
		this.#storeFaults.pausedUntil =
			this.#clock.now() + random.between(0, random.pick([300, 12_000]));
	}

	#changeRights(editor: SimulatedEditor): void {
		const { personId, documentId } = editor.options;
		const document = this.#disk.get(documentId);
		switch (this.#random.weighted({ freeze: 1, open: 2, demote: 2, promote: 4 })) {
			case 'freeze':
				document.state = 'frozen';
				return;
			case 'open':
				document.state = 'open';
				return;
			case 'demote':
				this.#rights.set(personId, 'comment');
				return;
			case 'promote':
				this.#rights.delete(personId);
				return;
		}
	}

	#open(personId: string): SimulatedEditor {
		const random = this.#random;
		const editor: SimulatedEditor = new SimulatedEditor({
			name: `${personId}/${this.#editors.length}`,
			documentId: random.pick(this.#documents),
			personId,
			ours: random.chance(0.75),
			keeps: random.chance(0.7),
			clock: this.#clock,
			random,
			witness: this.#judge,
			connect: (browser) => this.#connect(browser)
		});
		this.#editors.push(editor);
		if (this.#process) return editor;
		this.#clock.after(random.between(0, 1000), () => editor.connect());
		return editor;
	}

	#connect(editor: SimulatedEditor): SimulatedLink | null {
		const process = this.#process;
		if (!process?.isOpen) return null;
		this.#connections++;
		const { documentId, personId, ours } = editor.options;
		const faults = this.#isStormy && !ours ? this.#lines.lossy : this.#lines.stream;
		const link = new SimulatedLink(this.#clock, this.#random, faults);
		process.accept(link, editor, {
			documentId,
			actor: { accountId: personId, sessionId: personId, personId, publicName: personId },
			knowsUs: ours,
			epoch: ours ? 1 : null
		});
		return link;
	}

	#rightOf(personId: string): DocumentRight {
		return personId.startsWith('reader') ? 'read' : (this.#rights.get(personId) ?? 'write');
	}

	#start(): void {
		this.#process = new SimulatedProcess({
			disk: this.#disk,
			clock: this.#clock,
			random: this.#random,
			faults: this.#storeFaults,
			log: { moment: () => undefined, failure: () => undefined },
			rightOf: (personId) => this.#rightOf(personId)
		});
	}

	/** The one who watches the process starts another. */
	#restartLater(): void {
		this.#crashes++;
		this.#process = null;
		this.#judge.coldLoad();
		this.#clock.after(this.#random.between(10, 3000), () => this.#start());
	}

	/** Everything is well again: all must come together. */
	async #heal(): Promise<void> {
		this.#lastAct = 'healing';
		this.#isStormy = false;
		this.#rights.clear();
		Object.assign(this.#storeFaults, { refuses: 0, forgets: 0, latency: 5, pausedUntil: 0 });
		Object.assign(this.#lines.lossy, { loses: 0 });
		for (const document of this.#disk.documents.values()) document.state = 'open';
		if (this.#process) this.#process.crashPoint = null;
		await this.#pass(20_000);
		for (const editor of this.#editors) {
			editor.isOnline = true;
			if (!editor.options.ours) editor.disconnect();
			editor.connect();
		}
		await this.#pass(60_000);
		this.#judge.together(this.#editors);
		this.#judge.coldLoad();
	}
}
