import type { QueryContext } from '#lib/command.ts';
import { can } from '#lib/access/permissions.ts';
import type { ReportedKind, ReportReason } from '../report.ts';

export interface OpenReport {
	id: string;
	subjectKind: ReportedKind;
	subjectId: string;
	/** Page on which what was reported can be read. */
	path: string | null;
	title: string;
	reason: ReportReason;
	explanation: string;
	createdAt: Date;
}

/** Reports that wait for a decision, oldest first, 100 at most; none for who may not decide. */
export async function listOpenReports(
	{ db, actor }: QueryContext,
	territoryId: string
): Promise<OpenReport[]> {
	if (!can(actor, 'report.decide', { territoryId })) return [];
	const rows = await db
		.selectFrom('report')
		.leftJoin('comment', (join) =>
			join.onRef('comment.id', '=', 'report.subjectId').on('report.subjectKind', '=', 'comment')
		)
		.leftJoin('proposal', (join) =>
			join.on((eb) =>
				eb('proposal.id', '=', eb.fn.coalesce('comment.proposalId', 'report.subjectId'))
			)
		)
		.leftJoin('actionSheet', (join) =>
			join.on((eb) =>
				eb('actionSheet.id', '=', eb.fn.coalesce('comment.actionSheetId', 'report.subjectId'))
			)
		)
		.select([
			'report.id',
			'report.subjectKind',
			'report.subjectId',
			'report.reason',
			'report.explanation',
			'report.createdAt',
			'proposal.id as proposalId',
			'proposal.title as proposalTitle',
			'actionSheet.id as sheetId',
			'actionSheet.title as sheetTitle'
		])
		.where('report.territoryId', '=', territoryId)
		.where('report.state', '=', 'open')
		.orderBy('report.createdAt')
		.limit(100)
		.execute();
	return rows.map(({ proposalId, proposalTitle, sheetId, sheetTitle, ...report }) => ({
		...report,
		title: proposalTitle ?? sheetTitle ?? '',
		path: pathOf(proposalId, sheetId, report.subjectKind === 'comment' ? report.subjectId : null)
	}));
}

function pathOf(proposalId: string | null, sheetId: string | null, commentId: string | null) {
	const anchor = commentId ? `#commentaire-${commentId}` : '';
	if (proposalId) return `propositions/${proposalId}${anchor}`;
	return sheetId ? `plan/${sheetId}${anchor}` : null;
}
