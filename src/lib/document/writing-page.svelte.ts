/** What the writing page shows, kept apart from the editor: its code comes when the page asks for it. */
import { LONGEST_PASTE } from './document.ts';
import { earlyWords } from './early-words.ts';
import type { ActiveFormats, EditorAction } from './editor-action.ts';
import type { Writing } from './editor/open-writing.ts';
import type { Presence } from './presence.ts';
import type { SaveStatus } from './save-state.ts';

export interface WritingTarget {
	documentId: string;
	epoch: number;
	text: string;
	personId: string;
	label: string;
	describedBy: string;
	locale: string;
	sharedComputer: boolean;
	/** Called when Escape leaves the text. */
	onLeave: () => void;
}

/** Why the server closed for good, as the page says it. */
export type ClosedReason = 'signedOut' | 'forbidden' | 'renewed' | 'refused';

export class WritingPage {
	status = $state<SaveStatus>('loading');
	people = $state.raw<Presence[]>([]);
	formats = $state.raw<ActiveFormats>({
		kind: 'paragraph',
		strong: false,
		em: false,
		link: null,
		canUndo: false,
		canRedo: false
	});
	isReady = $state(false);
	hasFailed = $state(false);
	isAway = $state(false);
	closed = $state<ClosedReason | null>(null);
	/** What could not be saved, to be copied. */
	setAside = $state('');
	/** Why one may only read. */
	barrier = $state<'frozen' | 'sealed' | 'notAllowed' | null>(null);
	isAskingLink = $state(false);
	isPasteRefused = $state(false);
	isByRequests = $state(false);
	isCopyRefused = $state(false);
	/** What was written offline before the text was made anew, to be copied. */
	earlierWords = $state('');
	/** A passage that somebody else moved too, and that is there twice. */
	movedTwice = $state<string | null>(null);
	/** What was begun in the plain form before the editor was there, to be copied. */
	typedBefore = $state('');
	/** The fields that stand in the place of the editor, with what they were made with. */
	#fields: { field: HTMLTextAreaElement; made: string }[] = [];
	#writing: Writing | null = null;

	/** Opens the text in an element; gives what closes it. */
	open(mount: HTMLElement, target: WritingTarget): () => void {
		let isGone = false;
		const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
		void import('./editor/open-writing.ts')
			.then(({ openWriting }) =>
				openWriting({
					...target,
					mount,
					url: `${scheme}//${location.host}/collab`,
					longestPaste: LONGEST_PASTE,
					onChange: () => this.#read(),
					onFormats: (formats) => (this.formats = formats),
					onAskLink: () => (this.isAskingLink = true),
					onPasteRefused: () => (this.isPasteRefused = true),
					onMovedTwice: (passage) => (this.movedTwice = passage)
				})
			)
			.then((writing) => {
				if (isGone) return writing.destroy();
				this.#writing = writing;
				this.#read();
			})
			.catch(() => (this.hasFailed = true));
		const warn = (event: BeforeUnloadEvent) => {
			if (this.#writing?.saving.isAtRisk) event.preventDefault();
		};
		addEventListener('beforeunload', warn);
		return () => {
			isGone = true;
			removeEventListener('beforeunload', warn);
			this.#writing?.destroy();
			this.#writing = null;
		};
	}

	/** Knows what stands in the place of the editor until it is there; gives what forgets it. */
	watchFallback(element: HTMLElement): () => void {
		const fields = [...element.querySelectorAll('textarea')];
		this.#fields = fields.map((field) => ({ field, made: field.value }));
		return () => {
			this.#fields = [];
		};
	}

	/** The words of an earlier epoch were copied. */
	forgetEarlier(): void {
		this.earlierWords = '';
		void this.#writing?.forgetEarlier();
	}

	/** Keeps one of two moved passages, or both. */
	keepMoved(which: 'first' | 'second' | 'both'): void {
		this.#writing?.keepMoved(which);
		this.movedTwice = null;
	}

	/** Does what a button says. */
	act(action: EditorAction): void {
		this.isPasteRefused = false;
		this.#writing?.act(action);
	}

	/** Links the selection; false when the address cannot be followed. */
	link(address: string): boolean {
		const done = this.#writing?.link(address) ?? false;
		if (done) this.isAskingLink = false;
		return done;
	}

	/** Brings the keyboard back into the text. */
	focus(): void {
		this.isAskingLink = false;
		this.#writing?.focus();
	}

	#read(): void {
		const writing = this.#writing;
		if (!writing) return;
		const { saving } = writing;
		this.status = saving.status;
		if (!this.isReady && saving.status !== 'loading') {
			this.typedBefore = [earlyWords, ...this.#typed()].filter(Boolean).join('\n\n');
			this.earlierWords = writing.earlierWords;
			this.isReady = true;
		}
		this.isByRequests = writing.isByRequests;
		this.isCopyRefused = writing.isCopyRefused;
		this.people = writing.present();
		this.isAway = writing.isAway && writing.closed === null;
		const mayWrite = saving.right === 'write';
		this.barrier = mayWrite ? null : saving.state === 'open' ? 'notAllowed' : saving.state;
		if (writing.closed !== null && this.closed === null) this.#close(writing, writing.closed);
	}

	#typed(): string[] {
		return this.#fields
			.filter(({ field, made }) => field.value !== made)
			.map(({ field }) => field.value);
	}

	#close(writing: Writing, code: number): void {
		this.closed = reasonOf(code);
		if (writing.saving.isDirty) this.setAside = writing.plainText();
		// Signing in again brings it in; the others can never be let in, and would close the door again.
		if (this.closed !== 'signedOut') void writing.forget();
	}
}

function reasonOf(code: number): ClosedReason {
	if (code === 4401) return 'signedOut';
	if (code === 4403 || code === 4404) return 'forbidden';
	return code === 4409 ? 'renewed' : 'refused';
}
