import type { DocumentPagesWords } from './document-pages.fr.ts';

/** Words of the pages around a text: its history, its authors, its verification. */
export const documentPages = {
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
		lead: 'They are kept on this device only, and signing out wipes them. Open the text with a connection: they will be sent by themselves, until “Saved”. If it no longer takes them, copy what you want to keep.',
		anyway: 'Sign out and wipe',
		everywhereAnyway: 'Sign out everywhere and wipe',
		stay: 'Stay signed in'
	},
	left: {
		title: 'Words not saved yet',
		lead: 'What you wrote in a text and the site could not save stays on this device until you sign out. Nobody else sees it.',
		shared: 'On a shared computer nothing is kept: there is nothing to find here.',
		find: 'Find what you had written',
		back: (title) => `Back to the text “${title}”`,
		closed: (title) => `“${title}”, a text that you can no longer change`,
		other: 'A text that you can no longer open',
		withoutScript: 'To read these words here and copy them, JavaScript is needed.',
		field: 'The lines you wrote in',
		whole: 'See the whole text with your words',
		wholeField: 'The whole text, as it is on this device',
		send: 'Open the text to send them',
		letGo: 'Stop keeping these words',
		letGoWhy: 'They are nowhere else. This cannot be undone.',
		letGoNow: 'Wipe these words from this device',
		said: {
			none: 'This device keeps no words to copy.',
			unreadable: 'This browser could not read all that it keeps.',
			dropped: 'These words are wiped from this device.'
		}
	}
} satisfies DocumentPagesWords;
