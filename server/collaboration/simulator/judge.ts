/** What must hold after every step of a simulation. */
import * as Y from 'yjs';
import { buildLive } from '#lib/document/server/live-text.ts';
import { TEXT, type DiskDocument, type SimulatedDisk } from './simulated-disk.ts';
import type { SimulatedEditor, Witness } from './simulated-editor.ts';

export interface Letter {
	personId: string;
	documentId: string;
	/** The client id that typed it. */
	clientId: number;
	/** Whether somebody deleted it. */
	isDeleted: boolean;
	/** Whether it was in a page that was closed before it could be saved or copied. */
	isForgone: boolean;
}

/** Letters that a simulation types, each once in a run: Han signs, which no text here begins with. */
const FIRST_LETTER = 0x4e00;

export class Judge implements Witness {
	/** Everything typed, by letter. */
	readonly letters = new Map<string, Letter>();
	readonly saves = { frames: 0, clean: 0 };
	readonly #disk: SimulatedDisk;
	readonly #isReader: (personId: string) => boolean;
	/** Whose each client id is, as the browsers know. */
	readonly #typists = new Map<number, string>();
	readonly #changed = new Set<SimulatedEditor>();
	/** By document, text by everything typed and deleted. */
	readonly #readings = new Map<SimulatedEditor, { state: string; delta: string }>();
	readonly #judged = new Map<string, number>();

	constructor(disk: SimulatedDisk, isReader: (personId: string) => boolean) {
		this.#disk = disk;
		this.#isReader = isReader;
	}

	/** Gives a letter never typed before, to be typed now by this browser. */
	newLetter(editor: SimulatedEditor): string {
		const letter = String.fromCharCode(FIRST_LETTER + this.letters.size);
		const { personId, documentId } = editor.options;
		const { clientID: clientId } = editor.live;
		this.letters.set(letter, {
			...{ personId, documentId, clientId },
			isDeleted: false,
			isForgone: false
		});
		return letter;
	}

	/** Puts down whose client id it is. */
	knows(clientId: number, personId: string): void {
		this.#typists.set(clientId, personId);
	}

	joined(editor: SimulatedEditor): void {
		this.knows(editor.live.clientID, editor.options.personId);
	}

	relayed(editor: SimulatedEditor, update: Uint8Array): void {
		this.#expectStored(editor, update, 'relayed before it was stored');
	}

	saved(editor: SimulatedEditor, updates: readonly Uint8Array[]): void {
		this.saves.frames += updates.length;
		for (const update of updates) this.#expectStored(editor, update, 'acknowledged and not stored');
	}

	clean(editor: SimulatedEditor): void {
		this.saves.clean++;
		this.#expectStored(editor, Y.encodeStateAsUpdate(editor.live), 'said saved and not stored');
	}

	changed(editor: SimulatedEditor): void {
		this.#changed.add(editor);
	}

	refused(editor: SimulatedEditor, code: number): void {
		fail(`${editor.options.name} was closed for good with ${code}`);
	}

