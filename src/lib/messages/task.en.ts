import type { task as french } from './task.fr.ts';

const several = (one: string, many: (count: number) => string) => (count: number) =>
	count > 1 ? many(count) : one;

export const task = {
	title: 'To do',
	lead: 'What waits for you, the most pressing first.',
	total: (duration: string) => `About ${duration} in all.`,
	minutes: (minutes: number) => `${minutes} min`,
	hours: (hours: number, minutes: number) =>
		minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
	due: (day: string) => `before ${day}`,
	late: (day: string) => `due since ${day}`,
	first: 'Start with the first one',
	empty: 'Nothing waits for you',
	emptyHint: 'You can support a proposal, or write one.',
	emptyCoordinator: 'Everything is up to date. What comes next will show here.',
	propose: 'Give an idea',
	read: 'Read proposals',
	signIn: 'Sign in to see what waits for you.',
	lines: {
		'read-contributions': several(
			'Read a contribution that came in',
			(count) => `Read ${count} contributions that came in`
		),
		'read-comments': several('Read a comment', (count) => `Read ${count} comments`),
		'decide-reports': several('Deal with a report', (count) => `Deal with ${count} reports`),
		'prepare-answers': several('Prepare an answer', (count) => `Prepare ${count} answers`),
		'review-answers': several(
			'Look again at a postponed contribution',
			(count) => `Look again at ${count} postponed contributions`
		),
		'propose-answers': several(
			'Put an answer to a group',
			(count) => `Put ${count} answers to a group`
		),
		'record-decisions': several(
			'Record the decision on an answer',
			(count) => `Record the decision on ${count} answers`
		),
		'decide-answers': several(
			'Decide on an answer put to your group',
			(count) => `Decide on ${count} answers put to your group`
		),
		'send-answers': several('Send a decided answer', (count) => `Send ${count} decided answers`),
		'print-letters': several('Prepare a letter', (count) => `Prepare ${count} letters`),
		'review-applications': several(
			'Answer a request to join a group',
			(count) => `Answer ${count} requests to join a group`
		),
		'complete-sheets': several(
			'Complete an action sheet',
			(count) => `Complete ${count} action sheets`
		),
		'enter-sheets': several('Enter a paper sheet', (count) => `Enter ${count} paper sheets`),
		'read-group-proposals': several(
			'Read a new proposal of your group',
			(count) => `Read ${count} new proposals of your group`
		),
		'read-sheets': several('Review an action sheet', (count) => `Review ${count} action sheets`),
		'revise-proposal': several(
			'Complete your proposal',
			(count) => `Complete ${count} of your proposals`
		),
		vote: several('Give your opinion', (count) => `Give your opinion on ${count} questions`),
		'read-answer': several(
			'Read the answer to your proposal',
			(count) => `Read ${count} answers to your proposals`
		),
		'join-group': several(
			'Join a group open to all',
			(count) => `Choose among ${count} groups open to all`
		)
	}
} satisfies typeof french;
