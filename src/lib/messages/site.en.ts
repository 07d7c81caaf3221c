import type { site as french } from './site.fr.ts';

export const site = {
	mainNavigation: 'Main navigation',
	coordinatorNavigation: 'Coordination',
	menu: 'Menu',
	nav: {
		home: 'Home',
		proposals: 'Proposals',
		polls: 'Opinions and votes',
		plan: 'The plan',
		contract: 'The contract'
	},
	coordinatorNav: {
		tasks: 'To do',
		contributions: 'Contributions',
		sheets: 'Sheets and plan',
		answers: 'Answers',
		partners: 'Partners',
		validation: 'Validation',
		settings: 'Settings'
	},
	signIn: 'Sign in',
	signOut: 'Sign out',
	account: 'My account',
	tasks: 'To do',
	coordination: 'coordination',
	demoBanner: 'Fictitious data: this territory does not exist.',
	demoLink: 'Try as another person',
	footer: {
		label: 'Footer',
		accessibility: 'Accessibility: not compliant',
		legal: 'Legal notice',
		privacy: 'Personal data',
		help: 'Help by telephone',
		source: 'Free software',
		language: 'Français'
	},
	error: {
		title: {
			403: 'This page is not open to you',
			404: 'Page not found',
			500: 'A fault on our side'
		},
		text: {
			403: 'Your account has no access to it. Nothing that you wrote is lost.',
			404: 'The address may be incomplete, or this content is not public.',
			500: 'The fault has been noted. What was saved still is. Try again in a minute.'
		},
		reference: (id: string) => `Reference to give by telephone: ${id}`,
		home: 'Back to the home page',
		follow: 'Follow my proposal'
	}
} satisfies typeof french;
