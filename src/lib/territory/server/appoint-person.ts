import { authorize } from '#lib/access/authorize.ts';
import type { Role } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertAppointment } from './appointment-writes.ts';
import { findPersonWithRoles } from './person-queries.ts';

/**
 * Gives a role to a person of the territory.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (a mediator never coordinates)
 */
export async function appointPerson(
	context: CommandContext,
	input: { person: string; role: Role }
): Promise<void> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	const person = found(await findPersonWithRoles(trx, territoryId, input.person));
	authorize(actor, 'person.appoint', { territoryId });
	if (person.roles.includes(input.role)) return;
	await insertAppointment(trx, { territoryId, personId: person.id, role: input.role, at: now });
	await recordEvent(context, {
		verb: 'person-appointed',
		subjectKind: 'person',
		subjectId: person.id,
		detail: { role: input.role }
	});
}
