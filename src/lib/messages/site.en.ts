import type { site as french } from './site.fr.ts';

export const site = {
	mainNavigation: 'Main navigation',
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
	demoLink: 'Try as another person',
	publicSite: 'See the public site',
	territories: {
		title: 'Choose a territory',
		none: 'No territory yet',
		noneHint: 'Whoever installed Parvis finds in the console an address to create the first one.'
	},
	footer: {
		accessibility: 'Accessibility: not compliant',
		legal: 'Legal notice',
		privacy: 'Personal data',
		follow: 'Follow my proposal',
		commune: 'My commune',
		lexicon: 'Acronyms explained',
		product: 'Parvis, free software (AGPL-3.0)'
	},
	home: {
		title: 'Our health is prepared here too.',
		lead: (days: number) =>
			`Residents, carers, associations, elected officials: let us prepare the local health contract together. Every proposal gets an explained answer within ${days} days.`,
		openUntil: (title: string, day: string) => `${title}: open until ${day}`,
		closed: 'No consultation is open at the moment. The plan and the answers can still be read.',
		propose: 'Give an idea',
		join: 'Join a group',
		figures: 'In figures',
		contributions: (count: number) => (count === 1 ? 'contribution' : 'contributions'),
		participants: (count: number) => (count === 1 ? 'participant' : 'participants'),
		actions: (count: number) => (count === 1 ? 'action in the plan' : 'actions in the plan'),
		answers: (count: number) => (count === 1 ? 'answer given' : 'answers given'),
		phases: 'Where does the contract stand?',
		axes: 'The themes of the contract',
		proposalCount: (count: string, many: boolean) => `${count} ${many ? 'proposals' : 'proposal'}`,
		actionCount: (count: string, many: boolean) => `${count} ${many ? 'actions' : 'action'}`,
		fates: 'What becomes of your proposals',
		fatesNone: 'The first answers will appear here, with their reasons.',
		fateOf: (title: string) => `What became of “${title}”`,
		channel: {
			online: 'Proposed online',
			paper: 'Proposed on paper',
			spoken: 'Proposed by word of mouth',
			workshop: 'Proposed in a workshop',
			import: 'Proposed by e-mail'
		},
		supports: (count: string, many: boolean) => `${count} ${many ? 'supporters' : 'supporter'}`,
		outcome: {
			retained: 'Retained',
			merged: 'Grouped with others',
			postponed: 'Postponed',
			declined: 'Not retained, with reasons',
			redirected: 'Passed on elsewhere'
		},
		action: (code: string) => `Action ${code.replace(/^FA-/, '')}`,
		allAnswers: 'All answers',
		follow: 'I already wrote: follow my proposal',
		noContract: 'The contract of this territory has not been created yet.'
	},
	help: {
		accessibility: {
			title: 'Accessibility: not compliant',
			intro:
				'This site has not been audited yet. French law therefore requires declaring it not compliant with the national accessibility reference (RGAA 4.1.2), whatever its quality.',
			sections: [
				{
					title: 'What is checked at each version',
					text: 'Every page is checked automatically (axe, WCAG 2.2 AA), by keyboard alone, without JavaScript, 320 pixels wide and in the dark theme. A tool finds only some of the defects: tell us about those you meet.'
				},
				{
					title: 'You cannot use a page',
					text: 'Call or write to the territory, at the foot of the page. You are owed an answer within a week. The content can be read to you, sent by post or typed in for you.'
				},
				{
					title: 'If no answer comes',
					text: 'You may turn to the Défenseur des droits: by free post without a stamp (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07) or by telephone on 09 69 39 00 00.'
				}
			]
		},
		legal: {
			title: 'Legal notice',
			intro: 'This is the site of a territory that prepares its local health contract.',
			sections: [
				{
					title: 'Who publishes',
					text: 'The local authority that carries the contract publishes this site and answers for what is written in its name. Its details are at the foot of every page.'
				},
				{
					title: 'Who moderates',
					text: 'The contract’s coordination reads each person’s first contribution and all testimonies before publication. Every refusal is explained to its author. Anyone may report content, without an account.'
				},
				{
					title: 'The software',
					text: 'Parvis is free software under the AGPL-3.0 licence or later. This site asks nothing of any other site: no audience measurement, no font, no map.'
				}
			]
		},
		privacy: {
			title: 'Your personal data',
			intro: 'Here is what we keep, why, and how to have it erased.',
			sections: [
				{
					title: 'What we keep',
					text: 'Your e-mail address if you give one, the public name you choose, your commune if you tell it, and what you write. A commune of under 1,000 inhabitants is never shown beside a name.'
				},
				{
					title: 'Why',
					text: 'To prepare the local health contract and to answer you: it is a task of public interest (GDPR, article 6.1.e). A health testimony needs your express consent (article 9.2.a); it is read before any publication.'
				},
				{
					title: 'For how long',
					text: 'Contributions last as long as the contract. An account lasts until you erase it. The original version of a rewritten testimony is erased after 30 days, like the text of the mail we write to you.'
				},
				{
					title: 'Your rights',
					text: 'In “My account” you can get your data or erase your account. Without an account, call the number at the foot of the page with your follow number. You may also turn to the CNIL, the French data protection authority.'
				},
				{
					title: 'Minors',
					text: 'One may write here from the age of 15. Younger people take part with an adult, without an account.'
				},
				{
					title: 'Cookies',
					text: 'One cookie keeps you signed in, another your language, another the order of lists. Nothing for advertising. If you write a text with others, this device keeps a copy of it for when the network is cut, with a cookie that says whose it is: signing out erases them, and a shared computer keeps nothing.'
				}
			]
		},
		urgent:
			'In an emergency: call 15 or 112. Suicidal thoughts, your own or someone else’s: 3114, day and night.'
	},
	offline: {
		title: 'No connection',
		text: 'This page stands in when a text that you write is opened without a connection: it looks for the copy kept on this device.'
	},
	error: {
		title: {
			400: 'What was sent cannot be read',
			403: 'This page is not open to you',
			404: 'Page not found',
			413: 'What was sent is too long',
			429: 'Too many requests in a row',
			500: 'A fault on our side',
			elsewhere: 'This was not sent from a page of Parvis',
			linkOver: 'This link no longer works'
		},
		text: {
			400: 'It arrived cut short or in an unknown form. Nothing was saved. Go back with your browser: what you wrote is still there.',
			403: 'Your account has no access to it. Nothing that you wrote is lost.',
			404: 'The address may be incomplete, or this content is not public.',
			413: 'Nothing was saved. Go back with your browser: your text is still there. Make it shorter, or send it in several parts.',
			429: 'Wait a few minutes, then try again. Nothing that was saved is lost.',
			500: 'The fault has been noted. What was saved still is. Try again in a minute.',
			elsewhere:
				'Another page tried to send something in your name. Nothing was saved. If you were writing here, go back with your browser and copy your text, then open the site again at its usual address.',
			linkOver:
				'It was used, it has expired, or it was not copied whole. If your territory is installed already, sign in from the home page. Otherwise start Parvis again with an empty database to get another link.'
		},
		reference: (id: string) => `Reference to give by telephone: ${id}`,
		home: 'Back to the home page'
	}
} satisfies typeof french;
