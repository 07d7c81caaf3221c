/** Views of the list of contributions, in the order in which they are offered. */
export const CONTRIBUTION_VIEWS = [
	'to-read',
	'all',
	'RECEIVED',
	'HELD_PRIVACY',
	'RETURNED',
	'PUBLISHED',
	'RETAINED',
	'MERGED_INTO',
	'POSTPONED',
	'REJECTED',
	'REDIRECTED',
	'WITHDRAWN'
] as const;
