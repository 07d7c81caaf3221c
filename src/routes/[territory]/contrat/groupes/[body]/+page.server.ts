import { can } from '#lib/access/permissions.ts';
import { admitForm, endSeatForm, inviteForm, joinForm, refuseForm } from '#lib/body/body-form.ts';
import { entryOffer } from '#lib/body/body.ts';
import { admitMember } from '#lib/body/server/admit-member.ts';
import { findBody } from '#lib/body/server/body-queries.ts';
import { endSeat } from '#lib/body/server/end-seat.ts';
import { inviteMember, mayOffer } from '#lib/body/server/invite-member.ts';
import { leaveBody } from '#lib/body/server/leave-body.ts';
import {
	findStanding,
	listApplications,
	listMembers,
	listPendingInvitations
} from '#lib/body/server/membership-queries.ts';
import { refuseApplication } from '#lib/body/server/refuse-application.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { withoutVisitorAddresses } from '#lib/site/demonstration.ts';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';

const BODY_ROLES = ['member', 'lead', 'chair', 'secretary'] as const;

export const load = async ({ locals, params, url }) => {
	const { db, actor } = locals.context;
	const body = found(await findBody(db, actor, params.body));
	const admits = can(actor, 'body.admit', body);
	const [members, standing, applications, invitations] = await Promise.all([
		listMembers(db, body.id),
		findStanding(db, body.id, actor.personId),
		admits ? listApplications(db, body.id) : [],
		admits ? listPendingInvitations(db, body.territoryId, body.id, new Date()) : []
	]);
	return {
		body,
		members,
		standing,
		offer: entryOffer(body, standing.standing),
		admits,
		endsSeats: can(actor, 'body.end-seat', body),
		applications,
		invitations,
		offers: BODY_ROLES.filter((role) => mayOffer(actor, body, role)),
		done: url.searchParams.get('fait')
	};
};

function back(done: string) {
	return (_result: unknown, { url }: RequestEvent) => `${url.pathname}?fait=${done}`;
}

export const actions = {
	leave: formAction(joinForm, leaveBody, { done: back('quitte') }),
	admit: formAction(admitForm, admitMember, { done: back('accueilli') }),
	end: formAction(endSeatForm, endSeat, { done: back('place-finie') }),
	refuse: formAction(refuseForm, refuseApplication, { done: back('non-retenu') }),
	invite: formAction(v.pipe(inviteForm, v.transform(withoutVisitorAddresses)), inviteMember, {
		done: back('invite')
	})
};
