import { redirect } from '@sveltejs/kit';
import { found } from '#lib/errors.ts';
import { listTerritories } from '#lib/territory/server/territory-queries.ts';

/** The address that operators know by heart leads to the page of the only territory, or of the one named. */
export const load = async ({ locals, url }) => {
	const territories = await listTerritories(locals.context.db);
	const asked = url.searchParams.get('territoire');
	const territory = territories.find(({ slug }) => slug === asked) ?? territories[0];
	redirect(307, `/${found(territory).slug}/coordination/verification`);
};
