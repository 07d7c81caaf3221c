/** The page that takes the comment forms of a proposal or a sheet: one logic, two addresses. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findDiscussedTitle } from '#lib/discussion/server/subject-queries.ts';
import { pendingActCookieAttributes, pendingActCookieName } from '#lib/account/cookies.ts';
import { dropPendingAct, findPendingAct, keepPendingAct } from '#lib/account/server/pending-act.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { runCommand, type CommandContext } from '#lib/command.ts';
import { commentForm, withdrawCommentForm } from '#lib/discussion/discussion-form.ts';
import { buildThreads } from '#lib/discussion/discussion.ts';
import { listComments, type Discussed } from '#lib/discussion/server/discussion-queries.ts';
import { canComment, findDiscussedSubject } from '#lib/discussion/server/subject-queries.ts';
import { withdrawComment } from '#lib/discussion/server/withdraw-comment.ts';
import { writeComment } from '#lib/discussion/server/write-comment.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction, invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { networkOfVisit } from '#lib/site/visit.ts';

/** What the discussion section needs, for whichever page shows it. */
export async function loadDiscussion(event: Pick<RequestEvent, 'locals'>, discussed: Discussed) {
	const { context } = event.locals;
	const subject = found(await findDiscussedSubject(context, discussed));
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
	const token = event.cookies.get(pendingActCookieName(event.url.protocol === 'https:'));
	const resumes = event.url.searchParams.has('reprendre');
	const pending = resumes && token ? await findPendingAct(context.db, token, new Date()) : null;
	const kept = v.safeParse(commentForm, pending?.kind === 'comment' ? pending.payload : null);
	return { discussion, title, resumes, kept: kept.success ? kept.output : null };
}

/** The actions `ecrire` and `retirer` of such a page; `subjectPath` is where readers go back to. */
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
			const https = event.url.protocol === 'https:';
			let target: string;
			try {
				found(await findDiscussedSubject(context, discussed));
				if (context.actor.accountId === null || !context.actor.named) {
					const token = await runCommand(context, keepComment, {
						...parsed.output,
						network: networkOfVisit(event)
					});
					event.cookies.set(pendingActCookieName(https), token, pendingActCookieAttributes(https));
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
		now
	});
}

async function forget(event: RequestEvent): Promise<void> {
	const name = pendingActCookieName(event.url.protocol === 'https:');
	const token = event.cookies.get(name);
	if (!token) return;
	const pending = await findPendingAct(event.locals.context.db, token, new Date());
	if (pending?.kind !== 'comment') return;
	await runCommand(
		event.locals.context,
		({ trx }: CommandContext, kept: string) => dropPendingAct(trx, kept),
		token
	);
	event.cookies.delete(name, { path: '/' });
}

function identify({ locals, params }: RequestEvent, next: string): string {
	const page = locals.context.actor.accountId === null ? 'connexion' : 'mon-nom';
	return `/${params.territory ?? ''}/${page}?suite=${encodeURIComponent(next)}`;
}
