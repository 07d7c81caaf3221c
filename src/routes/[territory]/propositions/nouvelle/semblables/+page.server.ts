import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { draftSchema } from '#lib/proposal/proposal-form.ts';
import { listSimilar } from '#lib/proposal/server/similar-queries.ts';
import { draftOf } from '../draft.ts';

export const load = async (event) => {
	const { context } = event.locals;
	const base = `/${event.params.territory}/propositions/nouvelle`;
	const draft = await draftOf(event);
	const parsed = v.safeParse(draftSchema, draft?.fields);
	if (!parsed.success) redirect(303, base);
	const contract = found(await findCurrentContract(context.db, found(event.locals.territory).id));
	const similar = await listSimilar(context, contract.id, parsed.output);
	if (similar.length === 0) redirect(303, `${base}/repondre`);
	return { similar, title: parsed.output.title };
};
