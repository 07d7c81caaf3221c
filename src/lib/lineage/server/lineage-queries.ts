import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { can, publicProposalStates } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { prepareShapes, type SlotOf } from '#lib/database/prepared.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Relation } from '../lineage.ts';

/** What became of a contribution, or where words of a sheet come from. */
export interface Edge {
	id: string;
	relation: Relation;
	/** Name of the text of the sheet that a passage went into. */
	text: string;
	/** The original words of a passage. */
	quote: string;
	reason: string;
	at: Date;
	/** Pending until the document's owner has written the passage; null when there is nothing to write. */
	intentState: 'pending' | 'applied' | 'conflict' | null;
	proposalId: string;
	proposalNumber: number;
	proposalTitle: string;
	channel: 'online' | 'paper' | 'spoken' | 'workshop' | 'import';
	authors: string[];
	bodyName: string | null;
	actionSheetId: string | null;
	sheetCode: string | null;
	sheetTitle: string | null;
	intoProposalId: string | null;
	intoTitle: string | null;
	intoNumber: number | null;
}

/** What an actor may see of edges. */
interface Sight {
	seesDrafts: boolean;
	coordinates: boolean;
}

function sightOf({ actor }: QueryContext): Sight {
	const { territoryId } = actor;
	if (territoryId === null) return { seesDrafts: false, coordinates: false };
	return {
		seesDrafts: can(actor, 'action-sheet.read', { territoryId, state: 'DRAFT' }),
		coordinates: can(actor, 'consolidation.work', { territoryId })
	};
}

interface EdgeKeys {
	territoryId: string | null;
	subjectId: string;
}

/** Edges in force of a territory, whatever the subject is; drafts only for who reads them. */
function edgesOf(db: Kysely<Database>, { seesDrafts, coordinates }: Sight, slot: SlotOf<EdgeKeys>) {
	let query = db
		.selectFrom('lineage')
		.innerJoin('proposal', 'proposal.id', 'lineage.proposalId')
		.leftJoin('body', (join) =>
			join
				.onRef('body.id', '=', 'proposal.bodyId')
				.on((eb) => eb.or([eb.lit(coordinates), eb('body.public', '=', true)]))
		)
		.leftJoin('actionSheet', 'actionSheet.id', 'lineage.actionSheetId')
		.leftJoin('proposal as into', (join) =>
			join
				.onRef('into.id', '=', 'lineage.intoProposalId')
				.on((eb) => eb.or([eb.lit(coordinates), eb('into.state', 'in', publicProposalStates())]))
		)
		.leftJoin('documentIntent', 'documentIntent.id', 'lineage.intentId')
		.select([
			'lineage.id',
			'lineage.relation',
			'lineage.text',
			'lineage.quote',
			'lineage.reason',
			'lineage.at',
			'documentIntent.state as intentState',
			'proposal.id as proposalId',
			'proposal.number as proposalNumber',
			'proposal.title as proposalTitle',
			'proposal.channel',
			'body.name as bodyName',
			'actionSheet.id as actionSheetId',
			'actionSheet.code as sheetCode',
			'actionSheet.title as sheetTitle',
			'into.id as intoProposalId',
			'into.title as intoTitle',
			'into.number as intoNumber'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('person', 'person.id', 'proposalAuthor.personId')
					.select('person.publicName')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(20)
			).as('authorRows')
		)
		.where('lineage.territoryId', '=', slot('territoryId'))
		.where('lineage.undoneAt', 'is', null);
	if (!seesDrafts) {
		query = query.where((eb) =>
			eb.or([
				eb('lineage.actionSheetId', 'is', null),
				eb('actionSheet.state', 'not in', ['IDEA', 'DRAFT'])
			])
		);
	}
	// What is no longer public takes its words with it, for everyone but the coordination.
	if (!coordinates) query = query.where('proposal.state', 'in', publicProposalStates());
	return query;
}

type EdgeRow = Omit<Edge, 'authors'> & { authorRows: { publicName: string }[] };

function toEdge({ authorRows, ...row }: EdgeRow): Edge {
	return { ...row, authors: authorRows.map(({ publicName }) => publicName) };
}

/** Where the words of a sheet come from, in the order in which they came; 200 at most. */
export async function lineageOfSheet(context: QueryContext, sheetId: string): Promise<Edge[]> {
	const { territoryId } = context.actor;
	const edges = edgesOfSheet(sightOf(context));
	return (await edges.list(context.db, { territoryId, subjectId: sheetId })).map(toEdge);
}

const edgesOfSheet = prepareShapes<Sight, EdgeKeys>()(
	(sight) => (db, slot) =>
		edgesOf(db, sight, slot)
			.where('lineage.actionSheetId', '=', slot('subjectId'))
			.orderBy('lineage.at')
			.orderBy('lineage.id')
			.limit(200)
);

/** What became of a contribution, and which ones were grouped with it; 200 at most, in order. */
export async function lineageOfProposal(
	context: QueryContext,
	proposalId: string
): Promise<Edge[]> {
	const { territoryId } = context.actor;
	const edges = edgesOfProposal(sightOf(context));
	return (await edges.list(context.db, { territoryId, subjectId: proposalId })).map(toEdge);
}

const edgesOfProposal = prepareShapes<Sight, EdgeKeys>()(
	(sight) => (db, slot) =>
		edgesOf(db, sight, slot)
			.where((eb) =>
				eb.or([
					eb('lineage.proposalId', '=', slot('subjectId')),
					eb('lineage.intoProposalId', '=', slot('subjectId'))
				])
			)
			.orderBy('lineage.at')
			.orderBy('lineage.id')
			.limit(200)
);

/** What an undo needs to know of an edge of this territory, undone ones included; null elsewhere. */
export async function findEdge({ db, actor }: QueryContext, edgeId: string) {
	const row = await db
		.selectFrom('lineage')
		.innerJoin('proposal', 'proposal.id', 'lineage.proposalId')
		.select([
			'lineage.id',
			'lineage.territoryId',
			'lineage.relation',
			'lineage.proposalId',
			'lineage.actionSheetId',
			'lineage.intoProposalId',
			'lineage.undoneAt',
			'proposal.state as proposalState',
			'proposal.answeredAt'
		])
		.where('lineage.id', '=', edgeId)
		.where('lineage.territoryId', '=', actor.territoryId)
		.executeTakeFirst();
	return row ?? null;
}
