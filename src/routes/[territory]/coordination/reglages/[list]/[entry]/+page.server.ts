import type { RequestEvent } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { entryActForm, entryForm } from '#lib/contract/entry-form.ts';
import { entryList, type EntryList } from '#lib/contract/entry.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { listEntries } from '#lib/contract/server/entry-queries.ts';
import { removeEntry } from '#lib/contract/server/remove-entry.ts';
import { saveEntry } from '#lib/contract/server/save-entry.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { listOrganisations } from '#lib/organisation/server/organisation-queries.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';

export const load = async ({ locals, params, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	const list = found(entryList(params.list));
	authorize(actor, 'contract.edit', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const [entries, parents, organisations] = await Promise.all([
		listEntries(db, contract.id, list),
		list === 'objectifs'
			? listEntries(db, contract.id, 'axes')
			: list === 'objectifs-operationnels'
				? listEntries(db, contract.id, 'objectifs')
				: [],
		forOrganisations(list) ? listOrganisations(db, territoryId) : []
	]);
	const choices = {
		parents: parents.map(({ id, title }) => ({ value: id, label: title })),
		organisations: organisations.map(({ id, name }) => ({ value: id, label: name }))
	};
	if (params.entry === 'nouveau') {
		const values: Record<string, string> = {
			organisationId: url.searchParams.get('organisme') ?? '',
			public: 'on'
		};
		return { list, entry: '', stamp: '', title: null, values, choices };
	}
	const entry = found(entries.find(({ id }) => id === params.entry));
	const { id, title, values } = entry;
	return { list, entry: id, stamp: fingerprint(values), title, values, choices };
};

function forOrganisations(list: EntryList): boolean {
	return list === 'signataires' || list === 'partenaires';
}

/** Signatories and partners are looked after under « Partenaires ». */
function backTo(done: string) {
	return (_result: unknown, { params }: RequestEvent, { list }: { list: EntryList }) => {
		const base = `/${params.territory ?? ''}/coordination`;
		return forOrganisations(list)
			? `${base}/partenaires?fait=${done}`
			: `${base}/reglages/${list}?fait=${done}`;
	};
}

export const actions = {
	save: formAction(entryForm, saveEntry, { done: backTo('enregistre') }),
	remove: formAction(entryActForm, removeEntry, { done: backTo('retire') })
};
