import { found } from '#lib/errors.ts';
import { listPublicContacts } from '#lib/organisation/server/organisation-queries.ts';

export const load = async ({ locals }) => ({
	contacts: await listPublicContacts(locals.context.db, found(locals.territory).id)
});
