import { getOwnAccountExport, listOwnPersonsExport } from '#lib/account/server/export-queries.ts';
import { AppError } from '#lib/errors.ts';

export const GET = async ({ locals }) => {
	const { db, actor } = locals.context;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const [account, persons] = await Promise.all([
		getOwnAccountExport(db, actor.accountId),
		listOwnPersonsExport(db, actor.accountId)
	]);
	return new Response(
		JSON.stringify({ format: 'parvis-account-1', account, persons }, null, '\t'),
		{
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': 'attachment; filename="parvis-mes-donnees.json"',
				'cache-control': 'private, no-store'
			}
		}
	);
};
