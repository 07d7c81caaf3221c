import type { DocumentWords } from './document.fr.ts';

/** Words of the writing page. */
export const document = {
	loading: 'The text is loading…',
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
	status: {
		loading: 'Loading…',
		saved: 'Saved',
		saving: 'Saving…',
		kept: 'Offline, kept on this device',
		unkept: 'Not saved yet: do not close this page',
		readOnly: 'Read only'
	},
	present: 'Also in this text',
	alone: 'Nobody else is in this text.',
	presentCount: (count: number) =>
		count === 1 ? '1 other person in this text.' : `${count} other people in this text.`,
	away: 'The connection is lost.',
	awayKept: 'Keep writing: everything will be sent when it is back.',
	frozen: 'This text is frozen for now. You can read it.',
	sealed: 'This text is final. It no longer changes.',
	notAllowed: 'You can read this text, not change it.',
	closed: {
		signedOut: 'You are signed out. Sign in again to go on.',
		forbidden: 'You can no longer change this text.',
		renewed: 'This text was made anew meanwhile. Reload the page.',
		refused: 'A change could not be accepted. Reload the page.'
	},
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
