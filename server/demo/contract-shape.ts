/** What the files about the contract, its meetings and its diagnosis hold. */
import * as v from 'valibot';
import { cents, count, day, maybeDay, maybeText, text, texts, time } from './fields.ts';

const progress = v.picklist(['done', 'current', 'upcoming']);
const titled = { code: text, title: text };
const priority = v.strictObject({ key: text, title: text, axes: texts, source: text });

export const contractShape = v.strictObject({
	key: text,
	generation: count,
	title: text,
	plainTitle: text,
	summary: text,
	state: v.literal('IMPLEMENTATION'),
	bearer: text,
	preparationDay: day,
	signedDay: day,
	startDay: day,
	endDay: day,
	durationYears: count,
	answerWithinDays: count,
	phases: v.array(
		v.strictObject({
			key: text,
			kind: text,
			order: count,
			name: text,
			plain: text,
			startDay: day,
			endDay: day,
			state: progress
		})
	),
	evaluationQuestions: v.array(v.strictObject({ code: text, criterion: text, text })),
	axes: v.array(
		v.strictObject({
			...titled,
			order: count,
			plainTitle: text,
			summary: text,
			colour: v.picklist(['pine', 'plum', 'sky', 'brick', 'gorse']),
			delegatedBody: maybeText,
			strategicObjectives: v.array(
				v.strictObject({
					...titled,
					expectedChange: text,
					operationalObjectives: v.array(v.strictObject(titled))
				})
			)
		})
	),
	calendar: v.array(v.strictObject({ day, title: text, place: text })),
	themes: v.array(
		v.strictObject({ key: text, name: text, source: v.picklist(['preset', 'territory']) })
	),
	arsPriorities: v.array(priority),
	territoryPriorities: v.array(priority),
	questions: v.array(v.strictObject({ key: text, order: count, question: text, answer: text })),
	lexicon: v.array(v.strictObject({ acronym: text, expansion: text, plain: text })),
	moderationCharter: texts,
	obstacles: texts,
	amendments: v.array(
		v.strictObject({
			key: text,
			number: count,
			title: text,
			state: v.literal('PROPOSED'),
			purpose: text,
			reason: text,
			adds: v.array(
				v.strictObject({
					kind: v.picklist(['sheet', 'signatory']),
					title: text,
					objective: maybeText,
					organisation: maybeText,
					proposal: maybeText
				})
			),
			circuit: v.array(
				v.strictObject({ order: count, label: text, body: maybeText, day, state: progress })
			)
		})
	),
	windows: v.array(
		v.strictObject({
			key: text,
			title: text,
			question: text,
			introduction: text,
			axes: texts,
			focusAxes: texts,
			who: text,
			audience: v.literal('everyone'),
			opensDay: day,
			closesDay: day,
			amendment: maybeText,
			note: text
		})
	)
});

const decision = v.strictObject({
	key: text,
	ref: text,
	text,
	outcome: v.picklist(['adopted', 'postponed', 'declined', 'action']),
	votes: maybeText,
	reasons: maybeText,
	sheets: texts,
	proposals: texts
});

export const meetingsShape = v.strictObject({
	meetings: v.array(
		v.strictObject({
			key: text,
			body: text,
			number: count,
			title: text,
			state: v.picklist(['held', 'planned']),
			day,
			starts: time,
			ends: time,
			place: text,
			chair: text,
			secretary: text,
			attendance: maybeText,
			quorum: v.nullable(v.strictObject({ reached: v.boolean(), text })),
			items: v.array(
				v.strictObject({ number: count, title: text, text, decisions: v.array(decision) })
			)
		})
	)
});

// A figure may be missing, a sentence, or withheld because too few people are behind it.
const figure = v.nullable(
	v.strictObject({ value: v.nullable(v.number()), text: maybeText, secret: v.boolean() })
);

export const diagnosisShape = v.strictObject({
	note: text,
	indicators: v.array(
		v.strictObject({
			code: text,
			chapter: text,
			title: text,
			unit: maybeText,
			territory: figure,
			qpv: figure,
			department: figure,
			region: figure,
			france: figure,
			source: text,
			vintage: text,
			reading: maybeText
		})
	),
	testimonies: v.array(
		v.strictObject({ key: text, collected: text, quote: text, consent: text, consentDay: maybeDay })
	),
	findings: v.array(
		v.strictObject({
			number: count,
			statement: text,
			indicators: texts,
			testimonies: texts,
			axes: texts
		})
	)
});

export const inventoryShape = v.strictObject({
	items: v.array(
		v.strictObject({
			key: text,
			title: text,
			holder: text,
			theme: text,
			nature: text,
			place: text,
			period: text,
			public: text,
			funding: text,
			volume: maybeText,
			limit: text,
			decision: text,
			outcome: v.picklist(['include', 'link', 'renew', 'strengthen', 'follow', 'redirect']),
			sheet: maybeText,
			objective: maybeText
		})
	)
});

export const coordinationShape = v.strictObject({
	arsCapCents: count,
	rule: text,
	post: text,
	years: v.array(
		v.strictObject({
			yearDay: day,
			phase: v.picklist(['prefiguration', 'contract']),
			costCents: count,
			halfCents: count,
			arsCents: cents,
			bearerCents: cents,
			capReached: v.boolean()
		})
	)
});
