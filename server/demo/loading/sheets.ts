/** Loads the action sheets, signed and still to be written, and where their words come from. */
import { newId } from '#lib/database/ids.ts';
import { SHEET_DOCUMENT, type SheetState, type SheetText } from '#lib/action-sheet/action-sheet.ts';
import {
	insertActionSheet,
	replaceCommunes,
	replaceObjectives
} from '#lib/action-sheet/server/action-sheet-writes.ts';
import { PLAIN, writeBlocks, type Run } from '#lib/document/blocks.ts';
import type { Delta } from '#lib/document/delta.ts';
import { createDocument, setDocumentState } from '#lib/document/server/document-writes.ts';
import { insertEdge } from '#lib/lineage/server/lineage-writes.ts';
import type { DemoProposal } from '../proposal-shape.ts';
import type { DemoDraft, DemoSheet } from '../sheet-shape.ts';
import { detailsOf } from './sheet-details.ts';
import type { Story } from './story.ts';

interface Passage {
	edgeId: string;
	proposal: DemoProposal;
	edge: DemoProposal['lineage'][number];
}

/** Inserts the sheets with their texts, each passage bearing where it comes from, and their edges. */
export async function loadSheets(story: Story): Promise<void> {
	const { sheets, drafts } = story.data;
	for (const [position, sheet] of sheets.entries()) await loadSigned(story, sheet, position);
	for (const [index, draft] of drafts.entries()) {
		await loadDraft(story, draft, sheets.length + index);
	}
}

async function loadSigned(story: Story, sheet: DemoSheet, position: number) {
	const { trx } = story;
	const actionSheetId = story.id('sheet', sheet.code);
	const last = sheet.history.at(-1);
	const documentId = await insertSheet(story, sheet, {
		position,
		kind: sheet.kind,
		priority: sheet.priority,
		progress: sheet.progress,
		electedSponsor: sheet.electedSponsor.label,
		versionLabel: sheet.versionLabel,
		startsOn: story.on(sheet.milestones[0]?.day ?? story.data.contract.startDay),
		endsOn: story.on(story.data.contract.endDay),
		details: detailsOf(story, sheet),
		createdAt: story.at(sheet.history[0]?.day ?? 0),
		updatedAt: story.at(last?.day ?? 0)
	});
	// Signed, it changes by amendment alone.
	await setDocumentState(trx, documentId, 'frozen');
	// A sheet for every commune names none: it is for the whole territory.
	const everywhere = sheet.communes.length === story.data.territory.communes.length;
	await replaceCommunes(
		trx,
		actionSheetId,
		everywhere ? [] : sheet.communes.map((code) => story.id('commune', code))
	);
	const partners = new Map(
		sheet.partners.flatMap(({ organisation, contribution }) =>
			organisation === null ? [] : [[organisation, contribution ?? ''] as const]
		)
	);
	await trx
		.insertInto('actionSheetPartner')
		.values(
			[...partners].map(([organisation, role]) => ({
				actionSheetId,
				organisationId: story.id('organisation', organisation),
				role
			}))
		)
		.execute();
	tellSteps(story, sheet, actionSheetId);
}

/** Written by its group, decided by the steering committee, signed with the contract. */
function tellSteps(story: Story, sheet: DemoSheet, subjectId: string) {
	const subject = { subjectKind: 'action_sheet', subjectId, person: 'nadia' };
	const decided = story.data.meetings.find((meeting) => meeting.key === 'COPIL-3')?.day ?? 0;
	const written = sheet.history[0]?.day ?? decided;
	story.tell({ verb: 'action-sheet-created', ...subject, at: story.at(written, 16 * 60) });
	for (const [from, to, day] of [
		['COMPLETE', 'ARBITRATED', decided],
		['ARBITRATED', 'SIGNED', story.data.contract.signedDay]
	] as const) {
		const detail = { from, to, bodyId: story.id('body', 'GRP-COPIL'), on: story.on(day) };
		story.tell({ verb: 'action-sheet-stepped', ...subject, at: story.at(day, 17 * 60), detail });
	}
}

