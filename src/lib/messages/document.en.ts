import type { DocumentWords } from './document.fr.ts';

/** Words of the writing page. */
export const document = {
	issues: {
		section_changed:
			'Somebody changed this part while you were writing. Your words are kept below.',
		section_empty: 'Write a title or one line at least.',
		section_long: 'This part is too long to be sent at once. Cut it into several parts.',
		text_empty: 'Not a word would be left to read. Write one line at least.',
		label_required: 'Give this version a name.',
		no_moment: 'This moment is no longer kept. Choose another one.',
		damaged: 'This text cannot be read whole at the moment. Nothing was changed.',
		frozen: 'This text is frozen: reopen it before changing it.',
		sealed: 'This text is final. It can no longer be changed.',
		frozen_now:
			'This text has just been frozen: it takes nothing for now. Your words are kept here; send them when it is open again.',
		sealed_now:
			'This text has just been signed: it is final and can no longer be changed. Your words are kept here; copy what you want to keep.',
		pending:
			'An edit that was asked is not made in this text yet. Wait a few seconds, then try again.',
		nothing_to_compact: 'There is no detail older than 90 days to remove yet.'
	},
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
	texts: { body: 'The text', context: 'The context', description: 'The description' },
	home: { proposal: 'Proposals', 'action-sheet': 'The plan' },
	unknownAuthor: 'unknown author',
	history: {
		link: 'History of the text',
		title: 'History',
		titleOf: (title) => `History: ${title}`,
		lead: 'Who wrote, when, and what changed. Going back to an earlier state is one more edit: what was written meanwhile stays in the history.',
		sittings: 'Writing sessions',
		noSittings: 'The detail of what was written is no longer kept.',
		from: 'From',
		to: 'to',
		by: 'By',
		seeChange: 'See what changed',
		seeChangeOf: (when) => `See what changed, ${when}`,
		start: 'First version',
		older: 'Older sessions',
		versions: 'Versions',
		noVersions: 'No version has a name yet.',
		named: (label) => `“${label}”`,
		restoredBy: 'Return to an earlier state',
		sealedVersion: 'Final version',
		compareNow: 'Compare with now',
		nameTitle: 'Name the present state',
		nameLabel: 'Name of the version',
		nameHint: 'For example: before the steering committee of 3 December.',
		nameSave: 'Keep this version',
		compareTitle: 'Compare two moments',
		compareFrom: 'From the moment',
		compareTo: 'to the moment',
		compare: 'Compare',
		now: 'Now',
		stateTitle: 'Openness of the text',
		state: {
			open: 'The text is open: those who have the right may change it.',
			frozen: 'The text is frozen: one may read it and comment on it, not change it.',
			sealed: 'The text is final. It can no longer be changed.'
		},
		freeze: 'Freeze the text',
		freezeHint: 'People who are writing now will be told, and their page will become read-only.',
		reopen: 'Reopen the text',
		compactTitle: 'Lighten the history',
		compactHint:
			'Removes the detail of what was written more than 90 days ago: what had been deleted from the text is gone for good. The text, the named versions and the names of the authors stay. This cannot be undone.',
		compact: 'Remove the old detail',
		done: {
			nom: 'The version is kept.',
			retabli:
				'The text goes back to the chosen state. This is under way: it will show in a moment.',
			fige: 'The text is frozen.',
			rouvert: 'The text is open again.',
			allege: 'The old detail is removed.'
		}
	},
	comparison: {
		title: 'What changed',
		titleOf: (title) => `What changed: ${title}`,
		between: 'Between',
		and: 'and',
		beginning: 'the beginning',
		now: 'the current text',
		sealed: 'the final version',
		count: (added, removed) =>
			`${added} ${added === 1 ? 'word' : 'words'} added, ${removed} ${removed === 1 ? 'word' : 'words'} removed.`,
		same: 'No word changed.',
		added: 'added:',
		removed: 'removed:',
		end: 'end',
		key: 'What was added is underlined, what was removed is struck through. The sign ¶ stands for a line end that was added or removed.',
		unchanged: (count) => (count === 1 ? '1 unchanged line' : `${count} unchanged lines`),
		gone: 'The detail of one of these two moments is no longer kept.',
		restore: 'Go back to this earlier state',
		restoreHint:
			'The text will read again as at the first of the two moments. What was written since stays in the history.'
	},
	authors: {
		link: 'Who wrote what',
		title: 'Who wrote what',
		titleOf: (title) => `Who wrote what: ${title}`,
		lead: 'Each passage is followed by the name of whoever typed it. A passage that was cut and pasted elsewhere stays its author’s.',
		uncertain: 'author uncertain',
		placedBy: (name) => `author uncertain, placed by ${name}`,
		empty: 'This text is empty.',
		all: (names) => `Wrote in this text: ${names}.`
	},
	verification: {
		title: 'Checking the texts',
		intro: 'Check that all texts are whole, and see what is wrong.',
		lead: 'This page reads the texts and changes nothing.',
		allWell: 'All is well.',
		problems: (count) =>
			count === 1 ? '1 text needs your attention.' : `${count} texts need your attention.`,
		checked: (from, to, all) => `Texts ${from} to ${to} of ${all} read in full.`,
		next: 'Read the next texts',
		first: 'Back to the beginning',
		checks: {
			damaged: 'Reported on opening: a row cannot be read, the text is read-only',
			gap: 'An update is missing from the sequence',
			pending: 'Updates wait for what comes before them',
			checksum: 'A stored update is no longer the one that was written',
			unreadable: 'An update cannot be read',
			drift: 'What visitors read is not the text',
			snapshot: 'A copy of the state is not the one that was written',
			intent: 'An edit that was asked for has waited for more than a minute'
		},
		explained: 'What is checked',
		fromUpdate: (seq) => `from update no. ${seq} on`,
		updates: (rows) => `${rows.length === 1 ? 'update no.' : 'updates no.'} ${rows.join(', ')}`,
		unchecked: (count) =>
			count === 1
				? '1 update was written without a checksum: it can be read, but nothing proves that it is intact.'
				: `${count} updates were written without a checksum: they can be read, but nothing proves that they are intact.`,
		advice:
			'The last sound state can still be read. Change nothing by hand: tell whoever runs the server, who can take the row from a backup.'
	},
	signOut: {
		title: 'Sign out',
		unsaved: 'Some words are not saved yet.',
		lead: 'They are kept on this device only, and signing out wipes them. Open the text with a connection: they will be sent by themselves, until “Saved”.',
		back: (title) => `Back to the text “${title}”`,
		other: 'A text that you can no longer open',
		anyway: 'Sign out and wipe',
		stay: 'Stay signed in'
	},
	copyRefused:
		'Careful, not kept: this browser refuses to keep a copy. Stay on the page until “Saved”.',
	earlierCopy:
		'You wrote this offline in a version of the text that was remade since. Copy what you want to keep.',
	typedBefore: 'What you had begun in the plain form, to be copied',
	setAsideDone: 'I have copied it, stop showing it',
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
		refused: 'A change could not be accepted. Reload the page.'
	},
	closedForm: {
		title: 'This text is no longer open',
		text: 'Your version was not saved: the text was closed in the meantime. Copy what you want to keep.'
	},
	changedForm: 'Your version was not saved. Bring your changes into the current text, then save.',
	setAside: 'Your version, to copy if you want to keep it',
	reload: 'Reload the page',
	pasteRefused:
		'What you paste is too long to be taken at once. Nothing is lost: paste it in several parts.',
	linkAddress: 'Link address',
	linkHint: 'For example https://www.service-public.fr. Leave empty to remove the link.',
	linkApply: 'Set this link',
	linkRefused: 'This address is not a link that can be followed. Check it.',
	failed: 'The editor could not be loaded. Reload the page, or use the simple form.'
} satisfies DocumentWords;
