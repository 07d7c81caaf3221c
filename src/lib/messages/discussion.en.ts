import type { discussion as french } from './discussion.fr.ts';

export const discussion = {
	title: 'Comments',
	count: (count, many) => `${count} ${many ? 'comments' : 'comment'}`,
	none: 'No comment yet',
	noneHint: 'Ask a question, add to it, say what would work where you live.',
	write: 'Write a comment',
	answer: 'Answer',
	answerTo: (name) => `Answer ${name}`,
	body: 'Your comment',
	bodyHint: 'We talk about what happens here. No name of a carer, pupil or neighbour.',
	publish: 'Publish my comment',
	signInFirst: 'You will say who you are in the next step. Your text is kept.',
	gone: 'Someone who left',
	held: 'Waiting to be read: your first comment is read before it is published.',
	hidden: (reason) => `Hidden by moderation. Reason: ${reason}`,
	withdrawn: 'Comment withdrawn by its author.',
	withdraw: 'Withdraw',
	withdrawSure: () => 'Withdraw this comment? Its words go, the answers stay.',
	report: 'Report',
	college: {
		resident: 'resident',
		professional: 'professional',
		elected: 'elected or institution'
	},
	pageTitle: (title) => `Comments on “${title}”`,
	backTo: (title) => `Back to “${title}”`,
	sent: 'Your comment is published.',
	sentHeld: 'Your comment is saved. It will be read, then published.',
	resumeTitle: 'Publish your comment',
	resumeLead: 'Here is what you had written. Read it again, then publish.',
	resumeNone: 'We find no waiting comment in this browser.',
	moderation: {
		title: 'Reports and first comments',
		heldTitle: 'First comments to read',
		heldNone: 'No comment is waiting to be read.',
		publish: 'Publish',
		hide: 'Hide',
		reason: 'Reason, sent to the author and shown',
		on: (title) => `on “${title}”`
	},
	mail: {
		subject: (territory) => `Your comment was hidden – ${territory}`,
		text: (reason, phone) =>
			`Hello,\n\nA comment that you wrote was hidden by the coordination.\n\nReason: ${reason}\n\nYou may ask for someone else to review this decision by answering this message${phone ? ` or on ${phone}` : ''}. You may also turn to the Défenseur des droits or the administrative court.`
	},
	issues: {
		decision_required: 'Say whether this comment is published or hidden.',
		body_required: 'Write your comment.',
		body_too_long: 'Your comment is too long: 5,000 characters at most. Your text is kept.',
		parent_gone: 'The comment that you answer is gone. Your text is kept: publish it on its own.',
		reason_required: 'Say why this comment is hidden.'
	}
} satisfies typeof french;
