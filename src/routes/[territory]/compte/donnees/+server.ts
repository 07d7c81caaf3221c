import { listOwnContributionsExport } from '#lib/account/server/export-contribution-queries.ts';
import { getOwnAccountExport, listOwnPersonsExport } from '#lib/account/server/export-queries.ts';
import { listOwnWords } from '#lib/document/server/own-words-queries.ts';
import { AppError } from '#lib/errors.ts';

export const GET = async ({ locals }) => {
	const { db, actor } = locals.context;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const [account, persons, contributions] = await Promise.all([
		getOwnAccountExport(db, actor.accountId),
		listOwnPersonsExport(db, actor.accountId),
		listOwnContributionsExport(db, actor.accountId)
	]);
	const people = await Promise.all(
		persons.map(async ({ id, ...person }) => ({
			...person,
			...contributions.find(({ personId }) => personId === id),
			wordsInSharedTexts: await listOwnWords(db, id)
		}))
	);
	return new Response(
		JSON.stringify({ format: 'parvis-account-2', account, persons: people }, null, '\t'),
		{
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': 'attachment; filename="parvis-mes-donnees.json"',
				'cache-control': 'private, no-store'
			}
		}
	);
};
