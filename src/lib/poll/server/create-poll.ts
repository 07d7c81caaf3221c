import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { endOfDay, startOfDay } from '#lib/territory/day.ts';
import type { pollForm } from '../poll-form.ts';

/**
 * Opens a consultation by approval on the current contract, from the first day at 00:00 to the end of
 * the last one, in the territory's time zone.
 * @throws {AppError} forbidden, invalid
 */
export async function createPoll(
	context: CommandContext,
	input: v.InferOutput<typeof pollForm>
): Promise<string> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'poll.create', { territoryId });
	const place = found(
		await trx
			.selectFrom('contract')
			.innerJoin('territory', 'territory.id', 'contract.territoryId')
			.select(['contract.id as contractId', 'territory.timeZone'])
			.where('territory.id', '=', territoryId)
			.orderBy('contract.generation', 'desc')
			.limit(1)
			.executeTakeFirst()
	);
	if (input.closesOn < input.opensOn) {
		throw new AppError('invalid', { reason: 'poll.closes_before', field: 'closesOn' });
	}
	const closesAt = endOfDay(input.closesOn, place.timeZone);
	if (closesAt <= now)
		throw new AppError('invalid', { reason: 'poll.closes_past', field: 'closesOn' });
	if (input.bodyId !== null) await mustBelong(context, input.bodyId, place.contractId);
	const id = newId();
	await trx
		.insertInto('poll')
		.values({
			id,
			territoryId,
			contractId: place.contractId,
			title: input.title,
			question: input.question,
			description: input.description,
			method: 'approval',
			maxChoices: input.maxChoices,
			audience: input.bodyId === null ? 'everyone' : 'members',
			bodyId: input.bodyId,
			roll: input.roll,
			opensAt: startOfDay(input.opensOn, place.timeZone),
			closesAt,
			createdAt: now
		})
		.execute();
	await trx
		.insertInto('pollOption')
		.values(input.options.map((label, position) => ({ id: newId(), pollId: id, label, position })))
		.execute();
	await recordEvent(context, { verb: 'poll-created', subjectKind: 'poll', subjectId: id });
	return id;
}

async function mustBelong({ trx }: CommandContext, bodyId: string, contractId: string) {
	const body = await trx
		.selectFrom('body')
		.select('id')
		.where('id', '=', bodyId)
		.where('contractId', '=', contractId)
		.executeTakeFirst();
	if (!body) throw new AppError('invalid', { reason: 'body.unknown', field: 'bodyId' });
}
