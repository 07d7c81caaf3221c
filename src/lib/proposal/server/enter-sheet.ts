import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { readFollowNumber } from '../follow-number.ts';
import type { SheetInput } from '../proposal-form.ts';
import { acceptsSheets } from '../window-rule.ts';
import { insertOfflineAuthor } from './author-writes.ts';
import { acknowledge } from './delivery-writes.ts';
import { checkPlaces } from './place-queries.ts';
import {
	findBySubmissionToken,
	insertProposal,
	lockContract,
	newFollowNumber
} from './proposal-writes.ts';
import { bindSheet, takeSheet } from './sheet-writes.ts';
import { findWindowSubject } from './window-queries.ts';

/**
 * Enters what someone gave on paper, by word of mouth or in a workshop. The author needs no account;
 * the number of the sheet is the one by which they follow it. Always read before publication.
 * @throws {AppError} not_found, forbidden, closed, conflict for a sheet entered already, invalid
 */
export async function enterSheet(
	context: CommandContext,
	input: SheetInput & { anonymousName: string }
): Promise<{ proposalId: string; followNumber: string; number: number }> {
	const { trx, actor, now } = context;
	const window = found(await findWindowSubject({ db: trx, actor }, input.windowId));
	authorize(actor, 'proposal.enter-for-other', window);
	const { territoryId, contractId } = window;
	await lockContract(trx, contractId);
	const before = await findBySubmissionToken(trx, contractId, input.token);
	if (before) {
		return { proposalId: before.id, followNumber: before.followNumber, number: before.number };
	}
	if (!acceptsSheets(window, now)) {
		throw new AppError('closed', { reason: 'proposal.window_closed', field: 'windowId' });
	}
	const sheetNumber = input.sheetNumber === '' ? null : readSheetNumber(input.sheetNumber);
	const sheet =
		sheetNumber === null ? null : await takeSheet(trx, { territoryId, number: sheetNumber });
	await checkPlaces(trx, window, {
		...input,
		townHallCommuneId: input.replyChannel === 'town_hall' ? input.townHallCommuneId : null
	});
	const authorId = await insertOfflineAuthor(trx, {
		territoryId,
		publicName: input.authorName || input.anonymousName,
		college: input.college,
		communeId: input.communeId,
		now
	});
	const followNumber = sheetNumber ?? newFollowNumber(window.territoryName);
	const { id, number } = await insertProposal(trx, {
		...input,
		territoryId,
		contractId,
		kind: input.testimony ? 'testimony' : 'idea',
		authorId,
		enteredById: actor.personId,
		reply: input,
		followNumber,
		now
	});
	if (sheet !== null) await bindSheet(trx, sheet.id, id);
	await acknowledge(trx, id, now);
	await recordEvent(context, {
		verb: 'sheet-entered',
		subjectKind: 'proposal',
		subjectId: id,
		detail: { number, channel: input.channel }
	});
	return { proposalId: id, followNumber, number };
}

function readSheetNumber(typed: string): string {
	const number = readFollowNumber(typed);
	if (number === null) {
		throw new AppError('invalid', { reason: 'proposal.number_malformed', field: 'sheetNumber' });
	}
	return number;
}
