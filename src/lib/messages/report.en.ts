import type { report as french } from './report.fr.ts';

export const report = {
	title: 'Report content',
	lead: 'Tell us what is wrong. A person reads every report; nothing is hidden automatically.',
	what: {
		proposal: 'You are reporting a proposal.',
		comment: 'You are reporting a comment.',
		action_sheet: 'You are reporting an action sheet.'
	},
	reason: 'Why?',
	reasons: {
		personal_data: 'A person or their health can be recognised',
		insult: 'It is insulting or threatening',
		illegal: 'It is against the law',
		off_topic: 'It has nothing to do with health in this territory',
		spam: 'It is advertising',
		other: 'Something else'
	},
	explanation: 'Explain in a few words',
	contactEmail: 'Your e-mail address, if you want an answer',
	send: 'Send the report',
	thanks: 'Thank you, your report is saved',
	thanksText:
		'The coordination reads it within two working days. If someone is in danger, call 15, 112 or 3114.',
	back: 'Back to the site',
	openTitle: 'Reports to decide',
	openNone: 'No report is waiting for a decision.',
	see: 'See what is reported',
	upheld: 'Upheld',
	dismissed: 'Dismissed',
	decisionReason: 'Reason for the decision',
	decide: 'Decide',
	decided: 'The decision is saved.',
	issues: {
		decision_required: 'Choose a decision.',
		reason_required: 'Choose a reason.',
		email_malformed: 'This address is not complete. Example: name@example.org',
		decision_reason_required: 'Give the reason for the decision.'
	}
} satisfies typeof french;
