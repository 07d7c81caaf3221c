import { sql, type RawBuilder } from 'kysely';
import { can } from '#lib/access/permissions.ts';
import { hasRole, sitsIn, type Actor } from '#lib/access/actor.ts';
import { dueAt } from '#lib/answer/answer.ts';
import { isCurrent } from '#lib/answer/server/answer-queries.ts';
import type { QueryContext } from '#lib/command.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { consolidatedStates } from '#lib/lineage/server/contribution-queries.ts';
import { isInTime } from '#lib/poll/server/poll-queries.ts';
import { inOrder, type Task, type TaskKind } from '../task.ts';

interface Row {
	kind: TaskKind;
	count: number;
	/** What the deadline counts from, or the deadline itself. */
	since: Date | null;
	subjectId: string | null;
}

interface Scope {
	actor: Actor;
	territoryId: string;
	personId: string;
	now: Date;
	/** Bodies that the actor leads, and those of which they record the decisions. */
	led: string[];
	chaired: string[];
	seats: string[];
}

/** Days during which a published answer, or a new proposal of one's group, is news. */
const NEWS_DAYS = 30;
const DAY = 86_400_000;
const READING_DAYS = 2;

/**
 * What waits for the actor, the most pressing first: two queries, whatever the number of lines.
 * Counts come from the tables themselves; nobody keeps a list that could be wrong.
 */
export async function listTasks(context: QueryContext, now: Date): Promise<Task[]> {
	const { db, actor } = context;
	const { territoryId, personId } = actor;
	if (territoryId === null || personId === null) return [];
	if (!can(actor, 'task.read', { territoryId })) return [];
	const contract = await findCurrentContract(db, territoryId);
	const bodies = actor.memberships.map(({ bodyId }) => bodyId);
	const scope: Scope = {
		actor,
		territoryId,
		personId,
		now,
		led: bodies.filter((id) => sitsIn(actor, id, 'lead', 'chair')),
		chaired: bodies.filter((id) => sitsIn(actor, id, 'chair', 'secretary')),
		seats: bodies
	};
	const parts = [
		...forEveryone(scope),
		...forGroups(scope),
		...forRoles(scope),
		...(can(actor, 'consolidation.work', { territoryId }) ? forCoordination(scope) : [])
	];
	const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(db);
	const tasks = rows.map(({ kind, count, since, subjectId }) => ({
		kind,
		count,
		subjectId: count === 1 ? subjectId : null,
		dueAt: since === null ? null : deadlineOf(kind, since, contract?.answerDays ?? 90)
	}));
	return inOrder(tasks, now);
}

function deadlineOf(kind: TaskKind, since: Date, answerDays: number): Date {
	switch (kind) {
		case 'read-contributions':
			return new Date(since.getTime() + READING_DAYS * DAY);
		case 'prepare-answers':
		case 'propose-answers':
		case 'record-decisions':
		case 'decide-answers':
		case 'send-answers':
			return dueAt(since, answerDays);
		default:
			return since;
	}
}

const NO_DAY = sql`null::timestamptz`;

/** One line: how many rows, since when, and which one when there is only one. */
function line(
	kind: TaskKind,
	from: RawBuilder<unknown>,
	{ id, since = NO_DAY }: { id: RawBuilder<unknown>; since?: RawBuilder<unknown> }
): RawBuilder<unknown> {
	return sql`select ${kind}::text as kind, count(*)::int as count,
		min(${since}) as since, min((${id})::text) as subject_id from ${from}`;
}

const proposalId = sql`proposal.id`;
const submitted = sql`proposal.submitted_at`;
const list = (values: readonly string[]) =>
	sql.join(values.length > 0 ? values : ['00000000-0000-0000-0000-000000000000']);

function forEveryone({ territoryId, personId, now, seats, actor }: Scope): RawBuilder<unknown>[] {
	const recent = new Date(now.getTime() - NEWS_DAYS * DAY);
	const mine = sql`proposal.territory_id = ${territoryId} and exists (select from proposal_author
		where proposal_id = proposal.id and person_id = ${personId})`;
	const parts = [
		line('revise-proposal', sql`proposal where ${mine} and proposal.state = 'RETURNED'`, {
			id: proposalId
		}),
		line(
			'read-answer',
			sql`proposal join answer on answer.proposal_id = proposal.id
				where ${mine} and answer.state = 'published' and answer.published_at > ${recent}`,
			{ id: proposalId }
		)
	];
	if (actor.named && !actor.suspended) {
		parts.push(
			line(
				'vote',
				sql`poll where poll.territory_id = ${territoryId}
					and poll.opens_at <= ${now} and poll.closes_at > ${now}
					and (poll.audience = 'everyone' or poll.body_id in (${list(seats)}))
					and ${isInTime(personId)}
					and not exists (select from poll_roll
						where poll_id = poll.id and person_id = ${personId})`,
				{ id: sql`poll.id`, since: sql`poll.closes_at` }
			)
		);
	}
	if (actor.named && seats.length === 0 && actor.roles.length === 0) {
		parts.push(
			line(
				'join-group',
				sql`body join contract on contract.id = body.contract_id
					where contract.territory_id = ${territoryId} and body.admission = 'open' and body.public
					and contract.state <> 'CLOSED'`,
				{ id: sql`body.id` }
			)
		);
	}
	return parts;
}

