import type { answer as french } from './answer.fr.ts';

export const answer = {
	title: 'Answer',
	byCoordination: 'the coordination of the contract',
	outcomes: {
		retained: 'Your contribution is kept',
		merged: 'Your contribution is grouped with another one',
		postponed: 'Your contribution is postponed',
		declined: 'Your contribution is not kept',
		redirected: 'Your contribution is passed on'
	},
	outcomeTags: {
		retained: 'kept',
		merged: 'grouped',
		postponed: 'postponed',
		declined: 'not kept',
		redirected: 'passed on'
	},
	states: {
		draft: 'being prepared',
		proposed: 'to be decided',
		decided: 'decided, to be sent',
		published: 'sent'
	},
	card: {
		title: 'The answer',
		decided: (body: string | null, on: string | null) =>
			(body === null ? 'Decided by the coordination' : `Decided by: ${body}`) +
			(on === null ? '' : `, on ${on}`),
		reasons: 'The reasons',
		sheet: 'In the plan',
		into: 'Grouped with',
		redirectedTo: 'Passed on to',
		reviewOn: 'To be looked at again on',
		earlier: (count: number) => (count > 1 ? `The ${count} earlier answers` : 'The earlier answer')
	},
	bench: {
		title: (axis: string) => `Consolidate: ${axis}`,
		choose: 'Consolidate',
		chooseLead: 'Choose an axis: its contributions on one side, its sheets on the other.',
		noAxis: 'Without axis',
		noAxisHint: 'Give them an axis in “Contributions” to consolidate them.',
		unanswered: (count: number) =>
			count > 1 ? `${count} contributions without answer` : '1 contribution without answer',
		allAnswered: 'All have an answer',
		share: (answered: number, total: number) => `${answered} of ${total} have an answer`,
		noneYet: 'No contribution yet',
		contributions: 'Contributions',
		filters: 'Filter contributions',
		filter: { unanswered: 'Without answer', answered: 'With an answer', all: 'All' },
		commune: 'Municipality',
		everyCommune: 'Every municipality',
		emptyTitle: 'No contribution here',
		empty: 'Change the filter, or choose another axis.',
		supports: (count: number) => (count === 1 ? '1 support' : `${count} supports`),
		near: (count: number) => (count > 1 ? `near ${count} others` : 'near another one'),
		inserted: (code: string) => `in ${code}`,
		due: (day: string) => `answer due on ${day}`,
		late: (day: string) => `answer due since ${day}`,
		chosen: 'Chosen contribution',
		chooseOne: 'Choose a contribution in the list: its words and its answer will show here.',
		read: 'Read the page of the contribution',
		words: 'Its words',
		nearTitle: 'Near this one',
		nearNone: 'No other one is like it.',
		mergeHere: 'Group with this one',
		mergeLead:
			'The chosen contribution joins this one. Supports stay where they are, and it can be undone.',
		grouped: (title: string) => `Grouped with “${title}”.`,
		sheet: 'Sheet',
		chooseSheet: 'Choose the sheet',
		openSheet: 'Show',
		noSheet: 'This axis has no sheet yet.',
		sheetLead: 'Choose the sheet in which you are working.',
		createSheet: 'Open a sheet',
		editSheet: 'Complete the sheet',
		takeTitle: 'Take a passage into the sheet',
		takeLead: 'Tick the sentences to take. Their origin stays visible.',
		sentences: 'Sentences of the contribution',
		extract: 'Or paste an exact extract',
		extractHint: 'Word for word, as in the contribution. It replaces the ticked sentences.',
		into: 'Into which text',
		manner: 'How',
		manners: {
			'as-is': 'As it is',
			edited: 'With my changes',
			summarised: 'Summed up'
		},
		content: 'The text that will go into the sheet',
		contentHint: 'Only when you change or sum up.',
		after: 'Where',
		atEnd: 'At the end',
		afterParagraph: (start: string) => `After “${start}”`,
		take: 'Take into the sheet',
		signed: 'This sheet is signed: no text is added to it. Open a sheet for the amendment.',
		steps: 'Where you are'
	},
	form: {
		title: 'Answer',
		lead: 'Prepare the answer; it leaves once a group has decided.',
		outcome: 'What becomes of the contribution',
		outcomes: {
			retained: 'Kept in a sheet',
			merged: 'Grouped with another one',
			postponed: 'Postponed',
			declined: 'Not kept',
			redirected: 'Passed on: it is not for the contract'
		},
		text: 'The answer to the author',
		textHint: 'In plain language. Say “you”.',
		reasons: 'The reasons',
		reasonsHint: 'They will be public, with the name of the group that decides.',
		sheet: 'Sheet concerned',
		sheetHint: 'If it is kept or grouped.',
		target: 'Grouped with',
		targetHint: 'If it is grouped.',
		redirectedTo: 'Passed on to',
		redirectedToHint: 'If it is passed on: to which service, and how to reach it.',
		reviewOn: 'To be looked at again on',
		reviewOnHint: 'If it is postponed.',
		none: 'None',
		save: 'Save the draft',
		saved: 'The draft is saved.',
		propose: 'Put to a group',
		proposeLead: 'The group will see the answer and its reasons.',
		body: 'Group that decides',
		proposeButton: 'Put to this group',
		decide: 'Record the decision',
		decideLead: 'Who decided, when and why. It will be public.',
		decider: 'Decided by',
		coordinationAlone: 'The coordination alone',
		decidedOn: 'Day of the decision',
		decideButton: 'Record the decision',
		publish: 'Send the answer',
		publishLead: 'It becomes public, and the author is told in the way they asked for.',
		reopen: 'Take this answer up again',
		reopenLead: 'The recorded decision is erased, the answer is a draft again.',
		again: 'Answer again',
		againLead:
			'The day that was named has come. The answer above stays public until the new one is sent.',
		replaces: 'It will replace the answer already sent, which stays in the history.',
		already: 'This contribution has its answer.',
		proposedTo: (body: string) => `Put to: ${body}`
	},
	list: {
		title: 'Answers',
		lead: 'From preparation to sending. Nothing leaves without a decision.',
		tabs: 'Answers by step',
		tab: {
			draft: 'Drafts',
			proposed: 'To decide',
			decided: 'To send',
			published: 'Sent',
			review: 'To look at again'
		},
		sendAll: (count: number) =>
			count > 1 ? `Send the ${count} decided answers` : 'Send the decided answer',
		sendAllLead: 'Each author is told in the way they chose.',
		sent: (count: number) => (count > 1 ? `${count} answers have left.` : 'One answer has left.'),
		sentNone: 'There was no answer to send.',
		empty: {
			draft: 'No draft. Prepare an answer on the workbench.',
			proposed: 'No answer awaits a decision.',
			decided: 'No decided answer waits to be sent.',
			published: 'No answer has been sent yet.',
			review: 'No postponed contribution is to be looked at again today.'
		},
		emptyTitle: 'Nothing here for now',
		open: 'Open on the workbench',
		letters: 'Letters to print',
		reviewDue: (day: string) => `to look at again since ${day}`,
		received: (day: string) => `received on ${day}`,
		sentOn: (day: string) => `sent on ${day}`,
		channel: {
			email: 'by e-mail',
			letter: 'by letter',
			town_hall: 'at the town hall',
			none: 'on the site only'
		}
	},
	letters: {
		title: 'Letters',
		lead: 'Print this page: one letter a sheet. Then note those that have left.',
		empty: 'No letter to prepare',
		emptyHint: 'Answers by letter or at the town hall show here once they are sent.',
		byPost: 'To post',
		atTownHall: 'To hand over at the town hall',
		townHallOf: (commune: string) => `Town hall of ${commune}`,
		number: (number: string) => `Follow-up number: ${number}`,
		greeting: 'Hello,',
		acknowledgement: (title: string) => `We have received your contribution “${title}”. Thank you.`,
		acknowledgementNext: (days: number) =>
			`You will receive an explained answer within ${days} days. Keep the follow-up number.`,
		moderation: (title: string) =>
			`We need a word from you about your contribution “${title}”. Call us, or come to the town hall with your follow-up number.`,
		follow: (address: string, number: string) => `To follow it: ${address}, with number ${number}.`,
		signature: 'The coordination of the local health contract',
		done: { letter: 'Letter posted', town_hall: 'Handed over' },
		doneNotice: 'Noted.',
		print: 'To print, use the “Print” command of your browser.',
		kinds: {
			acknowledgement: 'acknowledgement',
			answer: 'answer',
			moderation: 'request for detail'
		},
		to: 'Recipient'
	},
	mail: {
		subject: (title: string) => `Answer to your contribution “${title}”`,
		greeting: 'Hello,',
		about: (title: string) => `You wrote “${title}”.`,
		stop: '.',
		decided: (by: string, on: string) =>
			on === ''
				? `This answer was decided by ${by}.`
				: `This answer was decided by ${by} on ${on}.`,
		because: (reasons: string) => `Why: ${reasons}`,
		sheet: (code: string, title: string) => `Your words are in action ${code}, “${title}”.`,
		into: (title: string) => `It is grouped with “${title}”. Supports stay with your contribution.`,
		redirected: (to: string) => `We passed it on to: ${to}`,
		review: (day: string) => `We will look at it again on ${day}.`,
		read: 'See what became of your contribution',
		footer: (territory: string) =>
			`You receive this message because you asked for an answer by e-mail. Local health contract, ${territory}.`,
		help: (phone: string) => `A question? Call ${phone}.`
	},
	issues: {
		outcome_required: 'Choose what becomes of the contribution.',
		text_required: 'Write the answer to the author.',
		too_long: 'This text is too long for this field.',
		reasons_required: 'Write the reasons: they will be public.',
		sheet_required: 'Choose the sheet that takes the contribution up.',
		target_required: 'Choose the contribution it is grouped with.',
		target: 'This contribution cannot receive another one.',
		redirected_to_required: 'Say to whom the contribution is passed on.',
		review_required: 'Say when it will be looked at again.',
		day: 'Give a full date: day, month, year.',
		day_to_come: 'This day has not come yet.',
		body_required: 'Choose the group.',
		body_must_decide:
			'A group must decide. The coordination alone can only pass on what is outside the contract.',
		other_body: 'This answer was put to another group.',
		stale: 'Someone changed this answer in the meantime. Read it again, then try again.',
		not_open: 'This contribution has its answer already, or is not public.',
		decided: 'The decision is recorded already. Take the answer up again before changing it.',
		not_decided: 'This answer is not decided: it cannot leave.',
		delivery_done: 'This was noted already.'
	}
} satisfies typeof french;
