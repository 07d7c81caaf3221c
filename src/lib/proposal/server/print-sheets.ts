import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertSheets } from './sheet-writes.ts';
import { findTerritoryName } from './window-queries.ts';

/**
 * Numbers sheets to be printed and handed out: what is written on one is entered under its number, by
 * which its author follows it.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function printSheets(
	context: CommandContext,
	input: { count: number }
): Promise<{ numbers: string[]; printedAt: Date }> {
	const { trx, actor, now } = context;
	const territory = found(await findTerritoryName({ db: trx, actor }));
	authorize(actor, 'proposal.enter-for-other', { territoryId: territory.id });
	const numbers = await insertSheets(trx, {
		territoryId: territory.id,
		territoryName: territory.name,
		count: input.count,
		printedById: actor.personId,
		now
	});
	await recordEvent(context, {
		verb: 'sheets-printed',
		subjectKind: 'territory',
		subjectId: territory.id,
		detail: { count: input.count }
	});
	return { numbers, printedAt: now };
}
