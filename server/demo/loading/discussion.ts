/** Loads what people answered: supports of proposals, and comments on proposals and action sheets. */
import type { DemoComment } from '../fields.ts';
import { steadyMinutes, type Story } from './story.ts';

/** Inserts the supports; the counts kept on proposals were written with them. */
export async function loadSupports(story: Story): Promise<void> {
	const supports = story.data.proposals.flatMap((proposal) =>
		proposal.supporters.map(({ person, day }) => ({
			proposal: proposal.key,
			person,
			at: story.at(day, steadyMinutes(`${proposal.key} ${person}`))
		}))
	);
	await story.trx
		.insertInto('support')
		.values(
			supports.map(({ proposal, person, at }) => ({
				proposalId: story.id('proposal', proposal),
				personId: story.id('person', person),
				at
			}))
		)
		.execute();
	for (const { proposal, person, at } of supports) {
		const subjectId = story.id('proposal', proposal);
		story.tell({ verb: 'proposal-supported', subjectKind: 'proposal', subjectId, person, at });
	}
}

/** Inserts the comments of proposals and of action sheets, in the order in which they were written. */
export async function loadComments(story: Story): Promise<void> {
	for (const proposal of story.data.proposals) {
		await insertThread(story, proposal.comments, {
			proposalId: story.id('proposal', proposal.key),
			actionSheetId: null
		});
	}
	for (const sheet of story.data.sheets) {
		await insertThread(story, sheet.comments, {
			proposalId: null,
			actionSheetId: story.id('sheet', sheet.code)
		});
	}
}

type Subject =
	{ proposalId: string; actionSheetId: null } | { proposalId: null; actionSheetId: string };

async function insertThread(story: Story, comments: readonly DemoComment[], subject: Subject) {
	if (comments.length === 0) return;
	const depths = new Map<string, number>();
	const rows = comments.map((comment, index) => {
		const depth = comment.replyTo === null ? 0 : (depths.get(comment.replyTo) ?? 0) + 1;
		depths.set(comment.key, depth);
		return {
			id: story.id('comment', comment.key),
			territoryId: story.territoryId,
			...subject,
			parentId: story.maybeId('comment', comment.replyTo),
			depth,
			personId: story.id('person', comment.person),
			body: comment.quote ? `«\u00a0${comment.quote}\u00a0»\n${comment.text}` : comment.text,
			state: 'published' as const,
			// Ten minutes apart at least, so that answers follow what they answer.
			createdAt: story.at(comment.day, 12 * 60 + index * 47)
		};
	});
	await story.trx.insertInto('comment').values(rows).execute();
	rows.forEach((row, index) => {
		story.tell({
			verb: 'comment-written',
			subjectKind: 'comment',
			subjectId: row.id,
			person: comments[index]?.person ?? null,
			at: row.createdAt
		});
	});
}
