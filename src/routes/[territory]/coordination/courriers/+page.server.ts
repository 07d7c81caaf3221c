import { authorize } from '#lib/access/authorize.ts';
import { answerParagraphs } from '#lib/answer/answer-mail.ts';
import { DeliveryFormSchema } from '#lib/answer/answer-form.ts';
import { listLettersToPrint } from '#lib/answer/server/delivery-queries.ts';
import { finishDelivery } from '#lib/answer/server/finish-delivery.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { messagesOf } from '#lib/messages/messages.ts';

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territory = found(locals.territory);
	authorize(context.actor, 'delivery.handle', { territoryId: territory.id });
	const [letters, contract] = await Promise.all([
		listLettersToPrint(context),
		findCurrentContract(context.db, territory.id)
	]);
	const followAt = new URL(`/${territory.slug}/suivre`, environment().origin).href;
	// Letters speak French, whatever the language of who prints them.
	const words = messagesOf('fr').answer.letters;
	return {
		followAt,
		done: url.searchParams.has('fait'),
		letters: letters.map((letter) => ({
			id: letter.id,
			kind: letter.kind,
			channel: letter.channel,
			proposalTitle: letter.proposalTitle,
			followNumber: letter.followNumber,
			to: letter.authors.join(', '),
			address: letter.postalAddress ?? '',
			communeName: letter.communeName,
			townHall: letter.townHall ?? '',
			createdAt: letter.createdAt,
			paragraphs:
				letter.kind === 'answer' && letter.outcome !== null
					? answerParagraphs('fr', {
							...letter,
							outcome: letter.outcome,
							text: letter.text ?? '',
							reasons: letter.reasons ?? '',
							redirectedTo: letter.redirectedTo ?? ''
						})
					: letter.kind === 'moderation'
						? [words.moderation(letter.proposalTitle)]
						: [
								words.acknowledgement(letter.proposalTitle),
								words.acknowledgementNext(contract?.answerDays ?? 90)
							]
		}))
	};
};

export const actions = {
	fait: formAction(DeliveryFormSchema, finishDelivery, {
		done: (_result, { url }) => `${url.pathname}?fait`
	})
};
