import type { UiWords } from './ui.fr.ts';

export const ui = {
	optional: 'optional',
	atMost: (characters: string) => `${characters} characters at most.`,
	error: 'Error: ',
	errors: (count: number) =>
		count > 1 ? `${count} answers need correcting` : 'One answer needs correcting',
	nothingLost: 'Nothing is lost: everything you wrote is still in the form.',
	choose: 'Choose from the list',
	personalData: 'Your personal data',
	skip: 'Skip to content',
	menu: 'Menu',
	mainNavigation: 'Main navigation',
	footerNavigation: 'About this site',
	language: 'Language',
	telephoneHelp: 'Help by telephone',
	breadcrumb: 'Breadcrumb',
	pagination: 'More of this list',
	previousPage: 'Previous page',
	nextPage: 'Next page',
	phaseDone: 'done',
	phaseCurrent: 'in progress',
	phaseUpcoming: 'to come',
	information: 'Information: ',
	success: 'Done: ',
	warning: 'Warning: ',
	danger: 'Problem: ',
	showFigures: 'Show the figures in a table',
	unknownAmount: 'amount not known',
	demoTitle: 'Fictitious data',
	demoText: 'This territory and its residents do not exist: try anything.',
	demoLink: 'Choose a person',
	demoPersonal:
		'Public demonstration: write no real name or address here. Anybody may come in, and no mail leaves.'
} satisfies UiWords;
