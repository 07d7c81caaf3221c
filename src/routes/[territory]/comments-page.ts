/** The page that takes the comment forms of a proposal or a sheet: one logic, two addresses. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findDiscussedTitle } from '#lib/discussion/server/subject-queries.ts';
import { findPendingAct, keepPendingAct } from '#lib/account/server/pending-act.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { runCommand, type CommandContext } from '#lib/command.ts';
import { commentForm, withdrawCommentForm } from '#lib/discussion/discussion-form.ts';
import { buildThreads } from '#lib/discussion/discussion.ts';
import { listComments, type Discussed } from '#lib/discussion/server/discussion-queries.ts';
import {
	canComment,
	findDiscussedSubject,
	type DiscussedSubject
} from '#lib/discussion/server/subject-queries.ts';
import { withdrawComment } from '#lib/discussion/server/withdraw-comment.ts';
import { writeComment } from '#lib/discussion/server/write-comment.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction, invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { erasePending, keepPendingToken, networkOfVisit, pendingTokenOf } from '#lib/site/visit.ts';

/** What the discussion section needs, for whichever page shows it; `known` when it was read already. */
export async function loadDiscussion(
	event: Pick<RequestEvent, 'locals'>,
	discussed: Discussed,
	known: DiscussedSubject | null = null
) {
	const { context } = event.locals;
	const subject = known ?? found(await findDiscussedSubject(context, discussed));
	const rows = await listComments(context, discussed);
	return {
		threads: buildThreads(rows),
		count: rows.filter(({ state }) => state === 'published').length,
		token: crypto.randomUUID(),
		mayComment: canComment(context, subject)
	};
}

/** The same with the title of what is discussed, and what a visitor had written before signing in. */
export async function loadCommentsPage(event: RequestEvent, discussed: Discussed) {
	const { context } = event.locals;
	const discussion = await loadDiscussion(event, discussed);
	const title = found(await findDiscussedTitle(context, discussed));
	const token = pendingTokenOf(event);
	const erased = event.url.searchParams.get('brouillon') === 'efface';
	const resumes = event.url.searchParams.has('reprendre');
	const pending = resumes && token ? await findPendingAct(context.db, token, new Date()) : null;
	const kept = v.safeParse(commentForm, pending?.kind === 'comment' ? pending.payload : null);
	return { discussion, title, resumes, erased, kept: kept.success ? kept.output : null };
}

/** The actions `ecrire`, `effacer` and `retirer` of such a page; `subjectPath` is where readers go back to. */
export function commentActions(
	discussedOf: (event: RequestEvent) => Discussed,
	subjectPath: (event: RequestEvent) => string
) {
	return {
		ecrire: async (event: RequestEvent) => {
			const values = readForm(await event.request.formData());
			const parsed = v.safeParse(commentForm, values);
			if (!parsed.success) return invalid(event, values, parsed.issues);
			const { context } = event.locals;
			const discussed = discussedOf(event);
			const here = subjectPath(event);
			let target: string;
			try {
				found(await findDiscussedSubject(context, discussed));
				if (context.actor.accountId === null || !context.actor.named) {
					const token = await runCommand(context, keepComment, {
						...parsed.output,
						network: networkOfVisit(event)
					});
					keepPendingToken(event, token, context.actor.sharedComputer);
					target = identify(event, `${here}/commentaires?reprendre`);
				} else {
					const written = await runCommand(context, writeComment, { ...parsed.output, discussed });
					await forget(event);
					target = `${here}?commentaire=${written.state === 'held' ? 'attente' : 'publie'}#commentaire-${written.id}`;
				}
			} catch (error) {
				return refused(event, values, error);
			}
			redirect(303, target);
		},
		effacer: async (event: RequestEvent) => {
			await erasePending(event);
			redirect(303, `${subjectPath(event)}/commentaires?brouillon=efface`);
		},
		retirer: formAction(withdrawCommentForm, withdrawComment, {
			done: (_result, event) => `${subjectPath(event)}#commentaires`
		})
	};
}

async function keepComment(
	{ trx, actor, now }: CommandContext,
	{ network, ...payload }: v.InferOutput<typeof commentForm> & { network: string }
) {
	const bucket = { capacity: 60, perMinute: 6 };
	if (!(await takeToken(trx, `comment-kept:${network}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
	return keepPendingAct(trx, {
		territoryId: found(actor.territoryId),
		kind: 'comment',
		payload: kept,
		sharedComputer: actor.sharedComputer,
		now
	});
}

/** A comment that was published is not resumed; another text that waits in this browser is. */
async function forget(event: RequestEvent): Promise<void> {
	const token = pendingTokenOf(event);
	if (token === null) return;
	const pending = await findPendingAct(event.locals.context.db, token, new Date());
	if (pending?.kind === 'comment') await erasePending(event);
}

function identify({ locals, params }: RequestEvent, next: string): string {
	const page = locals.context.actor.accountId === null ? 'connexion' : 'mon-nom';
	return `/${params.territory ?? ''}/${page}?suite=${encodeURIComponent(next)}`;
}
