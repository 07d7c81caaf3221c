import { beforeEach, describe, expect, it } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import type { Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { attempt, nextRequest } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type PersonOptions,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { admitMember } from './admit-member.ts';
import { applyToBody } from './apply-to-body.ts';
import { findBody, listBodies } from './body-queries.ts';
import { endSeat } from './end-seat.ts';
import { inviteMember } from './invite-member.ts';
import { inviteToRole } from './invite-to-role.ts';
import { joinBody } from './join-body.ts';
import { leaveBody } from './leave-body.ts';
import { findStanding, listApplications, listMembers } from './membership-queries.ts';
import { refuseApplication } from './refuse-application.ts';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I, now?: Date) =>
	attempt(database.db, actor, command, input, now);
const person = (options?: PersonOptions) => aPerson(database.db, here.territoryId, options);
const namesIn = async (bodyId: string) =>
	(await listMembers(database.db, bodyId)).map(({ publicName }) => publicName);
const verbs = async () =>
	(await database.db.selectFrom('event').select('verb').orderBy('at').limit(50).execute()).map(
		({ verb }) => verb
	);
const mails = () =>
	database.db.selectFrom('mail').select(['kind', 'recipient', 'text']).limit(10).execute();

async function onApplication(bodyId: string) {
	await database.db
		.updateTable('body')
		.set({ admission: 'application' })
		.where('id', '=', bodyId)
		.execute();
}

