import { authorize } from '#lib/access/authorize.ts';
import { ensureAccount } from '#lib/account/server/account-writes.ts';
import { savePerson } from '#lib/account/server/person-writes.ts';
import { createSession, endSession } from '#lib/account/server/session.ts';
import type { CommandContext } from '#lib/command.ts';
import { OCCITANIE_AXES } from '#lib/contract/presets.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { Locale } from '#lib/messages/messages.ts';
import { insertAppointment } from '#lib/territory/server/appointment-writes.ts';
import type { Setup } from '../setup-form.ts';
import { insertFirstContract, insertTerritory } from './first-territory-writes.ts';
import { useSetupLink } from './setup-link.ts';

export interface Install extends Setup {
	linkToken: string;
	locale: Locale;
	deviceLabel: string;
	sessionToken: string | null;
}

/**
 * Makes the first territory, its contract and its coordinator, who is signed in: whoever reads the
 * server's console owns the site. Gives the session's token.
 * @throws {AppError} closed when the link was used or is over, conflict when the word is taken
 */
export async function install(
	{ trx, actor, now }: CommandContext,
	input: Install
): Promise<{ token: string; homePath: string }> {
	const setupLinkIsValid = await useSetupLink(trx, input.linkToken, now);
	if (!setupLinkIsValid) throw new AppError('closed', { reason: 'setup.link_over' });
	authorize(actor, 'territory.create', { setupLinkIsValid });
	const territoryId = await insertTerritory(trx, { ...input, now });
	if (territoryId === null) {
		throw new AppError('conflict', { reason: 'setup.slug_taken', field: 'slug' });
	}
	await insertFirstContract(trx, {
		territoryId,
		title: input.contractTitle,
		generation: input.generation,
		axes: input.occitanie ? OCCITANIE_AXES : [],
		now
	});
	const account = await ensureAccount(trx, { email: input.email, locale: input.locale, now });
	const personId = await savePerson(trx, {
		territoryId,
		accountId: account.id,
		publicName: input.coordinatorName,
		college: 'professional',
		communeId: null,
		now
	});
	await insertAppointment(trx, { territoryId, personId, role: 'coordinator', at: now });
	if (input.sessionToken !== null) await endSession(trx, input.sessionToken, now);
	const token = await createSession(trx, {
		accountId: account.id,
		sharedComputer: false,
		deviceLabel: input.deviceLabel,
		now
	});
	await recordEvent(
		{ trx, actor: { personId, territoryId }, now },
		{ verb: 'territory-created', subjectKind: 'territory', subjectId: territoryId }
	);
	return { token, homePath: `/${input.slug}/a-faire` };
}
