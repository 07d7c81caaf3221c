import { redirect, type RequestEvent } from '@sveltejs/kit';
import { applyForm, joinForm } from '#lib/body/body-form.ts';
import { entryOffer } from '#lib/body/body.ts';
import { applyToBody } from '#lib/body/server/apply-to-body.ts';
import { findBody } from '#lib/body/server/body-queries.ts';
import { joinBody } from '#lib/body/server/join-body.ts';
import { findStanding } from '#lib/body/server/membership-queries.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, params, url }) => {
	const { db, actor } = locals.context;
	const body = found(await findBody(db, actor, params.body));
	const standing = await findStanding(db, body.id, actor.personId);
	const offer = entryOffer(body, standing.standing);
	if (offer !== 'join' && offer !== 'apply') {
		redirect(303, `/${params.territory}/contrat/groupes/${body.id}`);
	}
	// Sign-in, then a name, each of which comes back here.
	if (actor.accountId === null) throw new AppError('unauthenticated');
	if (!actor.named) {
		redirect(303, `/${params.territory}/mon-nom?suite=${encodeURIComponent(url.pathname)}`);
	}
	return { body: { id: body.id, name: body.name }, offer, publicName: actor.publicName ?? '' };
};

function bodyPage(done: string) {
	return (_result: unknown, { params }: RequestEvent) =>
		`/${params.territory ?? ''}/contrat/groupes/${params.body ?? ''}?fait=${done}`;
}

const join = formAction(joinForm, joinBody, { done: bodyPage('rejoint') });

export const actions = {
	join: async (event) => {
		const { actor } = event.locals.context;
		if (actor.accountId === null || !actor.named) redirect(303, event.url.pathname);
		return join(event);
	},
	apply: formAction(applyForm, applyToBody, { done: bodyPage('demande') })
};
