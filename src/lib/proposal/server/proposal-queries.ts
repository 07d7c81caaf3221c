/** One proposal as its actor may see it. What they may not see is not there. */
import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { sitsIn } from '#lib/access/actor.ts';
import { can } from '#lib/access/permissions.ts';
import type { ProposalState, ProposalSubject } from '#lib/access/subjects.ts';
import type { QueryContext } from '#lib/command.ts';
import type { Tone } from '#lib/contract/tone.ts';
import { isId } from '#lib/database/ids.ts';
import { prepare } from '#lib/database/prepared.ts';
import { found } from '#lib/errors.ts';
import type { ProposalChannel, ProposalCollege, ProposalKind } from '../proposal.ts';

export interface ProposalAuthor {
	personId: string;
	publicName: string;
	/** Null when nobody said it, or when it has too few inhabitants to stand beside a name. */
	communeName: string | null;
}

export interface ProposalSubmission {
	what: string;
	forWhom: string;
	location: string;
}

export interface ProposalView {
	id: string;
	contractId: string;
	documentId: string | null;
	number: number;
	title: string;
	summary: string;
	kind: ProposalKind;
	college: ProposalCollege;
	state: ProposalState;
	channel: ProposalChannel;
	enteredByName: string | null;
	supportCount: number;
	commentCount: number;
	submittedAt: Date;
	publishedAt: Date | null;
	answeredAt: Date | null;
	updatedAt: Date;
	axis: { id: string; code: string; title: string; tone: Tone } | null;
	/** Null when it is private and the actor neither sits in it nor coordinates. */
	body: { id: string; name: string; public: boolean } | null;
	/** Null for everyone but the coordination when it is too small to stand beside a name. */
	commune: { id: string; name: string; small: boolean } | null;
	window: { id: string; title: string } | null;
	themes: { id: string; label: string }[];
	authors: ProposalAuthor[];
	/** The text that readers see, from its document; null before publication. */
	rendered: { html: string; plain: string; seq: number } | null;
	/** What was sent: for its author and the coordination, while it is not published. */
	submission: ProposalSubmission | null;
	/** Whether the person who asks supports it. */
	supported: boolean;
	/** For `can(actor, 'proposal.…', subject)`. */
	subject: ProposalSubject;
}

/** Who may do what with a proposal of the actor's territory, or null; with `lock`, held until the end. */
export async function findProposalSubject(
	context: QueryContext,
	id: string,
	{ lock = false } = {}
): Promise<
	(ProposalSubject & { id: string; contractId: string; documentId: string | null }) | null
> {
	const { db, actor } = context;
	if (!isId(id) || actor.territoryId === null) return null;
	const row = await db
		.selectFrom('proposal')
		.select((eb) => [
			'proposal.id',
			'proposal.contractId',
			'proposal.documentId',
			'proposal.territoryId',
			'proposal.state',
			'proposal.enteredById',
			'proposal.bodyId',
			'proposal.openWriting',
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.select('proposalAuthor.personId')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(50)
			).as('authors')
		])
		.where('proposal.id', '=', id)
		.where('proposal.territoryId', '=', actor.territoryId)
		.$if(lock, (query) => query.forUpdate())
		.executeTakeFirst();
	if (!row) return null;
	const { authors, ...rest } = row;
	const subject = { ...rest, authorIds: authors.map(({ personId }) => personId) };
	return can(actor, 'proposal.read', subject) ? subject : null;
}

/**
 * Who may do what with a proposal that the actor may see.
 * @throws {AppError} not_found
 */
export async function getProposalSubject(
	context: QueryContext,
	id: string,
	options: { lock?: boolean } = {}
) {
	return found(await findProposalSubject(context, id, options));
}

