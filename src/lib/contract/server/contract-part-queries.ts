/** What the pages of a contract show beside its axes: who signs, answers, words, dates. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { LexiconEntry } from '../lexicon.ts';

export interface Signatory {
	id: string;
	organisationId: string;
	name: string;
	tier: 'CORE' | 'ASSOCIATED';
	capacity: string;
	commitment: string;
	validation: string;
	signedOn: string | null;
}

/** Signatories of a contract in order, core ones first, 100 at most. */
export async function listSignatories(
	db: Kysely<Database>,
	contractId: string
): Promise<Signatory[]> {
	return db
		.selectFrom('signatory')
		.innerJoin('organisation', 'organisation.id', 'signatory.organisationId')
		.select([
			'signatory.id',
			'signatory.organisationId',
			'organisation.name',
			'signatory.tier',
			'signatory.capacity',
			'signatory.commitment',
			'signatory.validation',
			'signatory.signedOn'
		])
		.where('signatory.contractId', '=', contractId)
		.orderBy((eb) => eb('signatory.tier', '=', 'ASSOCIATED'))
		.orderBy('signatory.position')
		.orderBy('organisation.name')
		.limit(100)
		.execute();
}

export interface Partner {
	id: string;
	organisationId: string;
	name: string;
	kind: string;
	contribution: string;
}

/** Partners of a contract in order, 300 at most. */
export async function listPartners(db: Kysely<Database>, contractId: string): Promise<Partner[]> {
	return db
		.selectFrom('partner')
		.innerJoin('organisation', 'organisation.id', 'partner.organisationId')
		.select([
			'partner.id',
			'partner.organisationId',
			'organisation.name',
			'partner.kind',
			'partner.contribution'
		])
		.where('partner.contractId', '=', contractId)
		.orderBy('partner.position')
		.orderBy('organisation.name')
		.limit(300)
		.execute();
}

/** Questions that residents ask about a contract, in order, 50 at most. */
export async function listQuestions(db: Kysely<Database>, contractId: string) {
	return db
		.selectFrom('contractQuestion')
		.select(['id', 'question', 'answer'])
		.where('contractId', '=', contractId)
		.orderBy('position')
		.limit(50)
		.execute();
}

/** Priorities of the health agency and of the territory, each in order, 100 at most. */
export async function listPriorities(db: Kysely<Database>, contractId: string) {
	return db
		.selectFrom('priority')
		.select(['id', 'side', 'label'])
		.where('contractId', '=', contractId)
		.orderBy('side')
		.orderBy('position')
		.limit(100)
		.execute();
}

/** Lexicon of a contract by acronym, 500 at most. */
export async function listLexicon(
	db: Kysely<Database>,
	contractId: string
): Promise<LexiconEntry[]> {
	return db
		.selectFrom('lexiconEntry')
		.select(['id', 'acronym', 'expansion', 'explanation'])
		.where('contractId', '=', contractId)
		.orderBy('acronym')
		.limit(500)
		.execute();
}

export interface CalendarDay {
	id: string;
	title: string;
	place: string;
	/** YYYY-MM-DD. */
	onDay: string;
}

/** Public dates of a contract from a day on (YYYY-MM-DD), the nearest first. */
export async function listUpcomingDates(
	db: Kysely<Database>,
	contractId: string,
	from: string,
	limit = 100
): Promise<CalendarDay[]> {
	return db
		.selectFrom('calendarEntry')
		.select(['id', 'title', 'place', 'onDay'])
		.where('contractId', '=', contractId)
		.where('public', '=', true)
		.where('onDay', '>=', from)
		.orderBy('onDay')
		.orderBy('id')
		.limit(limit)
		.execute();
}

/** Public dates of a contract before a day (YYYY-MM-DD), the latest first, 100 at most. */
export async function listPastDates(
	db: Kysely<Database>,
	contractId: string,
	before: string
): Promise<CalendarDay[]> {
	return db
		.selectFrom('calendarEntry')
		.select(['id', 'title', 'place', 'onDay'])
		.where('contractId', '=', contractId)
		.where('public', '=', true)
		.where('onDay', '<', before)
		.orderBy('onDay', 'desc')
		.orderBy('id')
		.limit(100)
		.execute();
}
