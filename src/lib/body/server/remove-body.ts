import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findBody } from './body-queries.ts';

/**
 * Deletes a body that nobody sits in and that decided nothing; others are hidden instead.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (members or decisions)
 */
export async function removeBody(context: CommandContext, input: { entry: string }): Promise<void> {
	const { trx, actor } = context;
	const body = found(await findBody(trx, actor, input.entry));
	authorize(actor, 'body.edit', { territoryId: body.territoryId });
	if (body.memberCount > 0) throw new AppError('conflict', { reason: 'body.has_members' });
	const decision = await trx
		.selectFrom('answer')
		.select('id')
		.where('decidedByBodyId', '=', body.id)
		.limit(1)
		.executeTakeFirst();
	if (decision) throw new AppError('conflict', { reason: 'body.in_use' });
	await trx.deleteFrom('body').where('id', '=', body.id).execute();
	await recordEvent(context, {
		verb: 'body-removed',
		subjectKind: 'body',
		subjectId: body.id
	});
}
