import { found } from '#lib/errors.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';

export const load = async ({ locals }) => {
	const communes = await listCommunes(locals.context.db, found(locals.territory).id);
	const byName = new Intl.Collator('fr');
	return {
		communes: communes
			.map(({ id, name, population }) => ({ id, name, population }))
			.sort((a, b) => byName.compare(a.name, b.name))
	};
};
