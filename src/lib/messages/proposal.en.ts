import type { proposal as french } from './proposal.fr.ts';

export const proposal = {
	headings: { forWhom: 'For whom', location: 'Where' },
	state: {
		RECEIVED: 'Received, to be read',
		RETURNED: 'Returned to its author',
		REDIRECTED: 'Passed on elsewhere',
		HELD_PRIVACY: 'Set aside to protect somebody',
		PUBLISHED: 'In debate',
		MERGED_INTO: 'Grouped',
		RETAINED: 'Retained',
		POSTPONED: 'Postponed',
		REJECTED: 'Not retained',
		WITHDRAWN: 'Withdrawn by its author'
	},
	kind: { idea: 'Idea', testimony: 'Testimony', opinion: 'Opinion' },
	channel: {
		online: 'Written online',
		paper: 'Received on paper',
		spoken: 'Told in person',
		workshop: 'Said in a workshop',
		import: 'Taken from another consultation'
	},
	enteredBy: (name: string) => `entered by ${name}`,
	college: {
		resident: 'Resident',
		professional: 'Professional',
		elected: 'Elected or institution',
		citizen_committee: 'Citizens’ committee'
	},
	supports: (count: number, written: string) =>
		count > 1 ? `${written} supports` : count === 1 ? '1 support' : 'No support yet',
	comments: (count: number, written: string) =>
		count > 1 ? `${written} comments` : count === 1 ? '1 comment' : 'No comment',
	by: (names: string) => `By ${names}`,
	numbered: (number: number) => `Proposal no. ${number}`,
	list: {
		title: 'Proposals',
		lead: 'What residents, professionals and elected people propose, and what becomes of it.',
		propose: 'Propose an idea',
		follow: 'Follow my proposal',
		tabs: 'Proposals',
		open: 'In debate',
		answered: 'Answers',
		search: 'Look for words',
		axis: 'Axis',
		theme: 'Theme',
		commune: 'Commune',
		body: 'Group',
		state: 'State',
		any: 'All',
		anyCommune: 'All',
		sort: 'Order',
		sorts: {
			fair: 'Fair',
			recent: 'Latest',
			supported: 'Most supported'
		},
		fairNote:
			'Fair order: drawn at random, the same at each of your visits. Each proposal has its chance to be on top.',
		apply: 'Show',
		clear: 'Clear the filters',
		filters: 'More filters',
		count: (count: number, written: string) =>
			count > 1 ? `${written} proposals` : count === 1 ? '1 proposal' : 'No proposal',
		countMore: (written: string) => `More than ${written} proposals`,
		backToStart: 'Back to the start of the list',
		emptyTitle: 'No proposal yet',
		emptyText: 'Yours may be the first.',
		emptyAnsweredTitle: 'No answer published yet',
		emptyAnsweredText: 'Each proposal gets an answer with its reasons. It will show here.',
		noneTitle: 'No proposal matches',
		noneText: 'Try other words, or clear the filters.',
		noContract: 'The contract of this territory has not begun yet.'
	},
	write: {
		title: 'Propose an idea',
		lead: 'Write first. You will then say how to get the answer.',
		step: (number: number) => (number === 3 ? 'Last step' : `Step ${number}`),
		window: 'Which question are you answering?',
		oneWindow: 'The question',
		until: 'Open until',
		included: 'included',
		ideaTitle: 'Your idea in one sentence',
		ideaTitleHint: 'For example: a bus on Thursdays to the health centre.',
		what: 'What do you propose?',
		whatHint: 'What goes wrong, what you would do. A few sentences are enough.',
		forWhom: 'For whom?',
		forWhomHint: 'For example: older people without a car.',
		location: 'Where?',
		locationHint: 'A place, a neighbourhood, a road.',
		commune: 'Commune concerned',
		noCommune: 'The whole territory, or I do not know',
		axis: 'Axis of the contract',
		noAxis: 'I do not know',
		themes: 'Themes',
		testimony: 'I am telling something that I lived through',
		testimonyHint:
			'A testimony is always read before it is published. Write nobody else’s name or illness.',
		next: 'Continue',
		note: 'You need no account to write. Your text is kept for seven days on this site, then erased unless you send it.',
		kept: 'Here is what you had begun to write.',
		emergency:
			'In an emergency: 15 or 112. Suicidal thoughts: 3114, day and night, free of charge.',
		closedTitle: 'No question is open at the moment',
		closedNext: 'The next question opens on',
		closedNone: 'No date is set yet. The proposals already received can still be read.',
		closedKept: 'What you had written is kept below: you can copy it.',
		yourText: 'Your text'
	},
	similar: {
		title: 'Is one of these like your idea?',
		lead: 'Similar ideas are already in debate. If one says the same, your support gives it weight. Otherwise send yours.',
		support: 'Support this one instead',
		supportThis: (title: string) => `Support this one instead: ${title}`,
		send: 'Send mine',
		back: 'Back to my text'
	},
	answer: {
		title: 'How do you want to get the answer?',
		lead: 'Each proposal gets an answer with its reasons.',
		leadDays: (days: string) =>
			`Each proposal gets an answer with its reasons, within ${days} days.`,
		remains: 'You are signed in. One thing remains: “Send my proposal”, at the end of this page.',
		yours: 'Your proposal',
		change: 'Change the text',
		sensitiveTitle: 'Read it again before you send it',
		sensitiveText:
			'Your text may hold personal or health details. You can remove them, or send it as it is: somebody reads it before it is published.',
		by: 'Get the answer',
		email: 'By e-mail',
		emailHint: 'We send you a code to check the address. It is never shown.',
		emailAccount: (address: string) => `By e-mail, to ${address}`,
		letter: 'By letter',
		letterHint: 'Write your name and postal address below.',
		townHall: 'At the town hall',
		townHallHint: 'You read it at the desk of your town hall, with your number.',
		none: 'I want no answer',
		noneHint: 'A number will still let you see what becomes of your proposal.',
		emailField: 'E-mail address',
		addressField: 'Name and postal address',
		townHallField: 'Town hall',
		who: 'Your public name',
		name: 'Name shown with your proposal',
		nameHint: 'A pseudonym is fine. Do not give your full name if you write about health.',
		college: 'You answer as',
		age: 'I am 15 or older',
		consent:
			'I agree that my proposal is published with this name and kept for the time of the contract',
		consentKnown: (name: string) =>
			`I agree that my proposal is published under the name “${name}” and kept for the time of the contract`,
		shared: 'This computer is shared (library, town hall, work)',
		send: 'Send my proposal',
		note: 'Your address serves only to answer you. It is neither published nor passed on.',
		nothing: 'There is no text to send yet.',
		start: 'Write a proposal'
	},
	thanks: {
		title: 'Thank you, your proposal has arrived',
		number: 'Your follow-up number',
		keep: 'Write it down or print this page: with it you follow your proposal without an account.',
		nextTitle: 'What happens now?',
		read: (hours: number) =>
			`Somebody from the coordination reads your proposal before it is published, usually within ${hours} hours.`,
		published: 'Your proposal is already online: everyone can read, comment on and support it.',
		answer: (days: string) => `You will get an answer with its reasons within ${days} days.`,
		answerNone: (days: string) =>
			`The answer will be published here within ${days} days, to be read with your number.`,
		print: 'To print this page: your browser’s menu, then “Print”.',
		follow: 'Follow my proposal',
		see: 'See my proposal',
		again: 'Propose another idea',
		lost: 'This number is no longer shown here. It is in the acknowledgement.'
	},
	follow: {
		title: 'Follow my proposal',
		lead: 'The number is on your sheet, your letter or your e-mail.',
		number: 'Follow-up number',
		numberHint: 'For example: VO-7K4M-2Q9F. Capitals and dashes do not matter.',
		send: 'See what becomes of it',
		result: (number: string) => `Proposal ${number}`,
		received: 'Received on',
		published: 'Published on',
		said: {
			RECEIVED: 'Your proposal has arrived. It will be read before it is published.',
			RETURNED: 'The coordination asks you to take it up again. Here is why.',
			REDIRECTED: 'Your proposal is not for this contract. It has been passed on.',
			HELD_PRIVACY:
				'Your proposal is set aside to protect somebody. The coordination will get back to you in the way that you chose.',
			PUBLISHED: 'Your proposal is in debate: everyone can read and support it.',
			MERGED_INTO: 'Your proposal is grouped with another one like it. It keeps its supports.',
			RETAINED: 'Your proposal is retained.',
			POSTPONED: 'Your proposal is postponed.',
			REJECTED: 'Your proposal is not retained.',
			WITHDRAWN: 'Your proposal was withdrawn, as its author asked.'
		},
		answerBy: (days: string) =>
			`An answer with its reasons is due within ${days} days of its receipt.`,
		page: 'Read the page of the proposal',
		reason: 'Why',
		sentTo: (who: string) => `Passed on to: ${who}`,
		sheets: 'Action sheets that carry your words',
		other: 'Follow another proposal'
	},
	page: {
		textTitle: 'The proposal',
		waiting: 'This proposal is not published yet: only you and the coordination can read it.',
		returned: 'The coordination asks you to take this text up again.',
		redirected: 'This proposal is not for the contract. It has been passed on.',
		held: 'This proposal is set aside to protect somebody. The coordination will call you back.',
		withdrawn: 'You withdrew this proposal. Its text will soon be erased.',
		revise: 'Take my text up again',
		write: 'Edit',
		writePlain: 'Edit without the editor',
		withdraw: 'Withdraw my proposal',
		support: 'Support',
		supported: 'You support this proposal.',
		unsupport: 'Withdraw my support',
		supportTitle: 'Supports',
		supportNote: 'Your name is not shown beside your support.',
		closedSupport: 'This proposal is no longer in debate: supports are closed.',
		facts: 'In short',
		authors: 'Authors',
		author: (name: string, commune: string | null) => (commune ? `${name}, ${commune}` : name),
		answersAs: 'Answers as',
		channel: 'How it arrived',
		axis: 'Axis',
		themes: 'Themes',
		commune: 'Commune concerned',
		body: 'Group',
		window: 'In answer to',
		publishedOn: 'Published on',
		receivedOn: 'Received on',
		fate: 'What becomes of it',
		sentTo: (who: string) => `Passed on to: ${who}`,
		lineage: 'Where its words go',
		lineageNone: 'No passage has been taken into an action sheet yet.',
		grouped: 'Grouped with',
		groupedHere: 'Proposals grouped with this one',
		relation: {
			verbatim: 'Taken word for word',
			edited: 'Taken with changes',
			summarised: 'Summed up',
			merged: 'Grouped',
			postponed: 'Postponed',
			declined: 'Not retained',
			redirected: 'Passed on'
		},
		history: 'History',
		events: {
			'proposal-submitted': 'Proposal received',
			'sheet-entered': 'Proposal entered for its author',
			'proposal-published': 'Published after reading',
			'proposal-returned': 'Returned to its author',
			'proposal-redirected': 'Passed on elsewhere',
			'proposal-revised': 'Taken up again by its author',
			'proposal-rewritten': 'Text edited',
			'proposal-withdrawn': 'Withdrawn by its author',
			'proposals-merged': 'Grouped with another one',
			'passage-taken': 'A passage is taken into a sheet',
			'answer-published': 'Answer published'
		},
		report: 'Report a problem',
		summary: 'In plain words',
		outcome: {
			retained: 'Retained',
			merged: 'Grouped',
			postponed: 'Postponed',
			declined: 'Not retained',
			redirected: 'Passed on'
		},
		fateSteps: {
			written: 'Proposed',
			debate: 'In debate',
			sheet: (code: string) => `Sheet ${code}`
		},
		coordination: 'Handle this contribution'
	},
	support: {
		title: 'Support a proposal',
		ask: (title: string) => `You are about to support: “${title}”.`,
		signIn: 'So that each person counts once, identify yourself first. You will come back here.',
		signInButton: 'Identify myself, then support',
		nameFirst: 'Choose a public name first. You will come back here.',
		nameButton: 'Choose my public name',
		confirm: 'Support this proposal',
		back: 'Back to the proposal'
	},
	withdraw: {
		title: 'Withdraw my proposal',
		ask: (title: string) => `You are about to withdraw: “${title}”.`,
		consequences:
			'Nobody will be able to read it but you and the coordination. Its text will be erased in 30 days. Its supports will be lost.',
		confirm: 'Yes, withdraw my proposal',
		keep: 'No, keep it'
	},
	revise: {
		title: 'Take my proposal up again',
		lead: 'Correct your text. It will be read before it is published.',
		reason: 'What the coordination wrote to you',
		send: 'Send my proposal again'
	},
	writing: {
		title: (title: string) => `Edit: ${title}`,
		lead: 'What you write is seen at once by the other people who edit, and soon by everyone.',
		done: 'Finish and go back to the proposal',
		plain: 'Edit without the editor (works without JavaScript)'
	},
	text: {
		field: 'Text of the proposal'
	},
	sheet: {
		title: 'Enter a sheet',
		lead: 'For proposals received on paper, in person or in a workshop.',
		number: 'Number of the sheet',
		numberHint: 'Printed at the top of the sheet. Leave empty if there is none.',
		channel: 'Received',
		channels: { paper: 'On paper', spoken: 'In person', workshop: 'In a workshop' },
		window: 'Question',
		author: 'Name or pseudonym',
		authorHint: 'Leave empty if the person gives none.',
		anonymous: 'Anonyme',
		consent: 'Agreement of the person',
		consents: {
			written: 'Written, on the sheet',
			spoken: 'Given in person',
			group: 'Given by the group'
		},
		reply: 'Answer',
		replies: { email: 'E-mail', letter: 'Letter', town_hall: 'At the town hall', none: 'None' },
		details: 'For the answer',
		detailsHint: 'Fill in only what the choice above asks for.',
		save: 'Save and next',
		saved: (number: string) => `Saved. Follow-up number: ${number}`,
		last: 'Your last entries',
		none: 'Nothing yet. The sheets that you enter will show here.',
		print: 'Print sheets',
		note: 'Enter the words of the person without correcting them. The coordination reads before publishing.',
		noWindow: 'No question takes entries at the moment.'
	},
	print: {
		title: 'Print sheets',
		lead: 'Each sheet bears a number. The person keeps the stub and follows the proposal with that number.',
		count: 'Number of sheets',
		countHint: 'From 1 to 50.',
		make: 'Prepare the sheets',
		ready: (count: number) => (count > 1 ? `${count} sheets are ready` : 'One sheet is ready'),
		how: 'Print this page (your browser’s menu, then “Print”), on A4 paper.',
		sheetTitle: 'My proposal for health',
		question: 'The question',
		idea: 'My idea in one sentence',
		what: 'What I propose',
		forWhom: 'For whom? Where?',
		name: 'My name or a pseudonym',
		commune: 'My commune',
		reply: 'I want the answer',
		byLetter: 'by letter, at this address:',
		byEmail: 'by e-mail:',
		atTownHall: 'at the town hall of:',
		noReply: 'I want no answer',
		agree: 'I am 15 or older. I agree that my proposal is published under the name written above.',
		sign: 'Date and signature:',
		data: (territory: string) =>
			`Your answers help to prepare the local health contract (${territory}). Do not write another person’s name or illness. Your address serves only to answer you. You may ask to see, correct or erase what concerns you.`,
		stub: 'Keep this',
		stubText: (address: string) =>
			`To follow your proposal: ${address}, or at the town hall, with this number.`,
		giveBack: 'Return this sheet to the town hall or to the person who gave it to you.'
	},
	acknowledgementMail: {
		subject: (number: string) => `Your proposal ${number} has arrived`,
		thanks: (territory: string) =>
			`Hello, your proposal for the local health contract (${territory}) has arrived. Thank you.`,
		number: 'Here is your follow-up number:',
		toRead:
			'Somebody from the coordination reads it before it is published, usually within 48 hours.',
		published: 'It is already online: everyone can read and support it.',
		answer: (days: number) => `You will get an answer with its reasons within ${days} days.`,
		follow: 'Follow my proposal',
		footer: (territory: string) =>
			`You get this message because you gave this address to get an answer (${territory}).`
	},
	newsMail: {
		subject: (number: string) => `News of your proposal ${number}`,
		greeting: (territory: string) =>
			`Hello, here is news of your proposal for the local health contract (${territory}).`,
		news: {
			published: 'It is published: everyone can read, comment on and support it.',
			rewritten:
				'It is published, in a version that protects people. Your original text will be erased in 30 days.',
			returned:
				'The coordination asks you to take it up again. It explains why on the follow-up page.',
			redirected:
				'It is not for this contract and has been passed on. The follow-up page says to whom and why.'
		},
		follow: 'Follow my proposal',
		number: (number: string) => `Your follow-up number: ${number}`,
		footer: (territory: string) =>
			`You get this message because you gave this address to get an answer (${territory}).`
	},
	issues: {
		window_required: 'Choose the question that you answer.',
		window_closed: 'This question is no longer open. Your text is kept.',
		window_members: 'This question is for the members of groups.',
		window_professionals: 'This question is for professionals.',
		axis_outside: 'This question is not about that axis. Choose another, or “I do not know”.',
		title_required: 'Write your idea in one sentence.',
		title_long:
			'This sentence is too long: 200 characters at most. The rest goes into “What do you propose?”.',
		what_required: 'Write what you propose.',
		what_long: 'This text is too long: 12,000 characters at most. Send several proposals.',
		detail_long: 'This is too long for this field: 500 characters at most.',
		summary_long: 'This summary is too long: 600 characters at most.',
		reply_required: 'Choose how to get the answer.',
		email_required: 'Write your e-mail address, or choose another way to get the answer.',
		email_malformed: 'This address seems incomplete. Example: name@example.org',
		address_required: 'Write the name and the postal address.',
		town_hall_required: 'Choose the town hall.',
		name_required: 'Write a name to show: a pseudonym is enough.',
		name_long: 'This name is too long: 60 characters at most.',
		college_required: 'Say in which capacity you answer: resident, professional, elected…',
		age_required:
			'You must be 15. If you are younger, talk to an adult, at school or at the town hall.',
		consent_required: 'Tick the box to agree.',
		consent_kind_required: 'Say how the person agreed.',
		channel_required: 'Say how the proposal arrived.',
		number_required: 'Write the follow-up number.',
		number_malformed:
			'There is a mistake in this number. Compare it letter by letter with the one on the sheet.',
		number_unknown: 'No proposal of this territory bears this number. Check it, or call us.',
		sheet_not_entered: 'This sheet has not been entered yet. Come back in a few days.',
		sheet_unknown: 'No sheet printed here bears this number. Check it, or leave this field empty.',
		sheet_entered: 'This sheet has been entered already. Each number serves once.',
		count_range: 'Choose a number of sheets from 1 to 50.',
		reason_required: 'Write the reason: it is told to the author.',
		reason_long: 'This reason is too long: 2,000 characters at most.',
		redirected_to_required: 'Say to whom the proposal is passed on.',
		read_already: 'This contribution changed in the meantime. Read it again before you decide.',
		draft_changed: 'Your text changed in another window. Read it below, then send it.',
		not_in_debate: 'This proposal is no longer in debate: supports are closed.',
		text_closed:
			'This proposal is no longer in debate: its text can no longer be changed. Your words are kept here; copy what you want to keep.'
	}
} satisfies typeof french;
