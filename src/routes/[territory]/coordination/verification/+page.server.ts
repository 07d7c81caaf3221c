import { authorize } from '#lib/access/authorize.ts';
import { isDocumentId } from '#lib/document/document.ts';
import {
	countDocuments,
	listKnownFindings,
	readInFull
} from '#lib/document/server/verification-queries.ts';
import { gatherFindings } from '#lib/document/verification.ts';
import { found } from '#lib/errors.ts';
import { listDocumentHomes } from '#lib/site/server/document-owner-queries.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'document.verify', { territoryId });
	const asked = url.searchParams.get('apres');
	const after = asked !== null && isDocumentId(asked) ? asked : null;
	const known = await listKnownFindings(db, territoryId);
	const { findings, count, unchecked, next } = await readInFull(db, territoryId, after);
	const { all, before } = await countDocuments(db, territoryId, after);
	const gathered = gatherFindings([...known, ...findings]);
	const homes = await listDocumentHomes(
		db,
		gathered.map(({ documentId }) => documentId)
	);
	const texts = gathered.map(({ documentId, checks }) => {
		const home = homes.get(documentId);
		return {
			documentId,
			checks,
			home: home ? { kind: home.kind, id: home.id, title: home.title } : null
		};
	});
	const checked = { from: count && before + 1, to: before + count, all };
	return { texts, next, after, checked, unchecked };
};
