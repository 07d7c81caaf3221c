import type { poll as french } from './poll.fr.ts';

export const poll = {
	title: 'Opinions and votes',
	lead: 'Opinions are advisory: the steering committee decides, and says why.',
	open: 'Open',
	coming: 'Coming',
	closed: 'Over',
	none: 'No opinion is asked for at the moment',
	noneHint: 'When a question is asked, it will appear here with its last day.',
	create: 'Ask a question',
	until: (day) => `Open until ${day} included`,
	from: (day) => `Opens on ${day}`,
	endedOn: (day) => `Ended on ${day}`,
	voters: (count, many) => `${count} ${many ? 'participants' : 'participant'}`,
	youVoted: 'You gave your opinion',
	rule: 'How it is counted',
	ruleApproval: (max) =>
		max === null
			? 'You tick every answer that suits you. Each box is one voice. The answer with the most comes first.'
			: `You tick up to ${max} answers. Each box is one voice. The answer with the most comes first.`,
	ruleJudgement:
		'Each participant gave every action a grade. The grades of the three groups are weighted. The majority grade is the one that half of the voices reach.',
	consultative:
		'Advisory opinion: the steering committee decides. Your choice is not published with your name.',
	secrecy:
		'We note that you took part, and apart from it, what was chosen. While the question is open, whoever runs the server could technically make the link; after the count, they no longer can.',
	whoCanVote: {
		everyone: 'Anyone aged 15 or more who has to do with this territory.',
		members: 'The members of the group.'
	},
	rolls: {
		open: (_day: string): string =>
			'One may join and take part until the last day. Somebody with two addresses could therefore take part twice.',
		fixed: (day: string): string =>
			`Only those who had joined before it opened, on ${day}, take part.`
	},
	late: (day: string): string =>
		`This question is put to those who had joined before it opened, on ${day}. You will be able to answer the next ones.`,
	choose: (max) => (max === null ? 'Your choices' : `Your choices, ${max} at most`),
	check: 'Check my choices',
	recapTitle: 'Check your choices',
	recapLead: 'This is what you are about to send. You will not be able to change it afterwards.',
	cast: 'Send my opinion',
	change: 'Change my choices',
	signIn: 'Sign in to give my opinion',
	chooseName: 'Choose a name to give my opinion',
	castTitle: 'Your opinion is saved',
	receipt: (receipt) => `Number of your ballot: ${receipt}`,
	receiptHint:
		'Note it or print this page. After the count you will find this number in the list of ballots. It proves that your ballot is there, not whose it is.',
	results: 'Results',
	resultsLater:
		'Results appear after the end, not before: nobody sees them, not even the coordination.',
	waitingCount: 'The count will be published within the hour.',
	countNow: 'Count now',
	option: 'Answer',
	voices: 'Voices',
	college: {
		resident: 'Residents',
		professional: 'Professionals',
		elected: 'Elected and institutions'
	},
	hidden: 'not shown',
	hiddenHint: (threshold) =>
		`The detail of a group of fewer than ${threshold} participants is not shown, so that nobody can guess a choice.`,
	byCollege: 'Detail by group',
	figures: 'See the figures in a table',
	legend: 'Grades',
	middle:
		'The line in the middle marks half of the voices: the grade it touches is the majority grade.',
	tooFew: (threshold) =>
		`Fewer than ${threshold} people took part: the result is not published, so that nobody can guess a choice.`,
	turnout: 'Turnout',
	weight: (percent) => `counts for ${percent}`,
	rank: 'Rank',
	majority: 'Majority grade',
	above: 'Above',
	below: 'Below',
	grades: {
		essential: 'Essential',
		important: 'Important',
		useful: 'Useful',
		secondary: 'Secondary',
		reject: 'To set aside'
	},
	download: 'Download all ballots (CSV), to recount',
	recorded: 'Results taken over from a vote held on paper and online before this site opened.',
	form: {
		title: 'Ask a question',
		titleField: 'Title',
		question: 'Question asked',
		description: 'Explanations',
		options: 'Possible answers, one a line',
		maxChoices: 'Choices at most (empty: no limit)',
		body: 'Kept to a group',
		everyone: 'No, open to all',
		roll: 'May those who come while the question is open answer it?',
		rolls: {
			open: {
				label: 'Yes, until the last day',
				hint: 'To gather the most opinions. Two addresses can make two opinions.'
			},
			fixed: {
				label: 'No, only those who have joined when it opens',
				hint: 'To settle something: the list no longer grows. Announce the question beforehand.'
			}
		},
		opensOn: 'Opens on',
		closesOn: 'Last day, included',
		submit: 'Publish the question'
	},
	issues: {
		option_unknown: 'One of these answers is not in the list. Tick again.',
		roll_required: 'Say whether those who come after the opening may answer.',
		not_in_time:
			'This question is put to those who had joined before it opened. Your opinion was not recorded.',
		choices_required: 'Tick at least one answer.',
		too_many_choices: 'You ticked too many answers. Take some away to go on.',
		already_voted: 'You already gave your opinion on this question. It is saved, once.',
		not_open: 'This question is not open. Your opinion was not saved.',
		title_required: 'Give a title.',
		title_too_long: 'The title is too long: 160 characters at most.',
		question_required: 'Write the question.',
		question_too_long: 'The question is too long: 300 characters at most.',
		options_required: 'Write at least two answers, one a line.',
		options_too_many: 'Thirty answers at most.',
		options_twice: 'Two answers are the same.',
		option_too_long: 'An answer is too long: 200 characters at most.',
		max_choices: 'Write a whole number, 1 or more, or leave it empty.',
		opens_required: 'Give the opening day.',
		closes_required: 'Give the last day.',
		closes_before: 'The last day comes before the first.',
		closes_past: 'This day is already over.'
	}
} satisfies typeof french;
