import type { contract as french } from './contract.fr.ts';

export const contract = {
	nav: {
		label: 'The contract, its pages',
		overview: 'In short',
		signatories: 'Signatories',
		groups: 'Groups',
		calendar: 'Calendar',
		contacts: 'Whom to contact',
		lexicon: 'Lexicon'
	},
	states: {
		EMERGENCE: 'idea of a contract',
		PREFIGURATION: 'preliminary agreement',
		INVENTORY_AND_ASSESSMENT: 'inventory and assessment',
		PRIORITISATION: 'choice of priorities',
		DRAFTING: 'writing of the actions',
		CONSOLIDATION: 'consolidation',
		VALIDATION: 'validation by the signatories',
		SIGNED: 'signed',
		IMPLEMENTATION: 'under way',
		FINAL_EVALUATION: 'final evaluation',
		RENEWAL: 'preparing the next one',
		EXTENDED: 'extended',
		CLOSED: 'over'
	},
	overview: {
		title: 'The contract',
		where: 'Where is the contract?',
		facts: 'In brief',
		generation: (n: number) =>
			n === 1 ? 'first contract' : n === 2 ? 'second contract' : `contract no. ${n}`,
		generationTerm: 'Generation',
		state: 'State',
		signed: 'Signed on',
		runs: 'Duration',
		from: (start: string, end: string) => `from ${start} to ${end}`,
		answer: 'Answer to a proposal',
		answerDays: (days: number) => `${days} days after it was sent at the latest`,
		openWindow: 'Right now',
		openUntil: (day: string) => `until the end of ${day}`,
		audiences: {
			everyone: 'open to all, from 15 years on',
			members: 'open to members of the groups',
			professionals: 'open to professionals'
		},
		propose: 'Give an idea',
		join: 'Join a group',
		questions: 'Questions we are asked',
		dates: 'Next dates',
		allDates: 'The whole calendar',
		groups: 'Groups open to all',
		allGroups: 'All groups',
		priorities: 'Priorities',
		prioritiesText:
			'An action of the contract meets a priority of each side: those of the regional health agency (ARS) and those of the territory.',
		sides: { ARS: 'Of the regional health agency', TERRITORY: 'Of the territory' },
		axes: 'Axes',
		plan: 'Read the action plan',
		amendments: 'Changes being prepared',
		amendmentNumber: (n: number) => `Amendment no. ${n}`,
		amendmentText: 'An amendment changes a contract that is already signed. Here is its way.',
		none: 'The contract has not begun yet',
		noneHint:
			'This page will explain the local health contract as soon as the coordination has opened it.'
	},
	amendmentStates: {
		PROPOSED: 'Proposed',
		IMPACT_CHECKED: 'Effects checked',
		COTECH_OPINION: 'Opinion of the technical committee',
		COPIL_DECIDED: 'Decision of the steering committee',
		DELIBERATED: 'Deliberations',
		SIGNED_BY_CONCERNED: 'Signature of those concerned',
		IN_FORCE: 'In force'
	},
	stepOn: (day: string) => `on ${day}`,
	signatories: {
		title: 'Who signs and who takes part',
		intro:
			'Signatories commit themselves in writing. Partners take part in the actions without signing.',
		core: 'Core signatories',
		coreText: 'They carry the contract together.',
		associated: 'Co-signatories',
		associatedText: 'They sign for what concerns them.',
		partners: 'Partners',
		commitment: 'Commits to',
		capacity: 'Signs',
		validation: 'Validation',
		signed: (day: string) => `signed on ${day}`,
		notSigned: 'not signed yet',
		none: 'The signatories are not known yet',
		noneHint: 'They will be presented here with their commitments.'
	},
	calendar: {
		title: 'Calendar',
		intro: 'Meetings, decisions and moments when one can give an opinion.',
		upcoming: 'To come',
		past: 'Past',
		none: 'No date is announced',
		noneHint: 'The next dates will be written here.'
	},
	contacts: {
		title: 'Whom to contact',
		intro:
			'For any question about the contract, a proposal or a group. For a health emergency: 15 or 112.',
		help: 'Help by telephone',
		hours: 'Hours',
		phone: 'Telephone',
		email: 'E-mail',
		none: 'No public contact yet',
		noneHint: 'You can call your town hall.'
	},
	lexicon: {
		title: 'Lexicon',
		intro: 'The acronyms of the contract, in full and in plain words.',
		none: 'The lexicon is empty',
		noneHint: 'The coordination will add the acronyms used in the contract.',
		letters: 'Go to a letter'
	},
	settings: {
		title: 'The contract',
		intro: 'Its title, dates and state. Contribution windows do not depend on it.',
		field: {
			title: 'Title',
			summary: 'In a few sentences',
			state: 'State',
			stateHint:
				'Only the states that may follow are offered. A signed contract never becomes a draft again.',
			startsOn: 'First day',
			endsOn: 'Last day',
			signedOn: 'Day of the signature',
			answerDays: 'Time to answer proposals, in days'
		},
		saved: 'The contract is saved.',
		create: 'Open a contract',
		createText: 'Give it a title. Everything else is set afterwards, and can change.',
		created: 'The contract is open.',
		count: (count: number) => (count > 1 ? `${count} entries` : count === 1 ? '1 entry' : 'empty'),
		add: 'Add',
		up: (name: string) => `Move “${name}” up`,
		down: (name: string) => `Move “${name}” down`,
		upShort: 'Up',
		downShort: 'Down',
		savedEntry: 'It is saved.',
		removed: 'It is removed.',
		remove: 'Remove',
		removeConfirm: 'Yes, remove',
		removeText: 'What depends on it goes with it, and does not come back.',
		axisRemoveText: 'Its objectives go with it. An axis that bears actions cannot be removed.',
		empty: 'Nothing here yet',
		preset: 'Start from the five axes of Occitanie',
		presetText:
			'Prevention, access to care, environmental health, mental health, citizens’ involvement. You can change everything.',
		presetApplied: 'The five axes are there. Change what has to be.',
		hiddenEntry: 'not public'
	},
	lists: {
		phases: {
			title: 'Phases',
			intro:
				'Where the contract is: they are shown on the home page. Plan the evaluation from the start.',
			one: 'Phase'
		},
		axes: {
			title: 'Axes',
			intro: 'The main subjects of the contract. Each has a colour, always with its name.',
			one: 'Axis'
		},
		objectifs: {
			title: 'Strategic objectives',
			intro: 'What each axis wants to change.',
			one: 'Strategic objective'
		},
		'objectifs-operationnels': {
			title: 'Operational objectives',
			intro: 'How to get there: actions hang on them.',
			one: 'Operational objective'
		},
		themes: {
			title: 'Themes',
			intro: 'Words to sort and search. A proposal may have several.',
			one: 'Theme'
		},
		priorites: {
			title: 'Priorities',
			intro: 'Two lists: the regional health agency’s (ARS) and the territory’s.',
			one: 'Priority'
		},
		questions: {
			title: 'Questions',
			intro: 'Those of somebody who does not know the contract, with a simple answer.',
			one: 'Question'
		},
		lexique: {
			title: 'Lexicon',
			intro: 'Each acronym in full. Other pages lead to it.',
			one: 'Acronym'
		},
		calendrier: { title: 'Calendar', intro: 'Meetings, decisions, public events.', one: 'Date' },
		avenants: {
			title: 'Amendments',
			intro: 'Changes to a signed contract. Their way is followed under “Validation”.',
			one: 'Amendment'
		},
		signataires: {
			title: 'Signatories',
			intro: 'The organisations that sign, and what they commit to.',
			one: 'Signatory'
		},
		partenaires: {
			title: 'Partners',
			intro: 'The organisations that take part without signing.',
			one: 'Partner'
		}
	},
	fields: {
		title: 'Title',
		detail: 'In one sentence',
		progress: 'Progress',
		startsOn: 'First day',
		endsOn: 'Last day',
		reference: 'Code',
		summary: 'In one or two simple sentences',
		tone: 'Colour',
		parent: 'Belongs to',
		side: 'Whose priority is it?',
		answer: 'Answer',
		acronym: 'Acronym',
		expansion: 'In full',
		explanation: 'In plain words',
		onDay: 'Day',
		place: 'Place',
		public: 'Show this date to everyone',
		number: 'Number',
		purpose: 'What it changes, and why',
		organisationId: 'Organisation',
		tier: 'Place',
		capacity: 'Who signs, in what capacity',
		commitment: 'What it commits to',
		validation: 'How it validates',
		signedOn: 'Day of its signature',
		kind: 'Field',
		contribution: 'What it brings'
	},
	hints: {
		reference: 'For example A1, OS1.1 or OO1.1.1.',
		validation: 'For example: deliberation of the community council.',
		capacity: 'For example: the president.',
		answer: 'Short sentences. Leave an empty line between two paragraphs.'
	},
	choices: {
		progress: { done: 'done', current: 'in progress', upcoming: 'to come' },
		tone: {
			pine: 'pine green',
			plum: 'plum',
			sky: 'sky blue',
			gorse: 'gorse yellow',
			brick: 'brick',
			neutral: 'grey'
		},
		side: { ARS: 'regional health agency (ARS)', TERRITORY: 'territory' },
		tier: { CORE: 'core signatory', ASSOCIATED: 'co-signatory' }
	},
	windows: {
		title: 'Contribution windows',
		intro:
			'A question put for a while, to whom you wish. They do not depend on the state of the contract: an amendment is prepared just as well.',
		add: 'Open a window',
		addTitle: 'New window',
		open: 'open',
		upcoming: 'to come',
		over: 'over',
		period: (from: string, to: string) => `from ${from} to the end of ${to}`,
		field: {
			title: 'Name',
			question: 'The question put',
			questionHint: 'A short question that everyone understands.',
			description: 'A few words of explanation',
			audience: 'Who may answer?',
			opensOn: 'Opens on',
			closesOn: 'Last day',
			closesOnHint: (zone: string) => `This day is included, until midnight (${zone}).`,
			axisIds: 'On which axes?',
			axisIdsHint: 'None ticked: all axes.',
			amendmentId: 'For which amendment?',
			noAmendment: 'None'
		},
		saved: 'The window is saved.',
		removed: 'The window is deleted.',
		remove: 'Delete this window',
		removeText:
			'Only a window that received nothing can be deleted. Otherwise change its last day.',
		removeConfirm: 'Yes, delete this window',
		none: 'No window',
		noneHint: 'As long as no window is open, nobody can propose.'
	},
	validation: {
		title: 'Validation',
		intro: 'Who validated and signed, and where the amendments are.',
		signature: 'Signature of the contract',
		signedCount: (title: string, signed: number, all: number) =>
			`${title}: ${signed} of ${all} have signed.`,
		caption: 'Signatories, their validation and signature',
		organisation: 'Organisation',
		place: 'Place',
		how: 'Validation',
		signed: 'Signature',
		edit: 'Edit',
		editOf: (name: string) => `Edit ${name}`,
		amendments: 'Amendments',
		next: (step: string) => `Move to the step: ${step}`,
		nextOn: 'Day on which this step was passed',
		advance: 'Note this step',
		advanced: 'The step is noted.',
		noWayBack: 'A step that is noted is not taken back: it stays in the history.',
		inForce: 'This amendment is in force.',
		none: 'Nothing to validate yet',
		noneHint: 'Add the signatories under “Partners” and the amendments under “Settings”.'
	},
	issues: {
		axis_unknown: 'This axis is not in this contract, or no longer is. Choose another one.',
		theme_unknown: 'One of these themes is no longer in this contract. Choose again.',
		amendment_unknown:
			'This amendment does not exist, or no longer does. Choose another one, or none.',
		progress_required: 'Say how far this phase has come.',
		tone_required: 'Choose a colour.',
		side_required: 'Say whose priority this is.',
		tier_required: 'Say what place this signatory has.',
		state_required: 'Say how far the contract has come.',
		audience_required: 'Say who may answer.',
		title_required: 'Give a title.',
		reference_required: 'Give a short code, for example A1.',
		parent_required: 'Choose what this objective belongs to.',
		answer_required: 'Write the answer to this question.',
		acronym_required: 'Write the acronym.',
		expansion_required: 'Write the acronym in full.',
		day_required: 'Choose a day.',
		day_invalid: 'This date does not exist. Example: 15/01/2027.',
		number_range: 'Write a number from 1 to 99.',
		organisation_required: 'Choose an organisation.',
		question_required: 'Write the question put.',
		ends_before_start: 'The last day is before the first.',
		closes_before_opening: 'The last day is before the opening.',
		answer_days_range: 'Write a number of days, from 1 to 730.',
		state_not_next: 'The contract cannot go to this state directly.',
		signed_without_day: 'Give the day of the signature.',
		under_way: 'A contract is already under way in this territory.',
		has_axes: 'This contract already has axes.',
		stale: 'Someone changed this in the meantime. Read the page again, then retry.',
		taken: 'Another entry of this list already has this value.',
		too_many: 'This list is full: 300 entries at most.',
		in_use: 'Actions hang on it: move them first.',
		window_used:
			'Contributions arrived through this window: it can no longer be deleted. Change its last day to close it.',
		amendment_moved: 'This step has already been noted. Read the page again.'
	}
} satisfies typeof french;
