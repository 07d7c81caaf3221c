/** The facts of a sheet as terms and values, in the order in which one reads them. */
import type { Messages } from '#lib/messages/messages.ts';
import type { SheetKind, SheetPriority } from './action-sheet.ts';
import type { ActionSheetDetails } from './details.ts';

export interface Fact {
	term: string;
	value: string | string[];
	/** The value is in the words of people. */
	written: boolean;
}

export interface SheetToTell {
	kind: SheetKind;
	priority: SheetPriority;
	leadName: string | null;
	leadLabel: string;
	electedSponsor: string;
	versionLabel: string;
	objectives: readonly { code: string; title: string }[];
	communes: readonly { name: string }[];
	partners: readonly { name: string }[];
	details: ActionSheetDetails;
}

/** The few facts that stand beside the summary: whom it serves, who leads it, where. */
export function keyFacts(m: Messages, sheet: SheetToTell): Fact[] {
	const { fields, kinds, priorities } = m.actionSheet;
	const { details } = sheet;
	const lead = [sheet.leadName, sheet.leadLabel].filter(Boolean).join(', ');
	const where = sheet.communes.map(({ name }) => name).join(', ');
	return said([
		[fields.objectives, sheet.objectives.map(({ code, title }) => `${code} · ${title}`)],
		lead ? [fields.lead, lead] : [fields.lead, fields.leadNone, OURS],
		[fields.coLead, details.coLead],
		[fields.partners, sheet.partners.map(({ name }) => name).join(', ')],
		[fields.targetPublics, details.targetPublics],
		where ? [fields.communes, where] : [fields.communes, fields.wholeTerritory, OURS],
		[fields.perimeter, details.perimeter],
		[fields.kind, kinds[sheet.kind], OURS],
		[fields.priority, priorities[sheet.priority], OURS],
		[fields.electedSponsor, sheet.electedSponsor],
		[fields.versionLabel, sheet.versionLabel]
	]);
}

/** What the action does for health, and which aims of the contract it serves. */
export function aimFacts(m: Messages, { details }: SheetToTell): Fact[] {
	const { fields, legalDomains } = m.actionSheet;
	const share = details.environmentPercent;
	return said([
		[fields.generalObjective, details.generalObjective],
		[fields.specificObjectives, details.specificObjectives],
		[fields.operationalObjectives, details.operationalObjectives],
		[fields.origin, details.origin],
		[
			fields.legalDomains,
			details.legalDomains.map((domain) => legalDomains[domain]).join(', '),
			OURS
		],
		[fields.determinants, details.determinants.join(', ')],
		[fields.environmentPercent, share === null ? '' : m.plan.sheet.environment(share), OURS],
		[fields.priorityObjectives, details.priorityObjectives],
		[fields.regionalProject, details.regionalProject],
		[fields.schemes, details.schemes]
	]);
}

/** How the action avoids helping first those who are already well. */
export function equityFacts(m: Messages, { details: { equity } }: SheetToTell): Fact[] {
	const { fields } = m.actionSheet;
	return said([
		[fields.universalOffer, equity.universalOffer],
		[fields.reinforcedFor, equity.reinforcedFor],
		[fields.trap, equity.trap],
		[fields.countermeasure, equity.countermeasure],
		[fields.equityIndicator, equity.indicator]
	]);
}

/** Who does what, with which means. */
export function meansFacts(m: Messages, { details }: SheetToTell): Fact[] {
	const { fields, participations } = m.actionSheet;
	const place = details.participation === null ? '' : participations[details.participation];
	return said([
		[fields.partnerCommitments, details.partnerCommitments],
		[fields.committedSignatories, details.committedSignatories],
		[fields.governance, details.governance],
		[fields.participation, place, OURS],
		[fields.participationNote, details.participationNote],
		[fields.means, details.means],
		[fields.budget, details.budget]
	]);
}

/** What success depends on, and what the evaluation will ask. */
export function evaluationFacts(m: Messages, { details }: SheetToTell): Fact[] {
	const { fields } = m.actionSheet;
	return said([
		[fields.successConditions, details.successConditions],
		[fields.obstacles, details.obstacles],
		[fields.evaluationQuestions, details.evaluationQuestions]
	]);
}

/** A value in the words of the interface. */
const OURS = 'ours';

function said(facts: [string, string | string[], typeof OURS?][]): Fact[] {
	return facts
		.filter(([, value]) => value.length > 0)
		.map(([term, value, ours]) => ({ term, value, written: ours === undefined }));
}
