import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { documentOnlyForm, nameVersionForm, restoreForm } from '#lib/document/document-form.ts';
import { isWritable } from '#lib/document/document.ts';
import { momentsOf } from '#lib/document/history.ts';
import { compactDocument } from '#lib/document/server/compact-document.ts';
import { freezeDocument, reopenDocument } from '#lib/document/server/freeze-document.ts';
import { getDocument } from '#lib/document/server/get-document.ts';
import { listSittings, listVersions } from '#lib/document/server/history-queries.ts';
import { nameVersion } from '#lib/document/server/name-version.ts';
import { findClosing } from '#lib/document/server/plain-page-queries.ts';
import { restoreMoment } from '#lib/document/server/restore-moment.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const { db, actor } = context;
	const { id, state, headSeq, home } = await getDocument(context, params.document);
	authorize(actor, 'document.read-history', home.subject);
	const before = Number(url.searchParams.get('avant') ?? 'none');
	const [{ sittings, next }, versions, closing] = await Promise.all([
		listSittings(db, id, Number.isSafeInteger(before) ? before : null),
		listVersions(db, id),
		findClosing(db, id)
	]);
	return {
		document: { id, state, headSeq },
		home: { kind: home.kind, id: home.id, title: home.title },
		sittings,
		next,
		versions,
		closing,
		moments: momentsOf(sittings, versions),
		rights: {
			name: can(actor, 'document.name-version', home.subject),
			restore: can(actor, 'document.restore', home.subject) && isWritable(state),
			freeze: can(actor, 'document.freeze', home.subject) && state !== 'sealed',
			compact: can(actor, 'document.compact', home.subject)
		},
		notice: url.searchParams.get('fait')
	};
};

const done = (notice: string) => ({
	done: (_result: unknown, { params }: { params: Partial<Record<string, string>> }) =>
		`/${params.territory ?? ''}/documents/${params.document ?? ''}/histoire?fait=${notice}`
});

export const actions = {
	nommer: formAction(nameVersionForm, nameVersion, done('nom')),
	retablir: formAction(restoreForm, restoreMoment, done('retabli')),
	figer: formAction(documentOnlyForm, freezeDocument, done('fige')),
	rouvrir: formAction(documentOnlyForm, reopenDocument, done('rouvert')),
	alleger: formAction(documentOnlyForm, compactDocument, done('allege'))
};
