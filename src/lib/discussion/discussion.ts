/** Threads of comments: pure rules. */

export type CommentState = 'published' | 'held' | 'hidden' | 'withdrawn';

/** Answers nest three levels below a comment; deeper ones stand beside the last level. */
export const MAX_DEPTH = 3;
/** Characters of a comment. */
export const MAX_COMMENT = 5000;

export interface CommentRow {
	id: string;
	parentId: string | null;
	depth: number;
	personId: string | null;
	/** Null once the account is gone. */
	authorName: string | null;
	authorCollege: 'resident' | 'professional' | 'elected' | null;
	/** Empty unless the reader may read it. */
	body: string;
	state: CommentState;
	hiddenReason: string;
	createdAt: Date;
}

export interface Thread extends CommentRow {
	answers: Thread[];
}

/**
 * Builds threads from rows in order of time. An answer whose parent is not among the rows stands at
 * the top, so that nothing disappears; a withdrawn or hidden comment without answers is left out
 * when it was withdrawn, and kept with its reason when it was hidden.
 */
export function buildThreads(rows: readonly CommentRow[]): Thread[] {
	const byId = new Map<string, Thread>(rows.map((row) => [row.id, { ...row, answers: [] }]));
	const top: Thread[] = [];
	for (const thread of byId.values()) {
		const parent = thread.parentId === null ? undefined : byId.get(thread.parentId);
		(parent?.answers ?? top).push(thread);
	}
	return pruned(top);
}

function pruned(threads: readonly Thread[]): Thread[] {
	return threads
		.map((thread) => ({ ...thread, answers: pruned(thread.answers) }))
		.filter((thread) => thread.state !== 'withdrawn' || thread.answers.length > 0);
}

/** Where an answer goes: below its parent, or beside it at the last level. */
export function placeAnswer(parent: Pick<CommentRow, 'id' | 'parentId' | 'depth'>): {
	parentId: string | null;
	depth: number;
} {
	return parent.depth < MAX_DEPTH
		? { parentId: parent.id, depth: parent.depth + 1 }
		: { parentId: parent.parentId, depth: parent.depth };
}

/** A new author's first words are read before publication; those of a trusted one appear at once. */
export function firstState(author: { trusted: boolean }): 'published' | 'held' {
	return author.trusted ? 'published' : 'held';
}
