import type { moderation as french } from './moderation.fr.ts';

export const moderation = {
	title: 'Contributions',
	lead: 'All contributions. Those to be read first.',
	view: 'Show',
	views: {
		toRead: 'To be read',
		all: 'All',
		RECEIVED: 'Received',
		RETURNED: 'Returned',
		REDIRECTED: 'Passed on',
		HELD_PRIVACY: 'Set aside',
		PUBLISHED: 'In debate',
		MERGED_INTO: 'Grouped',
		RETAINED: 'Retained',
		POSTPONED: 'Postponed',
		REJECTED: 'Not retained',
		WITHDRAWN: 'Withdrawn'
	},
	toReadCount: (count: number, written: string) =>
		count > 1
			? `${written} contributions to be read`
			: count === 1
				? 'One contribution to be read'
				: 'Everything has been read',
	channel: 'Arrival',
	filter: 'Show',
	emptyTitle: 'Everything has been read',
	emptyText: 'New contributions will show here.',
	noneTitle: 'No contribution matches',
	noneText: 'Try another filter.',
	receivedOn: 'Received on',
	read: 'Read',
	open: 'Open',
	enter: 'Enter a sheet',
	testimony: 'Testimony',
	page: {
		title: (number: number) => `Contribution no. ${number}`,
		received: 'The text received',
		hints: 'To be checked',
		hintsLead: 'Found automatically, on this server, without certainty. Yours to judge.',
		noHints: 'No personal or health detail was found. Read it all the same.',
		author: 'Author',
		reply: 'Answer asked for',
		followNumber: 'Follow-up number',
		sentBy: 'Arrival',
		consent: 'Agreement',
		consents: {
			form: 'given online',
			written: 'written',
			spoken: 'given in person',
			group: 'given by the group'
		},
		history: 'Decisions of reading',
		decisions: {
			published: 'Published',
			returned: 'Returned to its author',
			redirected: 'Passed on',
			held: 'Set aside'
		},
		rewritten: 'rewritten version',
		by: (name: string) => `by ${name}`,
		publish: 'Publish',
		publishLead:
			'Publish the text as it is, or rewrite it for the general interest: the original is then kept apart and erased in 30 days. The author is told.',
		publishButton: 'Publish this text',
		classify: 'Classify',
		classifyButton: 'Save the classification',
		summary: 'Summary in plain words',
		summaryHint: 'Optional. It shows in lists.',
		axis: 'Axis',
		noAxis: 'No axis yet',
		commune: 'Commune concerned',
		body: 'Group that follows it',
		noBody: 'No group',
		themes: 'Themes',
		openWriting: 'Anyone identified may edit this text',
		returnTitle: 'Return to the author',
		returnLead: 'The author reads your reason and may take the text up again.',
		returnButton: 'Return to the author',
		reason: 'Reason, told to the author',
		redirectTitle: 'Pass on elsewhere',
		redirectLead: 'For what is not for the contract: say to whom, and why.',
		redirectedTo: 'Passed on to',
		redirectButton: 'Pass on',
		holdTitle: 'Set aside to protect somebody',
		holdLead:
			'The text is hidden at once. Call the author within 24 hours, write a version of general interest together, then publish it.',
		note: 'Note for the coordination',
		noteHint: 'Who calls back, and when. Do not copy any health detail here.',
		holdButton: 'Set aside',
		original: 'Original text, kept apart',
		originalErase: 'Erased on',
		originalErased: 'The original text has been erased.',
		seePublic: 'See the public page',
		saved: 'Saved.'
	},
	sensitive: {
		email: 'E-mail address',
		phone: 'Telephone number',
		professional_name: 'Name of a person',
		family_name: 'Relative named',
		medicine: 'Medicine',
		diagnosis: 'Illness or state of health',
		school: 'Class and place of schooling'
	}
} satisfies typeof french;
