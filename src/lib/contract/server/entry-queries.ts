import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { Entry, EntryList } from '../entry.ts';
import {
	listLexicon,
	listPartners,
	listPriorities,
	listQuestions,
	listSignatories
} from './contract-part-queries.ts';
import { listAxes, listPhases, listThemes } from './contract-queries.ts';

type Values = Record<string, string>;

function entry(id: string, title: string, note: string, values: Values): Entry {
	return { id, title, note, values };
}

/** Entries of one list of a contract as its forms hold them, in order, one query. */
export async function listEntries(
	db: Kysely<Database>,
	contractId: string,
	list: EntryList
): Promise<Entry[]> {
	return READERS[list](db, contractId);
}

type Reader = (db: Kysely<Database>, contractId: string) => Promise<Entry[]>;

const READERS: Record<EntryList, Reader> = {
	phases: async (db, contractId) =>
		(await listPhases(db, contractId)).map(({ id, title, detail, progress, startsOn, endsOn }) =>
			entry(id, title, detail, {
				title,
				detail,
				progress,
				startsOn: startsOn ?? '',
				endsOn: endsOn ?? ''
			})
		),
	axes: async (db, contractId) =>
		(await listAxes(db, contractId)).map(({ id, code, title, summary, tone }) =>
			entry(id, `${code} · ${title}`, summary, { reference: code, title, summary, tone })
		),
	objectifs: async (db, contractId) =>
		(await listAxes(db, contractId)).flatMap((axis) =>
			axis.strategicObjectives.map(({ id, code, title }) =>
				entry(id, `${code} · ${title}`, axis.title, { parent: axis.id, reference: code, title })
			)
		),
	'objectifs-operationnels': async (db, contractId) =>
		(await listAxes(db, contractId)).flatMap((axis) =>
			axis.strategicObjectives.flatMap((strategic) =>
				strategic.operationalObjectives.map(({ id, code, title }) =>
					entry(id, `${code} · ${title}`, strategic.title, {
						parent: strategic.id,
						reference: code,
						title
					})
				)
			)
		),
	themes: async (db, contractId) =>
		(await listThemes(db, contractId)).map(({ id, label }) =>
			entry(id, label, '', { title: label })
		),
	priorites: async (db, contractId) =>
		(await listPriorities(db, contractId)).map(({ id, side, label }) =>
			entry(id, label, '', { side, title: label })
		),
	questions: async (db, contractId) =>
		(await listQuestions(db, contractId)).map(({ id, question, answer }) =>
			entry(id, question, '', { title: question, answer })
		),
	lexique: async (db, contractId) =>
		(await listLexicon(db, contractId)).map(({ id, acronym, expansion, explanation }) =>
			entry(id, acronym, expansion, { acronym, expansion, explanation })
		),
	calendrier: listCalendar,
	avenants: listAmendmentEntries,
	signataires: async (db, contractId) =>
		(await listSignatories(db, contractId)).map((row) =>
			entry(row.id, row.name, row.capacity, {
				organisationId: row.organisationId,
				tier: row.tier,
				capacity: row.capacity,
				commitment: row.commitment,
				validation: row.validation,
				signedOn: row.signedOn ?? ''
			})
		),
	partenaires: async (db, contractId) =>
		(await listPartners(db, contractId)).map((row) =>
			entry(row.id, row.name, row.kind, {
				organisationId: row.organisationId,
				kind: row.kind,
				contribution: row.contribution
			})
		)
};

async function listCalendar(db: Kysely<Database>, contractId: string): Promise<Entry[]> {
	const rows = await db
		.selectFrom('calendarEntry')
		.select(['id', 'title', 'place', 'onDay', 'public'])
		.where('contractId', '=', contractId)
		.orderBy('onDay', 'desc')
		.orderBy('id')
		.limit(300)
		.execute();
	return rows.map((row) =>
		entry(row.id, row.title, row.onDay, {
			title: row.title,
			onDay: row.onDay,
			place: row.place,
			public: row.public ? 'on' : ''
		})
	);
}

async function listAmendmentEntries(db: Kysely<Database>, contractId: string): Promise<Entry[]> {
	const rows = await db
		.selectFrom('amendment')
		.select(['id', 'number', 'title', 'purpose'])
		.where('contractId', '=', contractId)
		.orderBy('number')
		.limit(50)
		.execute();
	return rows.map(({ id, number, title, purpose }) =>
		entry(id, title, purpose, { number: String(number), title, purpose })
	);
}
