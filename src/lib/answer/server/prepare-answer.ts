import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { publicProposalStates } from '#lib/access/permissions.ts';
import { findSheetSubject } from '#lib/action-sheet/server/action-sheet-queries.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findContribution, type Contribution } from '#lib/lineage/server/contribution-queries.ts';
import { findTerritorySettings } from '#lib/territory/server/territory-settings-queries.ts';
import type { PrepareAnswerFormSchema } from '../answer-form.ts';
import { dayIn, isOpen, isToReview, requiredField } from '../answer.ts';
import { findAnswerTo } from './answer-queries.ts';
import { insertAnswer, updateAnswer } from './answer-writes.ts';
import { mayBeSent } from './publish-one.ts';

type Input = v.InferOutput<typeof PrepareAnswerFormSchema>;

/**
 * Writes or rewrites the draft of an answer. Rewriting one that was put to a body takes it back. What
 * was postponed is answered again from the day that was named.
 * @throws {AppError} not_found, forbidden, conflict when answered, decided or stale, invalid when the
 * outcome lacks what it points to
 */
export async function prepareAnswer(
	context: CommandContext,
	input: Input
): Promise<{ answerId: string; proposalId: string }> {
	const { trx, actor, now } = context;
	const reader = { db: trx, actor };
	const contribution = found(await findContribution(reader, input.proposalId));
	authorize(actor, 'answer.prepare', contribution);
	const current = await findAnswerTo(reader, contribution.id);
	const { timeZone } = found(await findTerritorySettings(trx, contribution.territoryId));
	const today = dayIn(now, timeZone);
	const again = current !== null && (current.reconsiders || isToReview(current, today));
	if (!mayBeSent(input.outcome, contribution, again)) {
		throw new AppError('conflict', { reason: 'answer.not_open' });
	}
	const values = await readValues(context, contribution, input);
	const existing = current?.state === 'published' ? null : current;
	const answerId = existing?.id ?? newId();
	if (existing === null) {
		if (input.version !== 0) throw new AppError('conflict', { reason: 'answer.stale' });
		await insertAnswer(trx, {
			id: answerId,
			territoryId: contribution.territoryId,
			proposalId: contribution.id,
			...values
		});
	} else {
		if (!isOpen(existing.state)) throw new AppError('conflict', { reason: 'answer.decided' });
		await updateAnswer(trx, answerId, input.version, values);
	}
	await recordEvent(context, {
		verb: 'answer-prepared',
		subjectKind: 'proposal',
		subjectId: contribution.id,
		detail: { answerId, outcome: input.outcome }
	});
	return { answerId, proposalId: contribution.id };
}

const REQUIRED = {
	actionSheetId: 'sheet_required',
	intoProposalId: 'target_required',
	redirectedTo: 'redirected_to_required',
	reviewOn: 'review_required'
} as const;

/** What an outcome points to: a sheet when kept or grouped, another contribution when grouped. */
function kept(input: Input) {
	const grouped = input.outcome === 'merged';
	return {
		actionSheetId: grouped || input.outcome === 'retained' ? input.actionSheetId : null,
		intoProposalId: grouped ? input.intoProposalId : null
	};
}

/** Checks what the outcome points to, and drops what another outcome had left in the form. */
async function readValues({ trx, actor, now }: CommandContext, to: Contribution, typed: Input) {
	const reader = { db: trx, actor };
	const field = requiredField(typed.outcome);
	if (field !== null && !typed[field]) {
		throw new AppError('invalid', { reason: `answer.${REQUIRED[field]}`, field });
	}
	const { actionSheetId, intoProposalId } = kept(typed);
	if (actionSheetId !== null) {
		const sheet = await findSheetSubject(reader, actionSheetId);
		if (sheet?.contractId !== to.contractId) {
			throw new AppError('invalid', {
				reason: 'answer.sheet_required',
				field: 'actionSheetId'
			});
		}
	}
	if (intoProposalId !== null) {
		const into = await findContribution(reader, intoProposalId);
		const open = into !== null && publicProposalStates().includes(into.state);
		if (!open || into.id === to.id || into.contractId !== to.contractId) {
			throw new AppError('invalid', { reason: 'answer.target', field: 'intoProposalId' });
		}
	}
	return {
		outcome: typed.outcome,
		text: typed.text,
		reasons: typed.reasons,
		actionSheetId,
		intoProposalId,
		redirectedTo: typed.outcome === 'redirected' ? typed.redirectedTo : '',
		reviewOn: typed.outcome === 'postponed' ? typed.reviewOn : null,
		state: 'draft' as const,
		proposedToBodyId: null,
		preparedById: actor.personId,
		preparedAt: now
	};
}
