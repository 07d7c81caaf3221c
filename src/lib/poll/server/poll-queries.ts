import { sql, type RawBuilder } from 'kysely';
import { can } from '#lib/access/permissions.ts';
import type { PollSubject } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { shownColleges, type Tally } from '../poll.ts';

export interface PollEntry extends PollSubject {
	id: string;
	title: string;
	question: string;
	method: 'approval' | 'majority_judgement';
	opensAt: Date;
	closesAt: Date;
	countedAt: Date | null;
	/** Voters so far: only how many, never how they voted. */
	voters: number;
	/** Whether the actor has voted. */
	voted: boolean;
	roll: 'open' | 'fixed';
	/** Whether the actor was there in time: always, unless the roll is fixed. */
	inTime: boolean;
}

export interface PollOption {
	id: string;
	label: string;
	description: string;
	proposalId: string | null;
	actionSheetId: string | null;
}

export interface PollView extends PollEntry {
	contractId: string;
	description: string;
	maxChoices: number | null;
	decidedBy: string;
	publicationThreshold: number;
	options: PollOption[];
}

/** Whether a person may still be on the roll of `poll`: see `ROLLS`. */
export function isInTime(personId: string | null): RawBuilder<boolean> {
	return sql<boolean>`(poll.roll = 'open' or exists (select from person
		where person.id = ${personId}::uuid and person.created_at <= poll.opens_at
		and (poll.audience = 'everyone' or exists (select from membership
			where membership.person_id = person.id and membership.body_id = poll.body_id
			and membership.state = 'active' and membership.joined_at <= poll.opens_at))))`;
}

function entries({ db, actor }: QueryContext) {
	return db
		.selectFrom('poll')
		.select((eb) => [
			'poll.id',
			'poll.territoryId',
			'poll.title',
			'poll.question',
			'poll.method',
			'poll.audience',
			'poll.bodyId',
			'poll.opensAt',
			'poll.closesAt',
			'poll.countedAt',
			'poll.roll',
			isInTime(actor.personId).as('inTime'),
			sql<number>`coalesce(
				(select sum(voters) from poll_turnout where poll_id = poll.id),
				(select count(*) from poll_roll where poll_id = poll.id)
			)::int`.as('voters'),
			eb
				.exists(
					eb
						.selectFrom('pollRoll')
						.select('pollRoll.personId')
						.whereRef('pollRoll.pollId', '=', 'poll.id')
						.where('pollRoll.personId', '=', actor.personId)
				)
				.as('voted')
		])
		.where('poll.territoryId', '=', actor.territoryId);
}

/** The polls that the actor may see: open ones first, then the latest, 50 at most. */
export async function listPolls(context: QueryContext): Promise<PollEntry[]> {
	const rows = await entries(context).orderBy('poll.closesAt', 'desc').limit(50).execute();
	return rows
		.filter((row) => can(context.actor, 'poll.read', row))
		.map((row) => ({ ...row, voted: Boolean(row.voted) }));
}

/** A poll with its options in order, or null when it is unknown or not to be seen. */
export async function findPoll(context: QueryContext, id: string): Promise<PollView | null> {
	if (!isId(id)) return null;
	const { db, actor } = context;
	const row = await entries(context)
		.select([
			'poll.contractId',
			'poll.description',
			'poll.maxChoices',
			'poll.decidedBy',
			'poll.publicationThreshold'
		])
		.where('poll.id', '=', id)
		.executeTakeFirst();
	if (!row || !can(actor, 'poll.read', row)) return null;
	const options = await db
		.selectFrom('pollOption')
		.select(['id', 'label', 'description', 'proposalId', 'actionSheetId'])
		.where('pollId', '=', id)
		.orderBy('position')
		.limit(50)
		.execute();
	return { ...row, voted: Boolean(row.voted), options };
}

export interface PollCounts {
	tallies: Tally[];
	turnout: Map<string, number>;
	weights: Map<string, number>;
}

/** The published count of a poll; empty before it was counted: nobody sees partial results. */
export async function findPollCounts(
	{ db }: Pick<QueryContext, 'db'>,
	pollId: string
): Promise<PollCounts> {
	const [tallies, turnout] = await Promise.all([
		db
			.selectFrom('pollTally')
			.select(['optionId', 'college', 'grade', 'count'])
			.where('pollId', '=', pollId)
			.orderBy('optionId')
			.limit(2000)
			.execute(),
		db
			.selectFrom('pollTurnout')
			.select(['college', 'voters', 'weight'])
			.where('pollId', '=', pollId)
			.orderBy('college')
			.limit(20)
			.execute()
	]);
	return {
		tallies,
		turnout: new Map(turnout.map(({ college, voters }) => [college, voters])),
		weights: new Map(turnout.map(({ college, weight }) => [college, weight ?? 1]))
	};
}

/**
 * Every ballot of a counted poll in the order of its random id, for the recount; 100,000 at most. The
 * college is empty where it is not shown apart: a ballot that only one person can have cast is no
 * secret.
 */
export async function listCountedBallots(
	context: Pick<QueryContext, 'db'>,
	poll: Pick<PollView, 'id' | 'publicationThreshold'>
): Promise<{ id: string; college: string; choices: string[] }[]> {
	const { turnout } = await findPollCounts(context, poll.id);
	const shown = shownColleges(turnout, poll.publicationThreshold);
	const ballots = await context.db
		.selectFrom('ballot')
		.innerJoin('poll', 'poll.id', 'ballot.pollId')
		.select(['ballot.id', 'ballot.college', 'ballot.choices'])
		.where('poll.id', '=', poll.id)
		.where('poll.countedAt', 'is not', null)
		.orderBy('ballot.id')
		.limit(100_000)
		.execute();
	return ballots.map((ballot) => ({
		...ballot,
		college: shown.has(ballot.college) ? ballot.college : ''
	}));
}
