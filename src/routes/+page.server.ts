import { redirect } from '@sveltejs/kit';
import { listTerritories } from '#lib/territory/server/territory-queries.ts';

export const load = async ({ locals }) => {
	const territories = await listTerritories(locals.context.db);
	const [only, ...others] = territories;
	if (only && others.length === 0) redirect(307, `/${only.slug}`);
	return { territories: territories.map(({ slug, name }) => ({ slug, name })) };
};
