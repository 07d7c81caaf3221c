import type { Kysely } from 'kysely';
import { can } from '#lib/access/permissions.ts';
import type { CommentSubject } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import { prepareShapes } from '#lib/database/prepared.ts';
import type { Database } from '#lib/database/schema.ts';
import type { CommentRow } from '../discussion.ts';

/** What is discussed: a proposal or an action sheet. */
export type Discussed = { proposalId: string } | { actionSheetId: string };

const MOST = 500;

interface CommentKeys {
	territoryId: string | null;
	subjectId: string;
}

const commentsOf = prepareShapes<'proposalId' | 'actionSheetId', CommentKeys>()(
	(subject) => (db, slot) =>
		db
			.selectFrom('comment')
			.leftJoin('person', 'person.id', 'comment.personId')
			.select([
				'comment.id',
				'comment.territoryId',
				'comment.parentId',
				'comment.depth',
				'comment.personId',
				'person.publicName as authorName',
				'person.college as authorCollege',
				'comment.body',
				'comment.state',
				'comment.hiddenReason',
				'comment.createdAt'
			])
			.where(`comment.${subject}`, '=', slot('subjectId'))
			.where('comment.territoryId', '=', slot('territoryId'))
			.orderBy('comment.createdAt')
			.orderBy('comment.id')
			.limit(MOST)
);

/**
 * The comments that the actor may see, oldest first, 500 at most. A hidden one comes without its
 * words, with the reason that was given to its author; a held one only to its author and the
 * coordination.
 */
export async function listComments(
	{ db, actor }: QueryContext,
	subject: Discussed
): Promise<CommentRow[]> {
	const { territoryId } = actor;
	const rows = await ('proposalId' in subject
		? commentsOf('proposalId').list(db, { territoryId, subjectId: subject.proposalId })
		: commentsOf('actionSheetId').list(db, { territoryId, subjectId: subject.actionSheetId }));
	return rows
		.filter((row) => row.state === 'withdrawn' || can(actor, 'comment.read', row))
		.map(({ territoryId, ...row }) => ({
			...row,
			body: row.state === 'published' || isReader(row, territoryId) ? row.body : ''
		}));

	function isReader(
		row: { state: CommentRow['state']; personId: string | null },
		territoryId: string
	) {
		return (
			row.state === 'held' ||
			(row.state === 'hidden' && can(actor, 'comment.moderate', { territoryId }))
		);
	}
}

export interface CommentToModerate {
	id: string;
	proposalId: string | null;
	actionSheetId: string | null;
	subjectTitle: string;
	authorName: string | null;
	body: string;
	createdAt: Date;
}

/** Comments of new authors that wait to be read, oldest first, 100 at most. */
export async function listHeldComments(
	{ db }: QueryContext,
	territoryId: string
): Promise<CommentToModerate[]> {
	return db
		.selectFrom('comment')
		.leftJoin('person', 'person.id', 'comment.personId')
		.leftJoin('proposal', 'proposal.id', 'comment.proposalId')
		.leftJoin('actionSheet', 'actionSheet.id', 'comment.actionSheetId')
		.select((eb) => [
			'comment.id',
			'comment.proposalId',
			'comment.actionSheetId',
			eb.fn.coalesce('proposal.title', 'actionSheet.title', eb.val('')).as('subjectTitle'),
			'person.publicName as authorName',
			'comment.body',
			'comment.createdAt'
		])
		.where('comment.territoryId', '=', territoryId)
		.where('comment.state', '=', 'held')
		.orderBy('comment.createdAt')
		.limit(100)
		.execute();
}

export interface CommentForCommand extends CommentSubject {
	id: string;
	proposalId: string | null;
	actionSheetId: string | null;
	parentId: string | null;
	depth: number;
}

/** A comment of this territory as commands need it, or null. */
export async function findComment(
	db: Kysely<Database>,
	territoryId: string | null,
	id: string
): Promise<CommentForCommand | null> {
	const row = await db
		.selectFrom('comment')
		.select([
			'id',
			'territoryId',
			'proposalId',
			'actionSheetId',
			'parentId',
			'depth',
			'personId',
			'state'
		])
		.where('id', '=', id)
		.where('territoryId', '=', territoryId)
		.executeTakeFirst();
	return row ?? null;
}
