import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { paragraphsOf } from '#lib/document/attribution.ts';
import { listPassages } from '#lib/document/server/attribution-queries.ts';
import { getDocument } from '#lib/document/server/get-document.ts';
import { readNames } from '#lib/document/server/history-queries.ts';
import { listTexts } from '#lib/document/server/moment-queries.ts';

export const load = async ({ locals, params }) => {
	const { context } = locals;
	const { db, actor } = context;
	const { id, home } = await getDocument(context, params.document);
	authorize(actor, 'document.read-authors', home.subject);
	const texts = [];
	for (const name of await listTexts(db, id)) {
		const passages = await listPassages(db, id, name);
		const names = await readNames(
			db,
			passages.map(({ personId }) => personId)
		);
		const nameOf = (personId: string | null) =>
			personId === null ? null : (names.get(personId) ?? null);
		texts.push({
			name,
			authors: [...new Set(passages.map(({ personId }) => nameOf(personId)))].filter(
				(author) => author !== null
			),
			paragraphs: paragraphsOf(passages).map((paragraph) =>
				paragraph.map(({ text, personId, via, at }) => ({
					text,
					author: nameOf(personId),
					isUncertain: via === 'uncertain',
					at
				}))
			)
		});
	}
	return {
		document: { id },
		home: { kind: home.kind, id: home.id, title: home.title },
		texts,
		mayReadHistory: can(actor, 'document.read-history', home.subject)
	};
};
