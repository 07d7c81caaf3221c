import { findDatabaseInstant } from '#lib/site/server/site-queries.ts';

/** Whether the database answers too: 200 when a visitor can be served, else 503. */
export const GET = async ({ locals }) => {
	const ready = await findDatabaseInstant(locals.context.db).then(
		() => true,
		() => false
	);
	return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
