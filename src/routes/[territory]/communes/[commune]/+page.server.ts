import { listBodies } from '#lib/body/server/body-queries.ts';
import { listUpcomingDates } from '#lib/contract/server/contract-part-queries.ts';
import { findCurrentContract, listOpenWindows } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { listPublicContacts } from '#lib/organisation/server/organisation-queries.ts';
import { listCommuneActions, listCommuneProposals } from '#lib/plan/server/commune-page-queries.ts';
import { dayOf } from '#lib/territory/day.ts';
import { findCommune } from '#lib/territory/server/commune-queries.ts';

export const load = async ({ locals, params }) => {
	const territory = found(locals.territory);
	const { db } = locals.context;
	const commune = found(await findCommune(db, territory.id, params.commune));
	const contract = await findCurrentContract(db, territory.id);
	const now = new Date();
	const today = dayOf(now, territory.timeZone);
	const nothing = { proposals: [], count: 0 };
	const [actions, fromHere, bodies, contacts, dates, windows] = await Promise.all([
		contract ? listCommuneActions(db, contract.id, commune.id) : [],
		contract ? listCommuneProposals(db, contract.id, commune.id) : nothing,
		contract ? listBodies(db, contract.id) : [],
		listPublicContacts(db, territory.id),
		contract ? listUpcomingDates(db, contract.id, today, 4) : [],
		contract ? listOpenWindows(db, contract.id, now) : []
	]);
	return {
		commune,
		actions,
		fromHere,
		bodies: bodies.filter(({ admission }) => admission === 'open' || admission === 'application'),
		contacts: contacts.slice(0, 4),
		dates,
		canPropose: windows.length > 0,
		today
	};
};
