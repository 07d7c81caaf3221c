import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { runCommand } from '#lib/command.ts';
import { findCurrentContract, listWindows } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm, type FormValues } from '#lib/form.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { sheetSchema } from '#lib/proposal/proposal-form.ts';
import { acceptsSheets } from '#lib/proposal/window-rule.ts';
import { findProposalChoices } from '#lib/proposal/server/choice-queries.ts';
import { enterSheet } from '#lib/proposal/server/enter-sheet.ts';
import { listEntered } from '#lib/proposal/server/sheet-queries.ts';
import { withoutVisitorAddresses } from '#lib/site/demonstration.ts';

/** What stays from one sheet to the next: a pile comes from one place. */
const KEPT = ['windowId', 'channel', 'consent', 'communeId', 'college', 'replyChannel'] as const;

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territory = found(locals.territory);
	authorize(context.actor, 'proposal.enter-for-other', { territoryId: territory.id });
	const contract = await findCurrentContract(context.db, territory.id);
	const now = new Date();
	const windows = contract ? await listWindows(context.db, contract.id) : [];
	const entered = await listEntered(context);
	const values: FormValues = { channel: 'paper', consent: 'written', college: 'resident' };
	for (const name of KEPT) {
		const value = url.searchParams.get(name);
		if (value) values[name] = value.slice(0, 40);
	}
	return {
		windows: windows
			.filter((window) => acceptsSheets(window, now))
			.map(({ id, title }) => ({ id, title })),
		choices: contract
			? await findProposalChoices(context.db, contract.id)
			: { axes: [], themes: [], communes: [], bodies: [] },
		entered,
		token: crypto.randomUUID(),
		kept: values,
		// The number is read from the last entry, so that no address holds it.
		saved: url.searchParams.has('saisie') ? (entered[0]?.followNumber ?? null) : null
	};
};

export const actions = {
	enregistrer: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(sheetSchema, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const anonymousName = messagesOf('fr').proposal.sheet.anonymous;
		try {
			const typed = withoutVisitorAddresses(parsed.output);
			await runCommand(event.locals.context, enterSheet, { ...typed, anonymousName });
		} catch (error) {
			return refused(event, values, error);
		}
		const next = new URLSearchParams({ saisie: '' });
		for (const name of KEPT) {
			const value = values[name];
			if (typeof value === 'string' && value !== '') next.set(name, value);
		}
		redirect(303, `${event.url.pathname}?${next.toString()}`);
	}
};
