/** Everything that is loaded only when someone writes: the connection and the editor, as the page uses them. */
import type { Command } from 'prosemirror-state';
import { toDelta } from '../delta.ts';
import type { ActiveFormats, EditorAction } from '../editor-action.ts';
import { toPlainText } from '../plain-text.ts';
import type { Presence } from '../presence.ts';
import type { SaveState } from '../save-state.ts';
import { indent, setLink, toggleEm, toggleKind, toggleStrong } from './commands.ts';
import { createEditor, type TextEditor } from './create-editor.ts';
import { dropPlace, keepPlace } from './offline-places.ts';
import { LiveDocument, type LiveOptions } from './provider.ts';

export interface WritingOptions extends LiveOptions {
	mount: HTMLElement;
	describedBy: string;
	longestPaste: number;
	onFormats: (formats: ActiveFormats) => void;
	onEdit: () => void;
	onAskLink: () => void;
	onLeave: () => void;
	onPasteRefused: () => void;
	onMovedTwice: (passage: string | null) => void;
}

export interface Writing {
	readonly saving: SaveState;
	readonly isAway: boolean;
	readonly closed: number | null;
	readonly isByRequests: boolean;
	readonly isCopyRefused: boolean;
	readonly earlierWords: string;
	/** Removes these, once copied. */
	forgetEarlier(): Promise<void>;
	present(): Presence[];
	act(action: EditorAction): void;
	/** Links the selection; false when the address is none that we let people follow. */
	link(address: string): boolean;
	keepMoved(which: 'first' | 'second' | 'both'): void;
	focus(): void;
	/** The text as it is in this browser, to be copied when it could not be saved. */
	plainText(): string;
	/** Removes the copy in this browser. */
	forget(): Promise<void>;
	destroy(): void;
}

const COMMANDS: Partial<Record<EditorAction, Command>> = {
	strong: toggleStrong,
	em: toggleEm,
	h2: toggleKind('h2'),
	h3: toggleKind('h3'),
	h4: toggleKind('h4'),
	bullet: toggleKind('bullet'),
	numbered: toggleKind('numbered'),
	quote: toggleKind('quote'),
	indent: indent(1),
	outdent: indent(-1)
};

/** Opens a text for writing. The editor appears once the text is there, never empty before. */
export async function openWriting(options: WritingOptions): Promise<Writing> {
	let editor: TextEditor | null = null;
	let isOfflineKept = false;
	const document = new LiveDocument({ ...options, onChange: changed });
	const text = document.live.getText(options.text);

	function changed(): void {
		const { saving, closed } = document;
		if (!editor && (saving.status !== 'loading' || text.length > 0)) {
			editor = createEditor({
				...options,
				// Its signs are those of the language that the text is in.
				locale: options.lang ?? options.locale,
				lang: options.lang ?? undefined,
				text,
				awareness: document.provider.awareness,
				editable: saving.right === 'write'
			});
		}
		editor?.setEditable(saving.right === 'write' && closed === null);
		keepOffline();
		options.onChange();
	}

	/** Once the text is here and kept, it opens without a connection too; never again once the server refused. */
	function keepOffline(): void {
		const { saving, closed } = document;
		const isWanted = closed === null && saving.isLoaded && saving.hasCopy;
		if (isWanted === isOfflineKept || (closed === null && !isWanted)) return;
		isOfflineKept = isWanted;
		// A browser that refuses keeps its word: then the text opens with a connection only.
		(isWanted ? keepPlace(options) : dropPlace()).catch(() => {});
	}

	await document.open();
	return {
		saving: document.saving,
		get isAway() {
			return document.isAway;
		},
		get closed() {
			return document.closed;
		},
		get isByRequests() {
			return document.isByRequests && document.saving.isConnected;
		},
		get isCopyRefused() {
			return document.isCopyRefused;
		},
		get earlierWords() {
			return document.earlier?.words ?? '';
		},
		forgetEarlier: () => document.forgetEarlier(),
		present: () => document.present(),
		act(action) {
			if (action === 'undo') editor?.undo();
			else if (action === 'redo') editor?.redo();
			else if (action === 'link') options.onAskLink();
			else {
				const command = COMMANDS[action];
				if (command) editor?.run(command);
			}
		},
		link: (address) => editor?.run(setLink(address)) ?? false,
		keepMoved: (which) => editor?.keepMoved(which),
		focus: () => editor?.focus(),
		plainText: () => toPlainText(toDelta(text.toDelta())),
		forget: () => document.forget(),
		destroy() {
			editor?.destroy();
			document.destroy();
		}
	};
}
