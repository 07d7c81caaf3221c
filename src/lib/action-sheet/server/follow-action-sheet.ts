import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { FollowSheetFormSchema } from '../action-sheet-form.ts';
import { findSheetSubject } from './action-sheet-queries.ts';
import { setProgress } from './action-sheet-writes.ts';

/**
 * Says how far the work is, of a signed sheet too: progress changes nothing of what was signed.
 * @throws {AppError} not_found, forbidden
 */
export async function followActionSheet(
	context: CommandContext,
	input: v.InferOutput<typeof FollowSheetFormSchema>
): Promise<{ sheetId: string }> {
	const { trx, actor } = context;
	const sheet = found(await findSheetSubject({ db: trx, actor }, input.sheet));
	authorize(actor, 'consolidation.work', sheet);
	await setProgress(trx, sheet.id, input.progress);
	await recordEvent(context, {
		verb: 'action-sheet-followed',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { progress: input.progress }
	});
	return { sheetId: sheet.id };
}
