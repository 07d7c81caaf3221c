import type { RequestEvent } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import {
	contactActForm,
	contactForm,
	organisationActForm,
	organisationForm
} from '#lib/organisation/organisation-form.ts';
import { contactValues, organisationValues } from '#lib/organisation/organisation.ts';
import { noteContact } from '#lib/organisation/server/note-contact.ts';
import { findOrganisation } from '#lib/organisation/server/organisation-queries.ts';
import { removeContact } from '#lib/organisation/server/remove-contact.ts';
import { removeOrganisation } from '#lib/organisation/server/remove-organisation.ts';
import { saveContact } from '#lib/organisation/server/save-contact.ts';
import { saveOrganisation } from '#lib/organisation/server/save-organisation.ts';
import { listPartnerOverview } from '#lib/plan/server/partner-overview-queries.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';

export const load = async ({ locals, params, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'organisation.edit', { territoryId });
	const done = url.searchParams.get('fait');
	if (params.organisation === 'nouveau') {
		return { id: '', stamp: '', values: {}, name: null, contacts: [], place: null, done };
	}
	const organisation = found(await findOrganisation(db, territoryId, params.organisation));
	const contract = await findCurrentContract(db, territoryId);
	const overview = await listPartnerOverview(db, territoryId, contract?.id ?? null);
	const values = organisationValues(organisation);
	return {
		id: organisation.id,
		stamp: fingerprint(values),
		values,
		name: organisation.name,
		contacts: organisation.contacts.map((contact) => ({
			...contact,
			values: contactValues(contact),
			stamp: fingerprint(contactValues(contact))
		})),
		place: overview.find(({ id }) => id === organisation.id) ?? null,
		done
	};
};

function here(done: string) {
	return (_result: unknown, { url }: RequestEvent) => `${url.pathname}?fait=${done}`;
}

export const actions = {
	save: formAction(organisationForm, saveOrganisation, {
		done: ({ organisationId }, { params }) =>
			`/${params.territory ?? ''}/coordination/partenaires/${organisationId}?fait=enregistre`
	}),
	remove: formAction(organisationActForm, removeOrganisation, {
		done: (_result, { params }) => `/${params.territory ?? ''}/coordination/partenaires?fait=retire`
	}),
	contact: formAction(contactForm, saveContact, { done: here('contact') }),
	forget: formAction(contactActForm, removeContact, { done: here('contact-retire') }),
	note: formAction(organisationActForm, noteContact, { done: here('note') })
};
