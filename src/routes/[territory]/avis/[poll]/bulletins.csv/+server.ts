import { AppError, found } from '#lib/errors.ts';
import { mayPublish } from '#lib/poll/poll.ts';
import { findPoll, findPollCounts, listCountedBallots } from '#lib/poll/server/poll-queries.ts';

/** Every ballot of a counted poll, one a line, so that anyone can recount. */
export const GET = async ({ locals, params }) => {
	const poll = found(await findPoll(locals.context, params.poll));
	found(poll.countedAt);
	const { turnout } = await findPollCounts(locals.context, poll.id);
	if (!mayPublish(turnout, poll.publicationThreshold)) throw new AppError('not_found');
	const labels = new Map(poll.options.map(({ id, label }) => [id, label]));
	const ballots = await listCountedBallots(locals.context, poll);
	const lines = ballots.map(({ id, college, choices }) =>
		[id, college, ...choices.map((choice) => labels.get(choice) ?? choice)].map(cell).join(';')
	);
	return new Response(`\uFEFF${['bulletin;college;choix', ...lines].join('\r\n')}\r\n`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="bulletins-${poll.id}.csv"`
		}
	});
};

/** A cell that no spreadsheet takes for a formula (ASVS 1.2.10). */
function cell(text: string): string {
	const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