const proposals = prepare<{ id: string; territoryId: string; personId: string | null }>()(
	(db, slot) =>
		db
			.selectFrom('proposal')
			.innerJoin('territory', 'territory.id', 'proposal.territoryId')
			.leftJoin('documentRender', (join) =>
				join
					.onRef('documentRender.documentId', '=', 'proposal.documentId')
					.on('documentRender.text', '=', 'body')
			)
			.leftJoin('proposalSubmission', 'proposalSubmission.proposalId', 'proposal.id')
			.leftJoin('person as enterer', 'enterer.id', 'proposal.enteredById')
			.select([
				'proposal.id',
				'proposal.territoryId',
				'proposal.contractId',
				'proposal.documentId',
				'proposal.number',
				'proposal.title',
				'proposal.summary',
				'proposal.kind',
				'proposal.college',
				'proposal.state',
				'proposal.channel',
				'proposal.enteredById',
				'proposal.bodyId',
				'proposal.openWriting',
				'proposal.supportCount',
				'proposal.commentCount',
				'proposal.submittedAt',
				'proposal.publishedAt',
				'proposal.answeredAt',
				'proposal.updatedAt',
				'documentRender.html',
				'documentRender.plain',
				'documentRender.seq',
				'proposalSubmission.what',
				'proposalSubmission.forWhom',
				'proposalSubmission.location',
				'enterer.publicName as enteredByName'
			])
			.select((eb) => [
				jsonObjectFrom(
					eb
						.selectFrom('axis')
						.select(['axis.id', 'axis.code', 'axis.title', 'axis.tone'])
						.whereRef('axis.id', '=', 'proposal.axisId')
				).as('axis'),
				jsonObjectFrom(
					eb
						.selectFrom('body')
						.select(['body.id', 'body.name', 'body.public'])
						.whereRef('body.id', '=', 'proposal.bodyId')
				).as('body'),
				jsonObjectFrom(
					eb
						.selectFrom('commune')
						.select(['commune.id', 'commune.name'])
						.select(sql<boolean>`commune.population < territory.name_threshold`.as('small'))
						.whereRef('commune.id', '=', 'proposal.communeId')
				).as('commune'),
				jsonObjectFrom(
					eb
						.selectFrom('contributionWindow')
						.select(['contributionWindow.id', 'contributionWindow.title'])
						.whereRef('contributionWindow.id', '=', 'proposal.windowId')
				).as('window'),
				jsonArrayFrom(
					eb
						.selectFrom('proposalTheme')
						.innerJoin('theme', 'theme.id', 'proposalTheme.themeId')
						.select(['theme.id', 'theme.label'])
						.whereRef('proposalTheme.proposalId', '=', 'proposal.id')
						.orderBy('theme.position')
						.limit(50)
				).as('themes'),
				jsonArrayFrom(
					eb
						.selectFrom('proposalAuthor')
						.innerJoin('person', 'person.id', 'proposalAuthor.personId')
						.leftJoin('commune', 'commune.id', 'person.communeId')
						.select(['person.id as personId', 'person.publicName'])
						.select(
							sql<string | null>`case when commune.population >= territory.name_threshold
							then commune.name end`.as('communeName')
						)
						.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
						.orderBy('proposalAuthor.position')
						.limit(50)
				).as('authors'),
				eb
					.exists(
						eb
							.selectFrom('support')
							.select('support.personId')
							.whereRef('support.proposalId', '=', 'proposal.id')
							.where('support.personId', '=', slot('personId'))
					)
					.as('supported')
			])
			.where('proposal.id', '=', slot('id'))
			.where('proposal.territoryId', '=', slot('territoryId'))
);

/** A proposal with all that its page shows, in one query; null when it is unknown or not to be seen. */
export async function findProposal(
	context: QueryContext,
	id: string
): Promise<ProposalView | null> {
	const { db, actor } = context;
	if (!isId(id) || actor.territoryId === null) return null;
	const { personId, territoryId: ownTerritory } = actor;
	const row = await proposals.find(db, { id, personId, territoryId: ownTerritory });
	if (!row) return null;
	const { html, plain, seq, what, forWhom, location, territoryId, ...rest } = row;
	const { enteredById, bodyId, openWriting, ...shown } = rest;
	const subject: ProposalSubject = {
		territoryId,
		state: row.state,
		authorIds: row.authors.map(({ personId }) => personId),
		enteredById,
		bodyId,
		openWriting
	};
	if (!can(actor, 'proposal.read', subject)) return null;
	const published = row.documentId !== null && html !== null;
	const showsSubmission =
		!published && what !== null && can(actor, 'proposal.read-original', subject);
	// A page hands out all that it is given, shown or not: to everyone else, no private group and no
	// commune small enough to point at who wrote.
	const { body, commune } = row;
	const reviews = can(actor, 'proposal.review', subject);
	return {
		...shown,
		body: reviews || body?.public || sitsIn(actor, bodyId) ? body : null,
		commune: reviews || !commune?.small ? commune : null,
		rendered: published ? { html, plain: plain ?? '', seq: seq ?? 0 } : null,
		submission: showsSubmission ? { what, forWhom: forWhom ?? '', location: location ?? '' } : null,
		supported: Boolean(row.supported),
		subject
	};
}

/**
 * A proposal with all that its page shows.
 * @throws {AppError} not_found
 */
export async function getProposal(context: QueryContext, id: string): Promise<ProposalView> {
	return found(await findProposal(context, id));
}