describe('joining an open group', () => {
	it('makes a member at once, with one event', async () => {
		const camille = await person();
		expect(await trying(camille, joinBody, { body: here.workingGroupId })).toEqual({
			result: undefined
		});
		expect(await namesIn(here.workingGroupId)).toEqual(['Camille']);
		expect(await verbs()).toEqual(['body-joined']);
	});

	it('twice is once, whether one after the other or at the same instant', async () => {
		const camille = await person();
		await trying(camille, joinBody, { body: here.workingGroupId });
		await trying(camille, joinBody, { body: here.workingGroupId });
		const later = await nextRequest(database.db, camille);
		expect(await trying(later, joinBody, { body: here.workingGroupId })).toHaveProperty('result');
		expect(await namesIn(here.workingGroupId)).toEqual(['Camille']);
		expect(await verbs()).toEqual(['body-joined']);
	});

	it('wants someone signed in, named and not suspended', async () => {
		const body = here.workingGroupId;
		const camille = await person();
		expect(await trying(visitor(here.territoryId), joinBody, { body })).toEqual({
			refused: 'unauthenticated common.unauthenticated'
		});
		expect(await trying({ ...camille, named: false }, joinBody, { body })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await trying({ ...camille, suspended: true }, joinBody, { body })).toEqual({
			refused: 'forbidden moderation.suspended'
		});
	});

	it('is refused where one is invited, and not found in another territory', async () => {
		const camille = await person();
		expect(await trying(camille, joinBody, { body: here.steeringCommitteeId })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		for (const body of [elsewhere.workingGroupId, newId(), 'groupe-1']) {
			expect(await trying(camille, joinBody, { body })).toEqual({ refused: 'not_found' });
		}
		expect(await verbs()).toEqual([]);
	});

	it('meets an application that waited when the group became open', async () => {
		const camille = await person();
		await onApplication(here.workingGroupId);
		await trying(camille, applyToBody, { body: here.workingGroupId, motivation: 'Aider' });
		await database.db
			.updateTable('body')
			.set({ admission: 'open' })
			.where('id', '=', here.workingGroupId)
			.execute();
		await trying(camille, joinBody, { body: here.workingGroupId });
		expect(await namesIn(here.workingGroupId)).toEqual(['Camille']);
		expect(await listApplications(database.db, here.workingGroupId)).toEqual([]);
	});
});

describe('leaving', () => {
	it('ends the membership, and an open group can be joined again', async () => {
		const body = here.workingGroupId;
		const camille = await person({ memberships: [{ bodyId: body }] });
		await trying(camille, leaveBody, { body });
		expect(await namesIn(body)).toEqual([]);
		expect(await trying(camille, leaveBody, { body })).toEqual({
			refused: 'conflict body.not_member'
		});
		await trying(await nextRequest(database.db, camille), joinBody, { body });
		expect(await namesIn(body)).toEqual(['Camille']);
	});

	it('is for members alone', async () => {
		const camille = await person();
		expect(await trying(camille, leaveBody, { body: here.workingGroupId })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await trying(camille, leaveBody, { body: elsewhere.workingGroupId })).toEqual({
			refused: 'not_found'
		});
	});
});

describe('a seat that the coordination ends', () => {
	const body = () => here.workingGroupId;
	const seatOf = async (name: string) =>
		(await listMembers(database.db, body())).find(({ publicName }) => publicName === name)?.id ??
		'';
	const input = (membership: string) => ({ body: body(), membership, reason: 'Mandat terminé.' });

	it('is over at once, told by mail with its reason, with one event', async () => {
		const nadia = await aCoordinator(database.db, here.territoryId);
		const camille = await person({ memberships: [{ bodyId: body(), role: 'lead' }] });
		const membership = await seatOf('Camille');
		expect(await trying(nadia, endSeat, input(membership))).toEqual({ result: undefined });
		expect(await namesIn(body())).toEqual([]);
		expect(await mails()).toEqual([
			{
				kind: 'seat-ended',
				recipient: `${camille.accountId}@essai.example`,
				text: expect.stringContaining('Mandat terminé.')
			}
		]);
		expect(await verbs()).toEqual(['body-seat-ended']);
		expect(await trying(nadia, endSeat, input(membership))).toEqual({
			refused: 'conflict body.seat_over'
		});
	});

	it('needs no address', async () => {
		const nadia = await aCoordinator(database.db, here.territoryId);
		await person({ memberships: [{ bodyId: body() }] });
		await database.db.updateTable('person').set({ accountId: null }).execute();
		expect(await trying(nadia, endSeat, input(await seatOf('Camille')))).toHaveProperty('result');
		expect(await mails()).toEqual([]);
	});

	it('is for coordinators of the territory, and a member of the body', async () => {
		const nadia = await aCoordinator(database.db, here.territoryId);
		const lead = await person({ memberships: [{ bodyId: body(), role: 'lead' }] });
		const membership = await seatOf('Camille');
		expect(await trying(lead, endSeat, input(membership))).toEqual({
			refused: 'forbidden common.forbidden'
		});
		const stranger = await aCoordinator(database.db, elsewhere.territoryId);
		expect(await trying(stranger, endSeat, input(membership))).toEqual({ refused: 'not_found' });
		for (const unknown of [newId(), 'x', '']) {
			expect(await trying(nadia, endSeat, input(unknown))).toEqual({ refused: 'not_found' });
		}
	});
});

describe('an application', () => {
	const body = () => here.workingGroupId;

	beforeEach(() => onApplication(body()));

	async function anApplication() {
		const camille = await person();
		await trying(camille, applyToBody, { body: body(), motivation: 'Les trajets' });
		const [application] = await listApplications(database.db, body());
		return { camille, membership: application?.id ?? '' };
	}

	it('waits with its reasons, once a person', async () => {
		const { camille } = await anApplication();
		expect(await listApplications(database.db, body())).toMatchObject([
			{ publicName: 'Camille', motivation: 'Les trajets' }
		]);
		expect(await trying(camille, applyToBody, { body: body(), motivation: 'Encore' })).toEqual({
			refused: 'conflict body.already_asked'
		});
		expect(await namesIn(body())).toEqual([]);
	});

	it('is refused by an open group, by lot, and to a visitor', async () => {
		const camille = await person();
		const motivation = 'Aider';
		expect(
			await trying(camille, applyToBody, { body: here.steeringCommitteeId, motivation })
		).toEqual({ refused: 'forbidden common.forbidden' });
		expect(
			await trying(visitor(here.territoryId), applyToBody, { body: body(), motivation })
		).toEqual({ refused: 'unauthenticated common.unauthenticated' });
		expect(
			await trying(camille, applyToBody, { body: elsewhere.workingGroupId, motivation })
		).toEqual({ refused: 'not_found' });
	});

	it('is admitted by a leader of the group, who tells the person', async () => {
		const { camille, membership } = await anApplication();
		const leader = await person({
			publicName: 'Julien',
			memberships: [{ bodyId: body(), role: 'lead' }]
		});
		await trying(leader, admitMember, { body: body(), membership });
		expect(await namesIn(body())).toEqual(['Julien', 'Camille']);
		expect(await mails()).toMatchObject([
			{ kind: 'body-admission', recipient: `${camille.accountId}@essai.example` }
		]);
		expect(await trying(leader, admitMember, { body: body(), membership })).toEqual({
			refused: 'conflict body.already_answered'
		});
		expect(await mails()).toHaveLength(1);
	});

	it('is refused with a reason that only the person reads, and may be sent again', async () => {
		const { camille, membership } = await anApplication();
		const nadia = await aCoordinator(database.db, here.territoryId);
		const reason = 'Le groupe est complet jusqu’en mars.';
		await trying(nadia, refuseApplication, { body: body(), membership, reason });
		expect(await findStanding(database.db, body(), camille.personId)).toMatchObject({
			standing: 'refused',
			refusalReason: reason
		});
		expect((await mails())[0]?.text).toContain(reason);
		expect(await trying(nadia, refuseApplication, { body: body(), membership, reason })).toEqual({
			refused: 'conflict body.already_answered'
		});
		expect(
			await trying(camille, applyToBody, { body: body(), motivation: 'Cette fois' })
		).toHaveProperty('result');
	});

	it('is answered by nobody else, and by no one of another territory', async () => {
		const { camille, membership } = await anApplication();
		const member = await person({ memberships: [{ bodyId: body() }] });
		const stranger = await aCoordinator(database.db, elsewhere.territoryId);
		const input = { body: body(), membership, reason: 'Non' };
		for (const actor of [camille, member]) {
			expect(await trying(actor, admitMember, input)).toEqual({
				refused: 'forbidden common.forbidden'
			});
			expect(await trying(actor, refuseApplication, input)).toEqual({
				refused: 'forbidden common.forbidden'
			});
		}
		expect(await trying(stranger, admitMember, input)).toEqual({ refused: 'not_found' });
		expect(await trying(stranger, refuseApplication, input)).toEqual({ refused: 'not_found' });
		const nadia = await aCoordinator(database.db, here.territoryId);
		for (const unknown of [newId(), 'x']) {
			expect(await trying(nadia, admitMember, { ...input, membership: unknown })).toEqual({
				refused: 'not_found'
			});
		}
	});
});

describe('an invitation', () => {
	const email = 'invitee@essai.example';

	async function invited(role: 'member' | 'chair' = 'chair') {
		const nadia = await aCoordinator(database.db, here.territoryId);
		const outcome = await trying(nadia, inviteMember, {
			body: here.steeringCommitteeId,
			email,
			role
		});
		if (!('result' in outcome)) throw new Error(outcome.refused);
		return outcome.result.token;
	}

	it('seats the person once, with the role that was offered', async () => {
		const token = await invited();
		const albaret = await person({ publicName: 'Catherine' });
		expect(await trying(albaret, acceptInvitation, { token })).toEqual({
			result: { bodyId: here.steeringCommitteeId }
		});
		expect(await listMembers(database.db, here.steeringCommitteeId)).toMatchObject([
			{ publicName: 'Catherine', role: 'chair' }
		]);
		expect(await trying(albaret, acceptInvitation, { token })).toEqual({
			refused: 'closed body.invitation_over'
		});
	});

	it('keeps only the hash of what the mail says, and the last mail counts', async () => {
		const first = await invited();
		const token = await invited('member');
		const rows = await database.db.selectFrom('invitation').select('tokenHash').limit(9).execute();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.tokenHash).not.toContain(token);
		expect((await mails()).map(({ text }) => text).join(' ')).toContain(token);
		const albaret = await person();
		expect(await trying(albaret, acceptInvitation, { token: first })).toEqual({
			refused: 'not_found'
		});
	});

	it('is over after 30 days, unknown elsewhere and under another group', async () => {
		const token = await invited();
		const albaret = await person();
		const later = new Date(Date.now() + 31 * 86_400_000);
		expect(await trying(albaret, acceptInvitation, { token }, later)).toEqual({
			refused: 'closed body.invitation_over'
		});
		const stranger = await aPerson(database.db, elsewhere.territoryId);
		expect(await trying(stranger, acceptInvitation, { token })).toEqual({ refused: 'not_found' });
		expect(await trying(albaret, acceptInvitation, { token, body: here.workingGroupId })).toEqual({
			refused: 'not_found'
		});
		expect(await trying(visitor(here.territoryId), acceptInvitation, { token })).toEqual({
			refused: 'unauthenticated common.unauthenticated'
		});
	});

	it('is sent by coordinators and leaders alone', async () => {
		const camille = await person();
		const input = { body: here.workingGroupId, email, role: 'member' as const };
		expect(await trying(camille, inviteMember, input)).toEqual({
			refused: 'forbidden common.forbidden'
		});
		const stranger = await aCoordinator(database.db, elsewhere.territoryId);
		expect(await trying(stranger, inviteMember, input)).toEqual({ refused: 'not_found' });
		expect(await trying(camille, inviteToRole, { email, role: 'clerk' })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await mails()).toEqual([]);
	});

	it('of a leader makes no chair nor secretary, who record what the body decides', async () => {
		const leader = await person({ memberships: [{ bodyId: here.workingGroupId, role: 'lead' }] });
		const offer = (role: 'member' | 'lead' | 'chair' | 'secretary') =>
			trying(leader, inviteMember, { body: here.workingGroupId, email, role });
		expect(await offer('chair')).toEqual({ refused: 'forbidden common.forbidden' });
		expect(await offer('secretary')).toEqual({ refused: 'forbidden common.forbidden' });
		expect(await offer('lead')).toHaveProperty('result');
		const chair = await person({ memberships: [{ bodyId: here.workingGroupId, role: 'chair' }] });
		const input = { body: here.workingGroupId, email, role: 'secretary' as const };
		expect(await trying(chair, inviteMember, input)).toHaveProperty('result');
	});

	it('to a role gives it, unless it conflicts with one that the person has', async () => {
		const nadia = await aCoordinator(database.db, here.territoryId);
		const offer = async (role: 'mediator' | 'clerk') => {
			const outcome = await trying(nadia, inviteToRole, { email, role });
			if (!('result' in outcome)) throw new Error(outcome.refused);
			return outcome.result.token;
		};
		const odile = await person();
		await trying(odile, acceptInvitation, { token: await offer('clerk') });
		expect((await nextRequest(database.db, odile)).roles).toEqual(['clerk']);
		const other = await aCoordinator(database.db, here.territoryId);
		expect(await trying(other, acceptInvitation, { token: await offer('mediator') })).toEqual({
			refused: 'conflict territory.role_conflict'
		});
	});
});