async function loadDraft(story: Story, draft: DemoDraft, position: number) {
	const at = story.at(-2, 15 * 60);
	await insertSheet(story, draft, {
		position,
		amendmentId: story.maybeId('amendment', draft.amendment),
		progress: 'TO_DISCUSS',
		createdAt: at,
		updatedAt: at
	});
	story.tell({
		verb: 'action-sheet-created',
		subjectKind: 'action_sheet',
		subjectId: story.id('sheet', draft.code),
		person: 'nadia',
		at
	});
}

interface SheetColumns {
	position: number;
	createdAt: Date;
	updatedAt: Date;
	amendmentId?: string | null;
	kind?: DemoSheet['kind'];
	priority?: DemoSheet['priority'];
	progress?: DemoSheet['progress'] | 'TO_DISCUSS';
	electedSponsor?: string;
	versionLabel?: string;
	startsOn?: string;
	endsOn?: string;
	details?: object;
}

async function insertSheet(
	story: Story,
	sheet: (DemoSheet | DemoDraft) & { state: SheetState },
	columns: SheetColumns
): Promise<string> {
	const { trx, territoryId, contractId } = story;
	const id = story.id('sheet', sheet.code);
	const passages = passagesInto(story, sheet.code);
	const documentId = await createDocument(trx, {
		territoryId,
		kind: SHEET_DOCUMENT,
		texts: {
			context: textOf(sheet.context, 'context', passages),
			description: textOf(sheet.description, 'description', passages)
		},
		personId: story.id('person', 'nadia'),
		now: columns.createdAt,
		knownSources: new Set(passages.map(({ edgeId }) => edgeId))
	});
	await insertActionSheet(trx, {
		id,
		territoryId,
		contractId,
		documentId,
		axisId: story.id('axis', sheet.axis),
		code: sheet.code,
		title: sheet.title,
		plainSummary: sheet.plainSummary,
		state: sheet.state,
		leadOrganisationId: story.maybeId('organisation', sheet.lead.organisation),
		leadLabel: sheet.lead.label,
		...columns
	});
	await replaceObjectives(
		trx,
		id,
		sheet.operationalObjectives.map((code) => story.id('objective', code))
	);
	await loadEdges(story, id, passages);
	return documentId;
}

async function loadEdges(story: Story, actionSheetId: string, passages: readonly Passage[]) {
	for (const { edgeId, proposal, edge } of passages) {
		const at = story.at(edge.day, 14 * 60);
		await insertEdge(story.trx, {
			id: edgeId,
			territoryId: story.territoryId,
			proposalId: story.id('proposal', proposal.key),
			actionSheetId,
			relation: edge.relation,
			text: edge.field,
			quote: edge.quote,
			personId: story.id('person', edge.by),
			at
		});
		story.tell({
			verb: 'passage-taken',
			subjectKind: 'action_sheet',
			subjectId: actionSheetId,
			person: edge.by,
			at,
			detail: {
				proposalId: story.id('proposal', proposal.key),
				edgeId,
				relation: edge.relation
			}
		});
	}
}

function passagesInto(story: Story, code: string): Passage[] {
	return story.data.proposals.flatMap((proposal) =>
		proposal.lineage
			.filter((edge) => edge.sheet === code)
			.map((edge) => ({ edgeId: newId(), proposal, edge }))
	);
}

/** A text of paragraphs in which each passage points to the edge that tells where it comes from. */
function textOf(
	paragraphs: readonly string[],
	field: SheetText,
	passages: readonly Passage[]
): Delta {
	const mine = passages.filter(({ edge }) => edge.field === field);
	const lines = paragraphs.length === 0 ? [''] : paragraphs;
	return writeBlocks(
		lines.map((line) => ({ kind: 'paragraph', depth: 0, runs: runsOf(line, mine) }))
	);
}

function runsOf(line: string, passages: readonly Passage[]): Run[] {
	const [passage] = passages.filter(({ edge }) => line.includes(edge.passage));
	if (!passage) return line === '' ? [] : [{ ...PLAIN, text: line }];
	const start = line.indexOf(passage.edge.passage);
	const end = start + passage.edge.passage.length;
	const rest = passages.filter((other) => other !== passage);
	return [
		...runsOf(line.slice(0, start), rest),
		{ ...PLAIN, text: passage.edge.passage, source: passage.edgeId },
		...runsOf(line.slice(end), rest)
	];
}
