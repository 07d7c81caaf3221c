import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { compareTexts, countWords, foldLines, linesOf } from '#lib/document/comparison.ts';
import { isWritable } from '#lib/document/document.ts';
import { getDocument } from '#lib/document/server/get-document.ts';
import { versionAt } from '#lib/document/history.ts';
import {
	findMomentTime,
	findTextsThen,
	listVersions
} from '#lib/document/server/history-queries.ts';

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const { db, actor } = context;
	const { id, state, headSeq, home } = await getDocument(context, params.document);
	authorize(actor, 'document.read-history', home.subject);
	const asked = [readSeq(url, 'de', headSeq), readSeq(url, 'a', headSeq)];
	const [from, to] = [Math.min(...asked), Math.max(...asked)];
	const before = from === 0 ? new Map() : await findTextsThen(db, id, from);
	const after = await findTextsThen(db, id, to);
	const versions = await listVersions(db, id);
	const momentOf = async (seq: number) => {
		const version = versionAt(seq, versions);
		return {
			label: version?.kind === 'named' ? version.label : null,
			isSealed: version?.kind === 'sealed',
			isNow: seq === headSeq,
			at: version?.at ?? (await findMomentTime(db, id, seq))
		};
	};
	return {
		document: { id },
		home: { kind: home.kind, id: home.id, title: home.title },
		from: from === 0 ? null : await momentOf(from),
		to: await momentOf(to),
		restores: from,
		texts:
			before &&
			after &&
			[...after].map(([name, text]) => {
				const parts = compareTexts(before.get(name) ?? [], text);
				return { name, lines: foldLines(linesOf(parts)), count: countWords(parts) };
			}),
		mayRestore:
			before !== null &&
			from > 0 &&
			from < headSeq &&
			isWritable(state) &&
			can(actor, 'document.restore', home.subject)
	};
};

/** 0 is before the first update; what is no moment is the present one. */
function readSeq(url: URL, name: string, headSeq: number): number {
	const seq = Number(url.searchParams.get(name) ?? headSeq);
	return Number.isSafeInteger(seq) && seq >= 0 && seq <= headSeq ? seq : headSeq;
}
