import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { moveForm } from '#lib/contract/entry-form.ts';
import { entryList, groupOf, isOrdered } from '#lib/contract/entry.ts';
import { applyPreset } from '#lib/contract/server/apply-preset.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { listEntries } from '#lib/contract/server/entry-queries.ts';
import { moveEntry } from '#lib/contract/server/move-entry.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, params, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	const list = found(entryList(params.list));
	authorize(actor, 'contract.edit', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const entries = await listEntries(db, contract.id, list);
	return {
		list,
		entries: entries.map((entry, index) => ({
			id: entry.id,
			title: entry.title,
			note: entry.note,
			group: entry.values.side ?? entry.values.tier ?? '',
			hidden: entry.values.public === '',
			first: !entries[index - 1] || groupOf(entries[index - 1] ?? entry) !== groupOf(entry),
			last: !entries[index + 1] || groupOf(entries[index + 1] ?? entry) !== groupOf(entry)
		})),
		ordered: isOrdered(list),
		done: url.searchParams.get('fait')
	};
};

export const actions = {
	move: formAction(moveForm, moveEntry, {
		done: (_result, { url }, { entry }) => `${url.pathname}#entree-${entry}`
	}),
	preset: formAction(v.object({}), applyPreset, {
		done: (_result, { url }) => `${url.pathname}?fait=axes`
	})
};
