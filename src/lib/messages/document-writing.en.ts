import type { DocumentWritingWords } from './document-writing.fr.ts';

/** Words of the editor, apart from the others: its script fetches these alone. */
export const documentWriting = {
	empty: 'This text is empty for now.',
	plain: {
		title: (title: string) => `Edit the text: ${title}`,
		since: 'Since',
		part: (heading: string) => `Edit the part “${heading}”`,
		beginning: 'Edit the beginning of the text',
		added: 'Add a part',
		lead: 'Choose the part to edit: the others stay as they are, and other people can write in them meanwhile.',
		edit: 'Edit this part',
		editBeginning: 'Edit the beginning',
		untitled: 'without a title',
		about: (heading: string) => `: ${heading}`,
		add: 'Add a part at the end',
		heading: 'Title of the part',
		headingHint: 'Leave it empty to take the title away.',
		headingNew: 'Optional: without a title, your text follows the last part.',
		field: 'Text of the part',
		rulesTitle: 'How to write lists, quotations and titles',
		rules: [
			'Each line is a paragraph. Empty lines do not count.',
			'A hyphen and a space at the start of a line make a list; a number, a full stop and a space, a numbered one. Two spaces before indent it.',
			'A > sign and a space at the start of a line make a quotation.',
			'Two hash signs and a space (## ) at the start of a line make it the title of a new part.',
			'Bold, italics and links are not shown here. They stay on the words that you leave alone, and go to the word that replaces another.'
		],
		save: 'Save the text',
		pending: 'Your change is being saved. Reload this page in a moment.',
		saved: 'Your change is saved.',
		changedTitle: 'Somebody changed this part while you were writing',
		changedText:
			'Nothing is lost. Here is the part as it is now, then what you had written: carry your changes over to the current text and save.',
		goneTitle: 'This part is no longer in the text',
		goneText:
			'Somebody removed or renamed it. What you had written is kept here: if you save, it is added at the end of the text.',
		current: 'Current text',
		yours: 'Your text',
		frozenTitle: 'This text is frozen',
		sealedTitle: 'This text is final',
		frozenBy: (name: string) => `, by ${name}`,
		frozen: 'It can be read and commented on, not changed for now.',
		sealed: 'It is signed and changes no more.',
		keptFrozen:
			'Your words are kept below. They will go if you send them once the text is open again; copy them if you leave this page.',
		keptSealed: 'Your words are kept below: copy what you want to keep.'
	},
	copyRefused:
		'Careful, not kept: this browser refuses to keep a copy. Stay on the page until “Saved”.',
	earlierCopy:
		'You wrote this offline in a version of the text that was remade since. Copy what you want to keep.',
	typedBefore: 'What you had begun in the plain form, to be copied',
	setAsideDone: 'I have copied it, stop showing it',
	copy: 'Copy',
	copied: 'Copied.',
	copyByHand: 'The words are selected: copy them as you usually do.',
	movedTwice: 'Someone else moved the same passage: it is now twice in the text.',
	movedTwiceHint: (passage) => `“${passage}”`,
	keepFirst: 'Keep the first',
	keepSecond: 'Keep the second',
	keepBoth: 'Keep both',
	showFirst: 'Show the first',
	showSecond: 'Show the second',
	slowWay:
		'This network blocks the direct link: the text goes by ordinary requests, a little slower.',
	loading: 'The editor is loading. You can write in a moment.',
	toolbar: 'Formatting',
	toolbarHelp:
		'Escape goes from the text to the buttons, arrows from one to the next, Enter back to the text.',
	actions: {
		strong: 'Bold',
		em: 'Italic',
		h2: 'Heading',
		h3: 'Subheading',
		h4: 'Minor heading',
		bullet: 'List',
		numbered: 'List 1, 2, 3',
		outdent: 'Less indent',
		indent: 'More indent',
		quote: 'Quotation',
		link: 'Link',
		undo: 'Undo',
		redo: 'Redo'
	},
	letters: { strong: 'B', em: 'I' },
	keys: { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt', Escape: 'Esc' },
	shortcuts: 'Keyboard shortcuts',
	keyStatus: 'Know whether all is saved',
	keyLeave: 'Go from the text to the buttons',
	keyLists: 'At the start of a line, “-” or “1.” and a space begin a list, “##” a heading.',
	savesItself: 'Everything is saved as you type.',
	status: {
		loading: 'Loading…',
		saved: 'Saved',
		saving: 'Saving…',
		kept: 'Offline, kept on this device',
		unkept: 'Not saved yet: do not close this page',
		held: 'Your last words are not saved',
		readOnly: 'Read only'
	},
	present: 'Also in this text',
	alone: 'Nobody else is in this text.',
	presentCount: (count: number) =>
		count === 1 ? '1 other person in this text.' : `${count} other people in this text.`,
	andOthers: (count: number) => (count === 1 ? 'and 1 other' : `and ${count} others`),
	everyone: 'Everyone else in this text',
	away: 'The connection is lost.',
	awayKept: 'Keep writing: everything will be sent when it is back.',
	awayBefore: 'The text will open when it is back.',
	frozen: 'This text is frozen for now. You can read it.',
	sealed: 'This text is final. It no longer changes.',
	notAllowed: 'You can read this text, not change it.',
	notAllowedWhy: 'Your rights have changed. Reload the page to know why.',
	held: {
		frozen:
			'Your last words came just after the text was frozen. They will be sent by themselves when it is open again. Copy them if you leave this page.',
		sealed: 'Your last words came too late to be saved. Copy what you want to keep.',
		notAllowed: 'Your last words could not be saved. Copy what you want to keep.'
	},
	closed: {
		signedOut: 'You are signed out. Sign in again to go on.',
		forbidden: 'You can no longer change this text.',
		renewed: 'This text was made anew meanwhile. Reload the page.',
		outdated: 'This page is older than the site. Reload it to go on.',
		refused: 'A change could not be accepted. Reload the page.'
	},
	keptForLater:
		'What you wrote is kept in this browser. Once the page is reloaded, it will be sent by itself.',
	setAside: 'Your version, to copy if you want to keep it',
	reload: 'Reload the page',
	pasteRefused:
		'What you paste is too long to be taken at once. Nothing is lost: paste it in several parts.',
	offline: {
		title: 'No connection',
		copy: 'No connection: this is the copy of this computer.',
		copyText:
			'It may lack what others have written since. What you write stays here, is not saved yet, and will be sent by itself when the connection is back.',
		none: 'This text opens with a connection only: this computer has no copy of it to show you.',
		back: 'The connection is back.',
		backText: 'The text is everybody’s again, and your words are being sent to it.',
		whole: 'Back to the whole page'
	},
	linkAddress: 'Link address',
	linkHint: 'For example https://www.service-public.fr. Leave empty to remove the link.',
	linkApply: 'Set this link',
	linkRefused: 'This address is not a link that can be followed. Check it.',
	failed: 'The editor could not be loaded. Reload the page, or use the simple form.'
} satisfies DocumentWritingWords;
