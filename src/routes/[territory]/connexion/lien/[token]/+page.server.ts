import { confirmVisit } from '#lib/site/confirm-visit.ts';
import { browserTokenOf } from '#lib/site/visit.ts';

// Mail scanners follow links: this page reads nothing and changes nothing, whatever the token.
export const load = (event) => ({ isSameBrowser: browserTokenOf(event) !== null });

export const actions = {
	confirm: (event) => confirmVisit(event, { linkToken: event.params.token })
};
