/** What the writing page shows, kept apart from the editor: its code comes when the page asks for it. */
import { LONGEST_PASTE } from './document.ts';
import type { ActiveFormats, EditorAction } from './editor-action.ts';
import type { Writing } from './editor/open-writing.ts';
import type { Presence } from './presence.ts';
import type { SaveStatus } from './save-state.ts';
import type { WritingPlace } from './writing-place.ts';

export interface WritingTarget extends WritingPlace {
	describedBy: string;
	/** The page was opened without a connection. */
	isOffline: boolean;
	/** What the page shows until the text is there. */
	standIn: HTMLElement;
	/** Called when Escape leaves the text. */
	onLeave: () => void;
}

/** Why the server closed for good, as the page says it. */
export type ClosedReason = 'signedOut' | 'forbidden' | 'renewed' | 'outdated' | 'refused';

/** What is worth a word to a screen reader; the saving of each keystroke is not. */
const LOUD: ReadonlySet<SaveStatus> = new Set(['kept', 'unkept', 'held', 'readOnly']);

export class WritingPage {
	status = $state<SaveStatus>('loading');
	/** The status is to be said as it changes. */
	isLoud = $state(false);
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
	isConnected = $state(false);
	/** The page was opened without a connection, and says so itself. */
	isOffline = $state(false);
	hasFailed = $state(false);
	isAway = $state(false);
	closed = $state<ClosedReason | null>(null);
	/** What could not be saved, to be copied. */
	setAside = $state('');
	/** What could not be saved is kept in this browser, and goes in once the page is loaded anew. */
	isKeptForLater = $state(false);
	/** Why one may only read. */
	barrier = $state<'frozen' | 'sealed' | 'notAllowed' | null>(null);
	isAskingLink = $state(false);
	isPasteRefused = $state(false);
	isByRequests = $state(false);
	isCopyRefused = $state(false);
	/** What was written offline before the text was made anew, to be copied. */
	earlierWords = $state('');
	/** What was typed as the right to write went away, to be copied. */
	heldBack = $state('');
	/** A passage that somebody else moved too, and that is there twice. */
	movedTwice = $state<string | null>(null);
	/** What was begun in the plain form before the editor was there, to be copied. */
	typedBefore = $state('');
	#standIn: HTMLElement | null = null;
	#writing: Writing | null = null;
	#earlierRead = '';
	#holding: ReturnType<typeof setTimeout> | undefined;
	#isHeldSeen = false;

	/** Opens the text in an element; gives what closes it. */
	open(mount: HTMLElement, target: WritingTarget): () => void {
		let isGone = false;
		this.#standIn = target.standIn;
		this.isOffline = target.isOffline;
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
					onEdit: () => (this.isPasteRefused = false),
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
			if (this.#writing?.saving.isAtRisk && !this.#isHeldSeen) event.preventDefault();
		};
		addEventListener('beforeunload', warn);
		return () => {
			isGone = true;
			removeEventListener('beforeunload', warn);
			clearTimeout(this.#holding);
			this.#writing?.destroy();
			this.#writing = null;
		};
	}

	/** The words of an earlier epoch were copied. */
	forgetEarlier(): void {
		this.earlierWords = '';
		void this.#writing?.forgetEarlier();
	}

	/** What was held back was copied: a text that will not take it is shown again as it is. */
	async forgetHeld(): Promise<void> {
		this.#isHeldSeen = true;
		this.heldBack = '';
		if (this.barrier === 'frozen') return;
		await this.#writing?.forget();
		location.reload();
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
		this.#tellStatus(saving.status);
		if (!this.isReady && saving.status !== 'loading') {
			this.typedBefore = this.#takeStandIn();
			this.isReady = true;
		}
		if (writing.earlierWords !== this.#earlierRead) {
			this.#earlierRead = writing.earlierWords;
			this.earlierWords = writing.earlierWords;
		}
		this.isByRequests = writing.isByRequests;
		this.isCopyRefused = writing.isCopyRefused;
		this.isConnected = saving.isConnected && saving.isLoaded;
		this.people = writing.present();
		this.isAway = writing.isAway && writing.closed === null;
		const mayWrite = saving.right === 'write';
		this.barrier = mayWrite ? null : saving.state === 'open' ? 'notAllowed' : saving.state;
		this.#hold(writing);
		if (writing.closed !== null) this.#close(writing, reasonOf(writing.closed));
	}

	#tellStatus(status: SaveStatus): void {
		if (LOUD.has(status)) this.isLoud = true;
		else if (status === 'saving' && this.status === 'saved') this.isLoud = false;
		this.status = status;
	}

	/** A word that was on its way as the right went may still be let in: a moment is waited for it. */
	#hold(writing: Writing): void {
		const isHeld = () => this.barrier !== null && writing.saving.isDirty && this.closed === null;
		if (!isHeld()) {
			this.heldBack = '';
			this.#isHeldSeen = false;
			return;
		}
		this.#holding ??= setTimeout(() => {
			this.#holding = undefined;
			if (isHeld() && !this.#isHeldSeen) this.heldBack = writing.plainText();
		}, 1000);
	}

	/** Removes what stood in for the editor; gives what was begun in its fields. */
	#takeStandIn(): string {
		const fields = [...(this.#standIn?.querySelectorAll('textarea') ?? [])];
		this.#standIn?.remove();
		const begun = fields.filter((field) => field.value !== field.defaultValue);
		return begun.map((field) => field.value).join('\n\n');
	}

	#close(writing: Writing, reason: ClosedReason): void {
		const { saving } = writing;
		// The copy may go away later still, as when one signs out in another tab.
		this.isKeptForLater = reason === 'outdated' && saving.isDirty && saving.hasCopy;
		if (saving.isDirty && !this.isKeptForLater) this.setAside ||= writing.plainText();
		if (this.closed !== null) return;
		this.closed = reason;
		this.heldBack = '';
		// Signing in again, or a newer page, brings it in; the others can never be let in, and would close
		// the door again.
		if (reason !== 'signedOut' && reason !== 'outdated') void writing.forget();
	}
}

function reasonOf(code: number): ClosedReason {
	if (code === 4401) return 'signedOut';
	if (code === 4403 || code === 4404) return 'forbidden';
	if (code === 4426) return 'outdated';
	return code === 4409 ? 'renewed' : 'refused';
}
