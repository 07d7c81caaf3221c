// Walks a site by its links, as a patient reader would.
import type { APIRequestContext } from '@playwright/test';

export interface Walked {
	/** As the link says it. */
	path: string;
	/** The page that first led there. */
	from: string;
	/** After redirections. */
	arrivedAt: string;
	status: number;
	headers: Record<string, string>;
	html: string;
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What a link in a letter bears: 32 bytes, in base64url. */
const token = /(?<=\/)[\w-]{43}(?=\/|$)/g;

/** The kind of page behind an address: its path without ids, and the names of what it asks. */
export function kindOf(path: string): string {
	const { pathname, searchParams } = new URL(path, 'http://site.invalid');
	const names = [...new Set(searchParams.keys())].sort().join('&');
	return pathname.replace(id, ':id').replace(token, ':token') + (names ? `?${names}` : '');
}

/**
 * Follows every link from the given pages on; of those that only filter or sort, a few of each kind.
 * The language and files are left alone.
 */
export async function walk(request: APIRequestContext, starts: string[]): Promise<Walked[]> {
	const seen = new Map(starts.map((path) => [path, '']));
	const queries = new Map<string, number>();
	const pages: Walked[] = [];
	for (const [path, from] of seen) {
		const answer = await request.get(path);
		const headers = answer.headers();
		const isPage = headers['content-type']?.includes('text/html') ?? false;
		const html = isPage ? await answer.text() : '';
		const arrivedAt = answer.url().replace(/^https?:\/\/[^/]+/, '');
		pages.push({ path, from, arrivedAt, status: answer.status(), headers, html });
		for (const next of linksOf(html, path)) {
			if (seen.has(next)) continue;
			if (next.includes('?')) {
				const kind = kindOf(next);
				const count = (queries.get(kind) ?? 0) + 1;
				queries.set(kind, count);
				if (count > 3) continue;
			}
			seen.set(next, path);
		}
	}
	return pages;
}

function linksOf(html: string, path: string): string[] {
	return [...html.matchAll(/<a\b[^>]*?\shref="([^"#][^"]*)"/g)]
		.map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://site.invalid${path}`))
		.filter(({ host, pathname }) => host === 'site.invalid' && pathname !== '/langue')
		.map(({ pathname, search }) => pathname + search);
}

/** The first pages of each kind, in the order of the walk. */
export function samplesOf(pages: readonly Walked[], each: number): Walked[] {
	const counts = new Map<string, number>();
	return pages.filter(({ path, headers }) => {
		const count = (counts.get(kindOf(path)) ?? 0) + 1;
		counts.set(kindOf(path), count);
		return count <= each && (headers['content-type']?.includes('text/html') ?? false);
	});
}
