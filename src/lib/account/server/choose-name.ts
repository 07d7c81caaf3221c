import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { countHomonyms, isCommuneOf } from './person-queries.ts';
import { savePerson } from './person-writes.ts';
import type { College } from '../person.ts';

export interface ChooseName {
	publicName: string;
	college: College;
	communeId: string | null;
}

/**
 * Gives the account its person in this territory, or another name to the one it has. The form has
 * confirmed the age of 15. Gives the person's id.
 * @throws {AppError} conflict when another account bears this name here, invalid for a foreign commune
 */
export async function chooseName(
	{ trx, actor, now }: CommandContext,
	input: ChooseName
): Promise<string> {
	const territoryId = found(actor.territoryId);
	authorize(actor, 'person.choose-name', { territoryId });
	const accountId = found(actor.accountId);
	if (input.communeId !== null && !(await isCommuneOf(trx, territoryId, input.communeId))) {
		throw new AppError('invalid', { reason: 'account.commune_unknown', field: 'communeId' });
	}
	if ((await countHomonyms(trx, territoryId, input.publicName, accountId)) > 0) {
		throw new AppError('conflict', { reason: 'account.name_taken', field: 'publicName' });
	}
	// Field by field: what the form holds besides is no column.
	const { publicName, college, communeId } = input;
	const personId = await savePerson(trx, {
		publicName,
		college,
		communeId,
		territoryId,
		accountId,
		now
	});
	await recordEvent(
		{ trx, actor: { ...actor, personId }, now },
		{ verb: 'name-chosen', subjectKind: 'person', subjectId: personId }
	);
	return personId;
}