	/** Looks at all that changed since the last step. */
	step(): void {
		for (const document of this.#disk.documents.values()) {
			if (this.#judged.get(document.id) !== document.headSeq) this.#judge(document);
		}
		for (const editor of this.#changed) this.#read(editor);
		this.#changed.clear();
	}

	/** Looks at what a new process would read. */
	coldLoad(): void {
		for (const document of this.#disk.documents.values()) {
			const delta = JSON.stringify(document.mirror.getText(TEXT).toDelta());
			for (const from of [null, ...document.snapshots]) {
				const tail = document.rows.filter((row) => row.seq > (from?.seq ?? 0));
				const parts = [...(from ? [from.state] : []), ...tail.map((row) => row.bytes)];
				const live = buildLive(parts);
				const isSame = JSON.stringify(live.getText(TEXT).toDelta()) === delta;
				live.destroy();
				if (!isSame) fail('a snapshot and its tail read otherwise than all updates');
			}
		}
	}

	/** Looks at the end, when all could come together. */
	together(editors: readonly SimulatedEditor[]): void {
		for (const editor of editors) {
			const { name, documentId, personId, ours } = editor.options;
			if (editor.isGone || this.#isReader(personId)) continue;
			const stored = this.#disk.get(documentId).mirror.getText(TEXT);
			if (JSON.stringify(editor.text.toDelta()) !== JSON.stringify(stored.toDelta())) {
				fail(`${name} did not come to the stored text`);
			}
			if (ours && editor.saving.isDirty) fail(`${name} never heard that all is saved`);
		}
		for (const [letter, known] of this.letters) {
			const { personId, documentId, isDeleted, isForgone } = known;
			const isThere = this.#disk.get(documentId).mirror.getText(TEXT).toJSON().includes(letter);
			if (this.#isReader(personId) && isThere) fail(`${letter} was typed by a reader`);
			const mustBe = !this.#isReader(personId) && !isDeleted && !isForgone;
			if (mustBe && !isThere) fail(`${letter} of ${personId} is lost`);
		}
	}

	#judge(document: DiskDocument): void {
		const { mirror, rows, clients } = document;
		const { pendingStructs, pendingDs } = mirror.store;
		if (pendingStructs !== null || pendingDs !== null) fail('what is stored rests on what is not');
		for (const row of rows.slice(this.#judged.get(document.id) ?? 0)) {
			if (row.personId !== null && this.#isReader(row.personId)) fail('a reader changed the text');
			const typist = row.clientId === null ? row.personId : this.#typists.get(row.clientId);
			if (typist !== row.personId) fail(`update ${row.seq} bears the name of another`);
			for (const { id } of Y.decodeUpdate(row.bytes).structs) {
				if (clients.get(id.client) !== this.#typists.get(id.client)) {
					fail(`letters of client ${id.client} are given to another`);
				}
			}
		}
		this.#judged.set(document.id, document.headSeq);
		this.#expectAuthors(document);
	}

	/** Every letter once, under the person who typed it. */
	#expectAuthors({ mirror, clients, id }: DiskDocument): void {
		const seen = new Set<string>();
		for (let item = mirror.getText(TEXT)._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			for (const letter of item.content.str) {
				const known = this.letters.get(letter);
				if (!known) continue;
				if (seen.has(letter)) fail(`${letter} stands twice`);
				seen.add(letter);
				if (known.documentId !== id) fail(`${letter} was typed in another document`);
				if (clients.get(item.id.client) !== known.personId) fail(`${letter} has another author`);
			}
		}
	}

	#read(editor: SimulatedEditor): void {
		if (editor.isGone) {
			this.#readings.delete(editor);
			return;
		}
		const state = Buffer.from(Y.encodeSnapshot(Y.snapshot(editor.live))).toString('base64');
		const delta = JSON.stringify(editor.text.toDelta());
		this.#readings.set(editor, { state, delta });
		for (const [other, reading] of this.#readings) {
			if (reading.state !== state || other.options.documentId !== editor.options.documentId)
				continue;
			if (reading.delta !== delta) fail('two who have the same read different texts');
		}
	}

	#expectStored(editor: SimulatedEditor, update: Uint8Array, fault: string): void {
		const { store } = this.#disk.get(editor.options.documentId).mirror;
		const { structs, ds } = Y.decodeUpdate(update);
		for (const struct of structs) {
			const end = struct.id.clock + struct.length;
			if (!(struct instanceof Y.Skip) && Y.getState(store, struct.id.client) < end) {
				fail(`${editor.options.name}: ${fault}`);
			}
		}
		for (const [client, ranges] of ds.clients) {
			for (const { clock, len } of ranges) {
				for (let at = clock; at < clock + len;) {
					if (Y.getState(store, client) <= at) fail(`${editor.options.name}: deletion ${fault}`);
					const item = Y.getItem(store, Y.createID(client, at));
					if (!item.deleted) fail(`${editor.options.name}: deletion ${fault}`);
					at = item.id.clock + item.length;
				}
			}
		}
	}
}

/** Stops the run. */
export function fail(what: string): never {
	throw new Error(what);
}
