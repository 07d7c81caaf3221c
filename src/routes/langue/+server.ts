import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localeCookieAttributes, localeCookieName } from '#lib/account/cookies.ts';
import { safeNextPath } from '#lib/account/next-path.ts';
import { isHttps } from '#lib/site/visit.ts';

// A preference of the reader alone: the link of the footer and a form do the same.
function choose(event: RequestEvent, locale: unknown, next: unknown): never {
	const https = isHttps(event);
	const chosen = locale === 'en' ? 'en' : 'fr';
	event.cookies.set(localeCookieName(https), chosen, localeCookieAttributes(https));
	redirect(303, safeNextPath(next, '/'));
}

export const GET = (event: RequestEvent) => {
	const { searchParams } = event.url;
	return choose(event, searchParams.get('vers'), searchParams.get('suite'));
};

export const POST = async (event: RequestEvent) => {
	const data = await event.request.formData();
	return choose(event, data.get('vers'), data.get('suite'));
};
