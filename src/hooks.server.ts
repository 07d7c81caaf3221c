/** The edge of the site: who asks, in which language, where; headers, errors, one log line. */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { visitor } from '#lib/access/actor.ts';
import { localeCookieName, sessionCookieName } from '#lib/account/cookies.ts';
import { findActor } from '#lib/account/server/actor-queries.ts';
import { readSession } from '#lib/account/server/session.ts';
import { AppError, statusOf } from '#lib/errors.ts';
import { editionOf } from '#lib/event/server/kept.ts';
import { logFailure, logRequest } from '#lib/log.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { compressed } from '#lib/site/server/compress.ts';
import { secureHeaders, signInAddress } from '#lib/site/headers.ts';
import { isFromElsewhere, localeOf, REFUSED_PATH } from '#lib/site/own-origin.ts';
import { findTerritoryBySlug } from '#lib/territory/server/territory-queries.ts';
import { application, startApplication } from '#server/application.ts';

export const init: ServerInit = async () => {
	if (!building) await startApplication();
};

export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const { db } = application();
	const { cookies, locals, params, route, request, url } = event;
	locals.requestId = crypto.randomUUID();
	const https = url.protocol === 'https:';
	const refuses = isFromElsewhere(request.method, request.headers.get('origin'), url.origin);
	const asked = url.pathname === REFUSED_PATH ? request.headers.get('accept-language') : null;
	locals.locale = localeOf(cookies.get(localeCookieName(https)), asked);
	locals.sessionToken = cookies.get(sessionCookieName(https)) ?? null;
	const place = params.territory ? await findTerritoryBySlug(db, params.territory) : null;
	const territory = place?.territory ?? null;
	locals.territory = territory;
	const signedIn = locals.sessionToken
		? await readSession(db, locals.sessionToken, new Date())
		: null;
	const actor = signedIn
		? await findActor(db, signedIn, territory?.id ?? null)
		: visitor(territory?.id ?? null);
	locals.context = { db, actor, edition: editionOf(place?.latest ?? null, new Date()) };

	const answer = refuses
		? await event.fetch(REFUSED_PATH)
		: await resolve(event, {
				transformPageChunk: ({ html }) => html.replace('%parvis.lang%', locals.locale),
				preload: ({ type }) => type === 'css' || type === 'font'
			});
	const signIn = signInAddress(locals.refusal, territory, request.method, url);
	const status = locals.refusal ? statusOf(locals.refusal) : answer.status;
	const response = signIn
		? new Response(null, { status: 303, headers: { location: signIn } })
		: new Response(answer.body, { status, headers: answer.headers });
	secureHeaders(response.headers, { signedIn: signedIn !== null, https });
	logRequest({
		requestId: locals.requestId,
		method: request.method,
		routeId: route.id,
		status: response.status,
		milliseconds: performance.now() - started,
		actorId: actor.personId
	});
	return compressed(response, request.headers.get('accept-encoding'));
};

/** Refusals become their status and sentence; anything else is a fault, with a reference to give. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const m = messagesOf(event.locals.locale ?? 'fr');
	if (error instanceof AppError) {
		event.locals.refusal = error.code;
		const { reason } = error.details;
		return { message: error.code, status: statusOf(error.code), ...(reason && { reason }) };
	}
	if (status === 404) return { message: 'not_found', status };
	// What a browser cannot send is no fault of ours: too large, of another kind, cut short.
	if (status < 500) return { message: 'invalid', status };
	if (error instanceof TypeError && /body as FormData|Content-Type was not/.test(error.message)) {
		event.locals.refusal = 'invalid';
		return { message: 'invalid', status: statusOf('invalid') };
	}
	logFailure(error, { requestId: event.locals.requestId, routeId: event.route.id });
	return { message: m.site.error.title[500], status: 500, id: event.locals.requestId };
};
