import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { durationOf, isLate, minutesOf, pathOf } from '#lib/task/task.ts';
import { listTasks } from '#lib/task/server/task-queries.ts';
import { hasLeftWords } from '../compte/left-texts.ts';

export const load = async ({ locals, cookies }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'task.read', { territoryId });
	const now = new Date();
	const tasks = await listTasks(context, now);
	return {
		hasLeftWords: hasLeftWords(cookies),
		tasks: tasks.map((task) => ({
			kind: task.kind,
			count: task.count,
			dueAt: task.dueAt,
			path: pathOf(task),
			late: isLate(task, now),
			duration: durationOf(minutesOf(task))
		})),
		total: durationOf(tasks.reduce((minutes, task) => minutes + minutesOf(task), 0))
	};
};
