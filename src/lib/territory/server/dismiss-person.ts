import { authorize } from '#lib/access/authorize.ts';
import type { Role } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { keepSomeCoordinator } from './appointment-writes.ts';
import { findPersonWithRoles } from './person-queries.ts';

/**
 * Takes a role back. The last coordinator keeps theirs: somebody must hold the keys.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (the last coordinator)
 */
export async function dismissPerson(
	context: CommandContext,
	input: { person: string; role: Role }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const person = found(await findPersonWithRoles(trx, territoryId, input.person));
	authorize(actor, 'person.appoint', { territoryId });
	if (!person.roles.includes(input.role)) return;
	if (input.role === 'coordinator') {
		await keepSomeCoordinator(trx, territoryId, person.id);
	}
	await trx
		.deleteFrom('appointment')
		.where('personId', '=', person.id)
		.where('role', '=', input.role)
		.execute();
	await recordEvent(context, {
		verb: 'person-dismissed',
		subjectKind: 'person',
		subjectId: person.id,
		detail: { role: input.role }
	});
}
