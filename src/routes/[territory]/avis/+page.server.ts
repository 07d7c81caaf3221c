import { can } from '#lib/access/permissions.ts';
import { found } from '#lib/errors.ts';
import { pollStage } from '#lib/poll/poll.ts';
import { listPolls } from '#lib/poll/server/poll-queries.ts';

export const load = async ({ locals }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	const now = new Date();
	const polls = await listPolls(context);
	return {
		mayCreate: can(context.actor, 'poll.create', { territoryId }),
		polls: polls.map(({ id, title, question, opensAt, closesAt, voters, voted, ...poll }) => ({
			id,
			title,
			question,
			opensAt,
			closesAt,
			voters,
			voted,
			counted: poll.countedAt !== null,
			stage: pollStage({ opensAt, closesAt }, now)
		}))
	};
};
