import { redirect } from '@sveltejs/kit';
import { hashToken } from '#lib/account/server/token.ts';
import { acceptForm } from '#lib/body/body-form.ts';
import { invitationState } from '#lib/body/invitation.ts';
import { acceptInvitation } from '#lib/body/server/accept-invitation.ts';
import { findInvitation } from '#lib/body/server/membership-queries.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, params }) => {
	const { db } = locals.context;
	const territory = found(locals.territory);
	const invitation = found(await findInvitation(db, territory.id, hashToken(params.token)));
	if (invitation.bodyId !== params.body) throw new AppError('not_found');
	return {
		invitation: {
			body: invitation.body,
			role: invitation.role,
			state: invitationState(invitation, new Date())
		}
	};
};

const accept = formAction(acceptForm, acceptInvitation, {
	done: (_result, { params }) =>
		`/${params.territory ?? ''}/contrat/groupes/${params.body ?? ''}?fait=accepte`
});

export const actions = {
	accept: async (event) => {
		if (!event.locals.context.actor.named) redirect(303, event.url.pathname);
		return accept(event);
	}
};
