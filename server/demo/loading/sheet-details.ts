/** The fields of a demonstration sheet that have no column of their own, and its money and indicators. */
import * as v from 'valibot';
import { ActionSheetDetailsSchema, type ActionSheetDetails } from '#lib/action-sheet/details.ts';
import { newId } from '#lib/database/ids.ts';
import { fillDates } from '../days.ts';
import type { DemoSheet } from '../sheet-shape.ts';
import type { Story } from './story.ts';

const PRIORITY_OBJECTIVES = {
	'reduce-inequalities': 'Réduire les inégalités de santé',
	proximity: 'Offrir des services de proximité'
};

const PARTICIPATIONS = {
	none: 'none',
	information: 'information',
	consultation: 'consultation',
	concertation: 'concertation',
	'co-construction': 'co_construction'
} as const;

/** Puts the sheet's fields in the form in which the product keeps them. */
export function detailsOf(story: Story, sheet: DemoSheet): ActionSheetDetails {
	const { specific } = sheet.objectives;
	return v.parse(ActionSheetDetailsSchema, {
		generalObjective: sheet.objectives.general,
		specificObjectives: specific.map(({ number, title }) => `${number}. ${title}`),
		operationalObjectives: specific
			.flatMap(({ operational }) => operational)
			.map(({ number, title }) => `${number} ${title}`),
		targetPublics: sheet.publics,
		perimeter: `${sheet.placesLabel}. ${sheet.zonesLabel}.`,
		determinants: sheet.determinants.map(({ label }) => label),
		legalDomains: sheet.legalDomains.map((domain) =>
			domain === 'medico-social' ? 'medico_social' : domain
		),
		environmentPercent: sheet.lever.environmentPercent,
		priorityObjectives: sheet.priorityObjectives.map((key) => PRIORITY_OBJECTIVES[key]),
		equity: {
			universalOffer: sheet.equity.universal,
			reinforcedFor: sheet.zonesLabel,
			trap: sheet.equity.risk,
			countermeasure: sheet.equity.countermeasure,
			indicator: equityIndicator(story, sheet)
		},
		regionalProject: sheet.plans,
		schemes: sheet.schemes.join(', '),
		coLead: sheet.coLead.label,
		partnerCommitments: sheet.partners.map(({ label, contribution }) =>
			contribution === null ? label : `${label}\u00a0: ${contribution}`
		),
		governance: sheet.followUpLabel,
		participation: PARTICIPATIONS[sheet.participation.level],
		participationNote: sheet.participation.label,
		calendar: sheet.milestones.map((milestone) => calendarLine(story, milestone)),
		means: sheet.means.join('\u202f; '),
		budget: sheet.budget,
		successConditions: sheet.successConditions.join('\u202f; '),
		obstacles: [...sheet.obstacles, sheet.lateNote].filter(Boolean).join('\u202f; '),
		evaluationQuestions: sheet.evaluationQuestions,
		committedSignatories: sheet.signatories.map((key) => shortNameOf(story, key)).join(', '),
		origin: sheet.origin.label,
		priorityIds: [...sheet.priorities.ars, ...sheet.priorities.territory].map((key) =>
			story.id('priority', key)
		)
	});
}

/** Inserts the lines of money and the indicators of all sheets. */
export async function loadFigures(story: Story): Promise<void> {
	const { trx, data } = story;
	await trx
		.insertInto('fundingLine')
		.values(
			data.funding.lines.map((line, position) => ({
				id: newId(),
				actionSheetId: story.id('sheet', line.sheet),
				funder: line.funderLabel,
				lever: line.lever,
				year: Number(story.on(line.yearDay).slice(0, 4)),
				requestedCents: line.requestedCents,
				grantedCents: line.grantedCents,
				spentCents: line.spentCents,
				status: line.statusNote,
				position
			}))
		)
		.execute();
	await trx
		.insertInto('indicator')
		.values(
			data.indicators.map((indicator, position) => ({
				id: newId(),
				actionSheetId: story.id('sheet', indicator.sheet),
				code: indicator.code,
				type: indicator.type,
				label: indicator.title,
				unit: indicator.unit,
				baseline: indicator.baseline ?? '',
				target: indicator.target,
				source: indicator.source,
				frequency: indicator.frequency,
				owner: indicator.responsible,
				lastValue: indicator.lastValue ?? '',
				position
			}))
		)
		.execute();
}

function calendarLine(story: Story, milestone: DemoSheet['milestones'][number]): string {
	const month = (day: number) =>
		fillDates(`{month:${day}}`, story.now, story.data.territory.timeZone);
	const from = month(milestone.day);
	const to = milestone.endDay === null ? from : month(milestone.endDay);
	const when = from === to ? from : `de ${from} à ${to}`;
	return `${when.charAt(0).toUpperCase()}${when.slice(1)}\u00a0: ${milestone.label}`;
}

function equityIndicator(story: Story, sheet: DemoSheet): string {
	const found = story.data.indicators.find((item) => item.sheet === sheet.code && item.equity);
	return found ? `${found.code}\u00a0: ${found.title}` : '';
}

function shortNameOf(story: Story, key: string): string {
	const { signatories } = story.data.organisations;
	return signatories.find((signatory) => signatory.key === key)?.shortName ?? key;
}