function forGroups({ territoryId, now, led, chaired, actor }: Scope): RawBuilder<unknown>[] {
	const recent = new Date(now.getTime() - NEWS_DAYS * DAY);
	const coordinates = can(actor, 'body.edit', { territoryId });
	const parts: RawBuilder<unknown>[] = [];
	if (led.length > 0 || coordinates) {
		const here = coordinates ? sql`true` : sql`membership.body_id in (${list(led)})`;
		parts.push(
			line(
				'review-applications',
				sql`membership join body on body.id = membership.body_id
					join contract on contract.id = body.contract_id
					where contract.territory_id = ${territoryId} and membership.state = 'applied' and ${here}`,
				{ id: sql`membership.body_id` }
			)
		);
	}
	if (led.length > 0 && !coordinates) {
		parts.push(
			line(
				'read-group-proposals',
				sql`proposal where proposal.territory_id = ${territoryId}
					and proposal.body_id in (${list(led)}) and proposal.state = 'PUBLISHED'
					and proposal.published_at > ${recent}`,
				{ id: proposalId }
			)
		);
	}
	if (chaired.length > 0 && !coordinates) {
		parts.push(
			line(
				'decide-answers',
				sql`answer join proposal on proposal.id = answer.proposal_id
					where answer.territory_id = ${territoryId} and answer.state = 'proposed'
					and answer.proposed_to_body_id in (${list(chaired)})`,
				{ id: sql`answer.id`, since: submitted }
			)
		);
	}
	return parts;
}

function forRoles({ territoryId, actor }: Scope): RawBuilder<unknown>[] {
	const parts: RawBuilder<unknown>[] = [];
	if (hasRole(actor, territoryId, 'elected', 'ars_referent', 'evaluator')) {
		parts.push(
			line(
				'read-sheets',
				sql`action_sheet where action_sheet.territory_id = ${territoryId}
					and action_sheet.state = 'IN_REVIEW'`,
				{ id: sql`action_sheet.id` }
			)
		);
	}
	if (can(actor, 'proposal.enter-for-other', { territoryId })) {
		parts.push(
			line(
				'enter-sheets',
				sql`paper_sheet where paper_sheet.territory_id = ${territoryId}
					and paper_sheet.proposal_id is null
					and paper_sheet.printed_by_id = ${actor.personId}`,
				{ id: sql`paper_sheet.id` }
			)
		);
	}
	if (can(actor, 'delivery.handle', { territoryId })) {
		parts.push(
			line(
				'print-letters',
				sql`delivery where delivery.territory_id = ${territoryId} and delivery.state = 'to_print'`,
				{ id: sql`delivery.id` }
			)
		);
	}
	return parts;
}

function forCoordination({ territoryId, now }: Scope): RawBuilder<unknown>[] {
	const answers = (state: string) =>
		sql`answer join proposal on proposal.id = answer.proposal_id
			where answer.territory_id = ${territoryId} and answer.state = ${state}`;
	const answer = { id: sql`answer.id`, since: submitted };
	return [
		line(
			'read-contributions',
			sql`proposal where proposal.territory_id = ${territoryId}
				and proposal.state in ('RECEIVED', 'HELD_PRIVACY')`,
			{ id: proposalId, since: submitted }
		),
		line(
			'decide-reports',
			sql`report where report.territory_id = ${territoryId} and report.state = 'open'`,
			{ id: sql`report.id` }
		),
		line(
			'read-comments',
			sql`comment where comment.territory_id = ${territoryId} and comment.state = 'held'`,
			{ id: sql`comment.id` }
		),
		line(
			'prepare-answers',
			sql`proposal where proposal.territory_id = ${territoryId}
				and proposal.answered_at is null and proposal.state in (${list(consolidatedStates())})
				and not exists (select from answer where answer.proposal_id = proposal.id)`,
			{ id: proposalId, since: submitted }
		),
		line(
			'review-answers',
			sql`answer join territory on territory.id = answer.territory_id
				where answer.territory_id = ${territoryId} and answer.outcome = 'postponed'
				and answer.state = 'published' and ${isCurrent}
				and answer.review_on <= (${now}::timestamptz at time zone territory.time_zone)::date`,
			{
				id: sql`answer.id`,
				since: sql`(answer.review_on + 1)::timestamp at time zone territory.time_zone`
			}
		),
		line('propose-answers', answers('draft'), answer),
		line('record-decisions', answers('proposed'), answer),
		line('send-answers', answers('decided'), answer),
		line(
			'complete-sheets',
			sql`action_sheet where action_sheet.territory_id = ${territoryId}
				and action_sheet.state in ('DRAFT', 'IN_REVIEW')`,
			{ id: sql`action_sheet.id` }
		)
	];
}
