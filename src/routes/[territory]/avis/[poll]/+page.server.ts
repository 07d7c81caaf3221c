import * as v from 'valibot';
import { can } from '#lib/access/permissions.ts';
import { runCommand } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { formAction, invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { ballotForm, countPollForm } from '#lib/poll/poll-form.ts';
import { pollStage } from '#lib/poll/poll.ts';
import { castBallot, checkChoices } from '#lib/poll/server/cast-ballot.ts';
import { countPoll } from '#lib/poll/server/count-poll.ts';
import { findPoll } from '#lib/poll/server/poll-queries.ts';
import { presentResults } from '#lib/poll/server/present-results.ts';

export const load = async ({ locals, params }) => {
	const { context } = locals;
	const poll = found(await findPoll(context, params.poll));
	const stage = pollStage(poll, new Date());
	return {
		poll: {
			id: poll.id,
			title: poll.title,
			question: poll.question,
			description: poll.description,
			method: poll.method,
			maxChoices: poll.maxChoices,
			audience: poll.audience,
			roll: poll.roll,
			opensAt: poll.opensAt,
			closesAt: poll.closesAt,
			voters: poll.voters,
			voted: poll.voted,
			counted: poll.countedAt !== null,
			options: poll.options,
			stage
		},
		mayVote: poll.inTime && can(context.actor, 'poll.vote', poll),
		isLate: !poll.inTime && can(context.actor, 'poll.vote', poll),
		mayCount: stage === 'closed' && !poll.countedAt && can(context.actor, 'poll.close', poll),
		results: poll.countedAt ? await presentResults(context, poll) : null
	};
};

export const actions = {
	/** Shows the choices once more before they are sent, so that they can be checked and changed. */
	verifier: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(ballotForm, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const poll = found(await findPoll(event.locals.context, event.params.poll));
		try {
			const choices = checkChoices(poll, parsed.output.choices);
			return { recap: poll.options.filter(({ id }) => choices.includes(id)) };
		} catch (error) {
			return refused(event, values, error);
		}
	},
	/** Answers with the receipt itself: in an address it would lie in the browser's history. */
	envoyer: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(ballotForm, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		try {
			const input = { pollId: event.params.poll, choices: parsed.output.choices };
			return await runCommand(event.locals.context, castBallot, input, { secret: true });
		} catch (error) {
			return refused(event, values, error);
		}
	},
	changer: async (event) => {
		const values = readForm(await event.request.formData());
		return { form: { action: 'changer', values, issues: {}, message: '' } };
	},
	compter: formAction(countPollForm, countPoll, {
		done: (_result, event) => event.url.pathname
	})
};
