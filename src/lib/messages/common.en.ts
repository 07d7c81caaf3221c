import type { common as french } from './common.fr.ts';

export const common = {
	product: 'Parvis',
	skip: 'Skip to content',
	required: 'required',
	optional: 'optional',
	save: 'Save',
	send: 'Send',
	cancel: 'Cancel',
	edit: 'Edit',
	remove: 'Remove',
	add: 'Add',
	next: 'Next',
	back: 'Back',
	search: 'Search',
	filter: 'Filter',
	all: 'All',
	none: 'None',
	print: 'Print',
	seeAll: 'See all',
	breadcrumb: 'Breadcrumb',
	dataNote:
		'Your answers help to prepare the local health contract. Do not write another person’s name or illness.',
	issues: {
		invalid: 'This form could not be saved. Check the fields and try again.',
		stale_page: 'This page is out of date. Reload it, then try again.',
		too_long: 'This text is too long.',
		unauthenticated: 'Sign in to go on. What you wrote is kept.',
		forbidden: 'You may not do that here.',
		not_found: 'This page does not exist, or no longer does.',
		conflict: 'Someone changed this in the meantime. Read it again, then retry.',
		closed: 'This is over and takes no more answers.',
		rate_limited: 'Too many attempts in a row. Wait a few minutes and try again.',
		unavailable: 'The service is unavailable for a moment. Try again in a minute.'
	}
} satisfies typeof french;
