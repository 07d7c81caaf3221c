/** What waits for someone: kinds, the minutes each takes, where it is done, and what comes first. */

export const TASK_KINDS = [
	'revise-proposal',
	'read-contributions',
	'decide-reports',
	'read-comments',
	'enter-sheets',
	'send-answers',
	'record-decisions',
	'decide-answers',
	'propose-answers',
	'prepare-answers',
	'review-answers',
	'print-letters',
	'review-applications',
	'read-answer',
	'vote',
	'read-sheets',
	'complete-sheets',
	'read-group-proposals',
	'join-group'
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
	kind: TaskKind;
	count: number;
	/** The one thing that waits, when it is only one. */
	subjectId: string | null;
	/** When it should be done at the latest; null when it may wait. */
	dueAt: Date | null;
}

/** Minutes for one: what a practised person needs, so that the sum can be believed. */
const MINUTES: Record<TaskKind, number> = {
	'revise-proposal': 5,
	'read-contributions': 3,
	'decide-reports': 5,
	'read-comments': 1,
	'enter-sheets': 3,
	'send-answers': 1,
	'record-decisions': 2,
	'decide-answers': 3,
	'propose-answers': 2,
	'prepare-answers': 10,
	'review-answers': 10,
	'print-letters': 2,
	'review-applications': 2,
	'read-answer': 1,
	vote: 2,
	'read-sheets': 5,
	'complete-sheets': 15,
	'read-group-proposals': 3,
	'join-group': 1
};

/** One press for all of them, or one choice among them: the number changes nothing. */
const AT_ONCE: readonly TaskKind[] = ['send-answers', 'join-group'];

/** Minutes that a line takes, all that it counts together. */
export function minutesOf(task: Pick<Task, 'kind' | 'count'>): number {
	return AT_ONCE.includes(task.kind) ? MINUTES[task.kind] : MINUTES[task.kind] * task.count;
}

/** Hours and minutes of a sum; past an hour rounded up to a quarter, since nobody counts closer. */
export function durationOf(minutes: number): { hours: number; minutes: number } {
	const rounded = minutes > 60 ? Math.ceil(minutes / 15) * 15 : minutes;
	return { hours: Math.floor(rounded / 60), minutes: rounded % 60 };
}

const DAY = 86_400_000;
/** Days before its end at which a deadline begins to press. */
const PRESSING_DAYS = 21;

/** Whether a task is past its deadline. */
export function isLate(task: Task, now: Date): boolean {
	return task.dueAt !== null && task.dueAt.getTime() < now.getTime();
}

function presses(task: Task, now: Date): boolean {
	return task.dueAt !== null && task.dueAt.getTime() - now.getTime() <= PRESSING_DAYS * DAY;
}

/**
 * What to do first: what is late or presses, by deadline; then the rest in the order of the kinds,
 * which puts what others wait for before what one may do.
 */
export function inOrder(tasks: readonly Task[], now: Date): Task[] {
	const rank = (task: Task) => TASK_KINDS.indexOf(task.kind);
	return tasks
		.filter((task) => task.count > 0)
		.sort((one, other) => {
			const pressing = Number(presses(other, now)) - Number(presses(one, now));
			if (pressing !== 0) return pressing;
			if (one.dueAt && other.dueAt && presses(one, now)) {
				const sooner = one.dueAt.getTime() - other.dueAt.getTime();
				if (sooner !== 0) return sooner;
			}
			return rank(one) - rank(other);
		});
}

/** Where a task is done, below the territory's address. */
export function pathOf(task: Pick<Task, 'kind' | 'subjectId'>): string {
	const { subjectId } = task;
	switch (task.kind) {
		case 'revise-proposal':
			return subjectId ? `/propositions/${subjectId}` : '/propositions';
		case 'read-contributions':
			return '/coordination/contributions';
		case 'decide-reports':
		case 'read-comments':
			return '/coordination/signalements';
		case 'enter-sheets':
			return '/feuilles/saisir';
		case 'send-answers':
			return '/coordination/reponses?etape=decided';
		case 'record-decisions':
		case 'decide-answers':
			return '/coordination/reponses?etape=proposed';
		case 'propose-answers':
			return '/coordination/reponses?etape=draft';
		case 'prepare-answers':
			return '/coordination/atelier';
		case 'review-answers':
			return '/coordination/reponses?etape=review';
		case 'print-letters':
			return '/coordination/courriers';
		case 'review-applications':
			return subjectId ? `/contrat/groupes/${subjectId}` : '/contrat/groupes';
		case 'read-answer':
			return subjectId ? `/propositions/${subjectId}` : '/propositions?vue=reponses';
		case 'vote':
			return subjectId ? `/avis/${subjectId}` : '/avis';
		case 'read-sheets':
			return subjectId ? `/plan/${subjectId}` : '/plan?etat=IN_REVIEW';
		case 'complete-sheets':
			return subjectId ? `/coordination/fiches/${subjectId}` : '/coordination/fiches';
		case 'read-group-proposals':
			return subjectId ? `/propositions/${subjectId}` : '/propositions';
		case 'join-group':
			return subjectId ? `/contrat/groupes/${subjectId}` : '/contrat/groupes';
	}
}
