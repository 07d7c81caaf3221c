import { randomInt } from 'node:crypto';
import { nameForm } from '#lib/account/name-form.ts';
import { safeNextPath } from '#lib/account/next-path.ts';
import { COLLEGES, PSEUDONYMS, pseudonym } from '#lib/account/person.ts';
import { chooseName } from '#lib/account/server/choose-name.ts';
import { findOwnPerson } from '#lib/account/server/person-queries.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';

export const load = async ({ locals, params, url }) => {
	const territory = found(locals.territory);
	const { db, actor } = locals.context;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const [person, communes] = await Promise.all([
		findOwnPerson(db, actor.accountId, territory.id),
		listCommunes(db, territory.id)
	]);
	return {
		next: safeNextPath(url.searchParams.get('suite'), `/${params.territory}/compte`),
		colleges: COLLEGES,
		communes: communes.map(({ id, name }) => ({ id, name })),
		current: {
			publicName: person?.publicName ?? pseudonym(randomInt(PSEUDONYMS)),
			college: person?.college ?? '',
			communeId: person?.communeId ?? '',
			age: person?.nameChosen ?? false
		}
	};
};

export const actions = {
	save: formAction(nameForm, chooseName, {
		done: (_personId, event, input) =>
			safeNextPath(input.suite, `/${event.params.territory ?? ''}/compte`)
	})
};
