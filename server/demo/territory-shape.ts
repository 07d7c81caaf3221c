/** What the files about the territory, its organisations, people and bodies hold. */
import * as v from 'valibot';
import {
	answerChannel,
	college,
	count,
	day,
	maybeDay,
	maybeText,
	text,
	texts,
	time
} from './fields.ts';

export const territoryShape = v.strictObject({
	fictional: v.literal(true),
	slug: text,
	code: text,
	name: text,
	officialName: text,
	kind: text,
	department: v.strictObject({ code: text, name: text }),
	region: text,
	timeZone: text,
	population: count,
	areaKm2: count,
	densityPerKm2: count,
	centre: text,
	helpPhone: text,
	helpEmail: text,
	helpHours: text,
	postalAddress: text,
	summary: text,
	careAreas: v.array(v.strictObject({ level: text, name: text, places: texts, purpose: text })),
	schemes: v.array(v.strictObject({ code: text, name: text, note: text })),
	history: v.array(v.strictObject({ day: maybeDay, label: maybeText, title: text, text })),
	communes: v.array(
		v.strictObject({
			code: text,
			name: text,
			population: count,
			frr: v.boolean(),
			frrPlus: v.boolean(),
			note: maybeText
		})
	),
	zones: v.array(
		v.strictObject({
			code: text,
			kind: v.picklist(['QPV', 'FRR', 'FRR_PLUS', 'ISOLATED_RURAL']),
			name: text,
			population: count,
			communes: texts,
			note: text
		})
	)
});

export const organisationsShape = v.strictObject({
	signatories: v.array(
		v.strictObject({
			key: text,
			name: text,
			shortName: text,
			kind: text,
			tier: v.picklist(['CORE', 'ASSOCIATED']),
			rank: text,
			capacity: text,
			commitment: text,
			validation: maybeText,
			validatedDay: day,
			evidence: text,
			signedDay: day
		})
	),
	partners: v.array(
		v.strictObject({
			key: text,
			name: text,
			shortName: text,
			kind: text,
			family: text,
			contribution: text,
			candidateCoSignatory: v.boolean()
		})
	),
	contacts: v.array(
		v.strictObject({
			key: text,
			title: text,
			person: maybeText,
			name: maybeText,
			organisation: text,
			phone: text,
			email: v.pipe(v.string(), v.email()),
			hours: text,
			topic: text
		})
	),
	emergency: v.array(v.strictObject({ number: text, title: text }))
});

export const peopleShape = v.strictObject({
	people: v.array(
		v.strictObject({
			key: text,
			name: text,
			publicName: text,
			kind: v.picklist(['individual', 'collective']),
			college,
			commune: maybeText,
			title: maybeText,
			organisation: maybeText,
			account: v.boolean(),
			email: v.nullable(v.pipe(v.string(), v.email())),
			answerChannel,
			postalAddress: maybeText,
			role: v.nullable(
				v.picklist(['coordinator', 'ars_referent', 'elected', 'mediator', 'clerk', 'evaluator'])
			),
			/** Whether a visitor of the demonstration may sign in as this person. */
			demonstration: v.boolean(),
			oneClick: v.nullable(v.strictObject({ order: count, label: text, summary: text })),
			signatures: v.nullable(count)
		})
	)
});

export const bodiesShape = v.strictObject({
	bodies: v.array(
		v.strictObject({
			key: text,
			name: text,
			shortName: text,
			kind: v.picklist([
				'STEERING_COMMITTEE',
				'TECHNICAL_COMMITTEE',
				'PROJECT_SECRETARIAT',
				'WORKING_GROUP',
				'MENTAL_HEALTH_COUNCIL',
				'CITIZEN_COMMITTEE',
				'FUNDERS_COMMITTEE'
			]),
			origin: v.picklist(['created', 'existing']),
			nature: text,
			admission: v.picklist(['open', 'application', 'lot', 'invitation']),
			axis: maybeText,
			seats: v.nullable(count),
			description: text,
			composition: text,
			rhythm: text,
			rule: maybeText,
			place: text,
			nextDay: day,
			nextTime: time,
			foundedDay: day,
			/** Those who asked to join and wait for an answer. */
			applications: v.array(v.strictObject({ person: text, day, motivation: text })),
			members: v.array(
				v.strictObject({
					person: text,
					role: v.picklist(['member', 'lead', 'chair', 'secretary']),
					voice: v.picklist(['deliberative', 'consultative']),
					organisation: maybeText
				})
			)
		})
	)
});
