import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { addIntent } from '#lib/document/server/document-writes.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { relationOf } from '#lib/lineage/lineage.ts';
import { isExtract, LONGEST_PASSAGE, quoteOf } from '#lib/lineage/passage.ts';
import { consolidatedStates, findContribution } from '#lib/lineage/server/contribution-queries.ts';
import { insertEdge } from '#lib/lineage/server/lineage-writes.ts';
import type { PassageFormSchema } from '../line-forms.ts';
import { findSheetSubject } from './action-sheet-queries.ts';

/**
 * Takes a passage of a contribution into a text of a sheet. The edge keeps the original words; the
 * document's owner writes the passage after the commit, with the edge's id as its source.
 * @throws {AppError} not_found, forbidden, invalid when the words are not in the contribution (any more),
 * conflict when the contribution is not public
 */
export async function takePassage(
	context: CommandContext,
	input: v.InferOutput<typeof PassageFormSchema>
): Promise<{ edgeId: string; sheetId: string }> {
	const { trx, actor, now } = context;
	const reader = { db: trx, actor };
	const sheet = found(await findSheetSubject(reader, input.sheet));
	authorize(actor, 'action-sheet.write', sheet);
	const contribution = found(await findContribution(reader, input.proposalId));
	if (!consolidatedStates().includes(contribution.state)) {
		throw new AppError('conflict', { reason: 'lineage.not_public' });
	}
	const quote = readQuote(contribution.text, input);
	const content = input.manner === 'as-is' ? quote : input.content;
	if (content === '') {
		throw new AppError('invalid', { reason: 'lineage.content_required', field: 'content' });
	}
	const relation = relationOf(input.manner, quote, content);
	const edgeId = newId();
	const intentId = await addIntent(trx, {
		documentId: sheet.documentId,
		intent: {
			kind: 'insert_passage',
			text: input.text,
			plain: content,
			source: edgeId,
			after: input.after || null
		},
		personId: actor.personId,
		now
	});
	await insertEdge(trx, {
		id: edgeId,
		territoryId: sheet.territoryId,
		proposalId: contribution.id,
		actionSheetId: sheet.id,
		intentId,
		text: input.text,
		relation,
		quote,
		personId: actor.personId,
		at: now
	});
	await recordEvent(context, {
		verb: 'passage-taken',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { proposalId: contribution.id, edgeId, relation }
	});
	return { edgeId, sheetId: sheet.id };
}

function readQuote(
	text: string,
	input: Pick<v.InferOutput<typeof PassageFormSchema>, 'sentences' | 'extract'>
): string {
	if (input.extract === '' && input.sentences.length === 0) {
		throw new AppError('invalid', { reason: 'lineage.choose_passage', field: 'sentences' });
	}
	if (input.extract !== '') {
		if (isExtract(text, input.extract)) return input.extract;
		throw new AppError('invalid', { reason: 'lineage.not_an_extract', field: 'extract' });
	}
	const quote = quoteOf(text, input.sentences);
	if (quote === null || quote.length > LONGEST_PASSAGE) {
		throw new AppError('invalid', { reason: 'lineage.not_an_extract', field: 'sentences' });
	}
	return quote;
}
