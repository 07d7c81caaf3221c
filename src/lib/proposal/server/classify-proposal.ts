import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { classifySchema } from '../proposal-form.ts';
import { setClassification } from './classification-writes.ts';
import { checkPlaces } from './place-queries.ts';
import { getProposalSubject } from './proposal-queries.ts';

/**
 * Says which axis, themes, commune and group a contribution is about, sums it up in plain words, and
 * opens its text to everyone or not. Its own words do not change.
 * @throws {AppError} not_found, forbidden, conflict once withdrawn, invalid
 */
export async function classifyProposal(
	context: CommandContext,
	input: v.InferOutput<typeof classifySchema>
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.review', subject);
	if (subject.state === 'WITHDRAWN') throw new AppError('conflict');
	await checkPlaces(trx, subject, input);
	await setClassification(trx, subject.id, input, now);
	await recordEvent(context, {
		verb: 'proposal-classified',
		subjectKind: 'proposal',
		subjectId: subject.id,
		detail: { axisId: input.axisId, bodyId: input.bodyId, themes: input.themeIds.length }
	});
}
