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
	suspension: {
		title: 'Suspensions',
		intro: 'Who can no longer write here, why and until when.',
		lead: 'A suspended person reads all that they read as a resident. They can no longer propose, comment, support, vote or change a text. It is a last resort: hiding a comment or freezing a text is often enough.',
		running: 'Suspended people',
		noneRunning: 'Nobody is suspended',
		noneRunningHint: 'To suspend somebody, open the page of people and search their name.',
		choose: 'Search a person',
		past: 'Suspensions that are over',
		since: 'Since',
		until: 'Until',
		untilLiftedShort: 'the coordination lifts it',
		ground: 'Ground',
		facts: 'The facts',
		by: 'Decided by',
		from: 'From',
		to: 'to',
		liftedBy: (name: string) => `lifted by ${name}`,
		endedAlone: 'ended by itself',
		see: (name: string) => `See the suspension of ${name}`,
		suspend: (name: string) => `Suspend ${name}`,
		of: (name: string) => `Suspension of ${name}`,
		runs: 'This person is suspended.',
		formLead:
			'The person receives an e-mail with the ground, the facts that you describe and how to contest. What they wrote stays, their votes and supports still count. If they have a text open, it becomes read-only within two seconds.',
		groundLegend: 'On what ground?',
		reason: 'The facts, told to the person',
		reasonHint:
			'What was written, where and when, and what was already asked. Do not name who reported it, nor anybody’s health.',
		endsOn: 'Last day, if there is one',
		endsOnHint:
			'The suspension ends that day at midnight. Without a date, it lasts until you lift it.',
		submit: 'Suspend this person',
		lift: 'Lift the suspension',
		liftLead: 'The person can write again at once. An e-mail tells them.',
		oneself: 'This is you: nobody suspends themselves.',
		done: {
			suspendue: 'The person is suspended. An e-mail tells them.',
			levee: 'The suspension is lifted. An e-mail tells the person.'
		},
		own: {
			title: 'Your account is suspended',
			banner: 'Your account is suspended here: you can read, not write.',
			why: 'Why, until when and how to contest',
			notTitle: 'Your account is not suspended',
			not: 'You can read and write here.',
			home: 'Back to the home page',
			unknown: 'The reason is not written here. Ask the coordination for it.',
			mayTitle: 'What you can do, and cannot',
			contestTitle: 'If you do not agree'
		},
		untilDay: (day: string) => `The suspension ends by itself on ${day}.`,
		untilLifted: 'It lasts until the coordination lifts it.',
		may: 'You can read, report content, leave a group, download your data and delete your account.',
		mayNot: 'You can no longer propose, comment, support, vote or change a text.',
		stays: 'What you wrote stays. Your votes and supports already given still count.',
		contest: (phone: string, email: string) =>
			`This decision was taken by a person, not by a machine. You can ask, within six months, for another person to review it${phone || email ? ': ' : '.'}${[phone, email].filter(Boolean).join(' or ')}${phone || email ? '.' : ''}`,
		beyond: 'You can also turn to the Défenseur des droits or the administrative court.',
		mail: {
			subject: (territory: string) => `Your account is suspended – ${territory}`,
			greeting: 'Hello,',
			decided: (territory: string) =>
				`The coordination of ${territory} has suspended your account.`,
			ground: (ground: string) => `Ground: ${ground}.`,
			facts: (reason: string) => `The facts, as it describes them: ${reason}`,
			link: 'Read this decision again:',
			liftedSubject: (territory: string) => `Your account is no longer suspended – ${territory}`,
			lifted: (territory: string) =>
				`The coordination of ${territory} has lifted the suspension of your account. You can write again.`,
			liftedLink: 'Back to the site:',
			footer: (territory: string) => `Parvis, the local health contract of ${territory}.`
		}
	},
	issues: {
		suspended:
			'Your account is suspended here: you can read, not write. The reason and how to contest are on the page “My account”.',
		ground_required: 'Choose a ground.',
		reason_required: 'Describe the facts: the person must know what they are reproached with.',
		reason_too_long: 'This description is too long: 2,000 characters at most.',
		end_malformed: 'This day is not in the calendar.',
		end_past: 'This day is past. Choose today or later, or leave it empty.',
		not_oneself: 'Nobody suspends themselves. Ask another person of the coordination.',
		already_suspended:
			'This person is suspended already. Lift that suspension first to decide another.',
		not_suspended: 'This person is not suspended, or no longer.'
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