describe('what is shown', () => {
	it('never puts a small commune beside a name', async () => {
		await person({
			publicName: 'Ana',
			communeId: here.communeId,
			memberships: [{ bodyId: here.workingGroupId }]
		});
		await person({
			publicName: 'Luc',
			communeId: here.smallCommuneId,
			memberships: [{ bodyId: here.workingGroupId }]
		});
		const communes = (await listMembers(database.db, here.workingGroupId)).map(
			({ publicName, commune }) => [publicName, commune]
		);
		expect(Object.fromEntries(communes)).toEqual({ Ana: 'Grandbourg', Luc: null });
	});

	it('hides a group that is not public from those who do not sit in it', async () => {
		await database.db
			.updateTable('body')
			.set({ public: false })
			.where('id', '=', here.workingGroupId)
			.execute();
		const outsider = await person();
		const member = await person({ memberships: [{ bodyId: here.workingGroupId }] });
		const nadia = await aCoordinator(database.db, here.territoryId);
		const seen = async (actor: Actor) =>
			(await listBodies(database.db, here.contractId, actor)).length;
		expect([await seen(outsider), await seen(member), await seen(nadia)]).toEqual([1, 2, 2]);
		expect(await listBodies(database.db, here.contractId)).toHaveLength(1);
		expect(await findBody(database.db, outsider, here.workingGroupId)).toBeNull();
		expect(await findBody(database.db, member, here.workingGroupId)).toMatchObject({
			memberCount: 1
		});
	});
});
