import type { notification as french } from './notification.fr.ts';

export const notification = {
	outbox: {
		title: 'Mail that was kept',
		lead: 'Without a mail server, Parvis keeps here, for 30 days, what it would have sent.',
		publicLead: 'Only mail to invented people is shown.',
		empty: 'No mail for now',
		emptyText: 'Ask for a code to sign in, or send a proposal: the mail arrives here.',
		recipient: 'To',
		sent: 'Written',
		subject: 'Subject',
		back: 'All mail',
		people: 'Sign in as an invented person',
		states: {
			queued: 'waiting to leave',
			sent: 'sent',
			failed: 'not delivered',
			kept: 'kept here'
		}
	}
} satisfies typeof french;
