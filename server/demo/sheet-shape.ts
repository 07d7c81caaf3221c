/** What the files of action sheets, their money and their indicators hold. */
import * as v from 'valibot';
import { cents, comment, count, day, maybeDay, maybeText, text, texts } from './fields.ts';

const field = v.picklist(['context', 'description']);
const numbered = { number: text, title: text };
const labelled = { organisation: maybeText, label: text };

const sheet = v.strictObject({
	code: text,
	axis: text,
	strategicObjective: text,
	operationalObjectives: texts,
	title: text,
	plainSummary: text,
	version: count,
	versionLabel: text,
	state: v.literal('SIGNED'),
	progress: v.picklist(['IN_PROGRESS', 'LATE']),
	lateNote: maybeText,
	kind: v.picklist(['NEW', 'STRENGTHENED']),
	inventory: texts,
	priority: v.picklist(['high', 'medium']),
	priorityNote: text,
	origin: v.strictObject({ label: text, proposals: texts, indicators: texts, testimonies: texts }),
	context: texts,
	description: texts,
	objectives: v.strictObject({
		general: text,
		specific: v.array(
			v.strictObject({ ...numbered, operational: v.array(v.strictObject(numbered)) })
		)
	}),
	themes: texts,
	priorities: v.strictObject({ ars: texts, territory: texts }),
	publics: texts,
	placesLabel: text,
	places: texts,
	communes: texts,
	zones: texts,
	zonesLabel: text,
	determinants: v.array(v.strictObject({ key: text, label: text })),
	legalDomains: v.array(v.picklist(['promotion', 'prevention', 'care', 'medico-social'])),
	lever: v.strictObject({ environmentPercent: count, label: text }),
	priorityObjectives: v.array(v.picklist(['reduce-inequalities', 'proximity'])),
	equity: v.strictObject({ universal: text, risk: text, countermeasure: text }),
	plans: text,
	schemes: texts,
	lead: v.strictObject(labelled),
	coLead: v.strictObject(labelled),
	electedSponsor: v.strictObject({ label: text, person: maybeText }),
	partners: v.array(v.strictObject({ ...labelled, contribution: maybeText })),
	followUpBodies: texts,
	followUpLabel: text,
	participation: v.strictObject({
		level: v.picklist(['none', 'information', 'consultation', 'concertation', 'co-construction']),
		label: text
	}),
	milestones: v.array(v.strictObject({ day, endDay: maybeDay, label: text, done: v.boolean() })),
	means: texts,
	budget: text,
	successConditions: texts,
	obstacles: texts,
	evaluationQuestions: texts,
	signatories: texts,
	history: v.array(v.strictObject({ version: count, day, label: text, person: text })),
	comments: v.array(comment),
	suggestions: v.array(
		v.strictObject({
			key: text,
			person: text,
			day,
			field,
			before: text,
			after: text,
			reason: text,
			state: v.literal('accepted'),
			decidedDay: day,
			decidedBy: text
		})
	),
	links: texts
});

const draft = v.strictObject({
	code: text,
	axis: text,
	strategicObjective: text,
	operationalObjectives: texts,
	title: text,
	plainSummary: text,
	state: v.picklist(['DRAFT', 'IDEA']),
	proposals: texts,
	context: texts,
	description: texts,
	amendment: maybeText,
	lead: v.strictObject(labelled),
	themes: texts,
	missing: texts
});

export const actionSheetsShape = v.strictObject({
	sheets: v.array(sheet),
	drafts: v.array(draft)
});

export const fundingShape = v.strictObject({
	lines: v.array(
		v.strictObject({
			key: text,
			sheet: text,
			funder: text,
			funderLabel: text,
			lever: text,
			/** Any day of the year that the line belongs to. */
			yearDay: day,
			requestedCents: cents,
			grantedCents: cents,
			spentCents: cents,
			status: text,
			statusNote: text,
			deadlineDay: maybeDay
		})
	),
	totals: v.strictObject({
		requestedCents: count,
		grantedCents: count,
		spentCents: count,
		pendingCents: count
	})
});

export const indicatorsShape = v.strictObject({
	indicators: v.array(
		v.strictObject({
			code: text,
			sheet: text,
			type: v.picklist(['STRUCTURE', 'PROCESS', 'RESULT']),
			equity: v.boolean(),
			title: text,
			unit: text,
			baseline: maybeText,
			target: text,
			source: text,
			frequency: text,
			responsible: text,
			lastValue: maybeText,
			lastDay: maybeDay
		})
	)
});

export type DemoSheet = v.InferOutput<typeof sheet>;
export type DemoDraft = v.InferOutput<typeof draft>;
