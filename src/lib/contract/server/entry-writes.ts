/** Writes of the lists of a contract, for commands of this noun. They authorise nothing. */
import { sql, type Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { EntryInput } from '../entry-form.ts';
import { isOrdered, type EntryList } from '../entry.ts';

const TABLES: Record<EntryList, string> = {
	phases: 'contract_phase',
	axes: 'axis',
	objectifs: 'strategic_objective',
	'objectifs-operationnels': 'operational_objective',
	themes: 'theme',
	priorites: 'priority',
	questions: 'contract_question',
	lexique: 'lexicon_entry',
	calendrier: 'calendar_entry',
	avenants: 'amendment',
	signataires: 'signatory',
	partenaires: 'partner'
};

type Columns = Record<string, string | number | boolean | null>;

/** From the fields of a form to the columns of its table. */
function columnsOf(input: EntryInput): Columns {
	switch (input.list) {
		case 'phases': {
			const { title, detail, progress, startsOn, endsOn } = input;
			return { title, detail, progress, starts_on: startsOn, ends_on: endsOn };
		}
		case 'axes': {
			const { reference, title, summary, tone } = input;
			return { code: reference, title, summary, tone };
		}
		case 'objectifs':
			return { axis_id: input.parent, code: input.reference, title: input.title };
		case 'objectifs-operationnels':
			return { strategic_objective_id: input.parent, code: input.reference, title: input.title };
		case 'themes':
			return { label: input.title };
		case 'priorites':
			return { side: input.side, label: input.title };
		case 'questions':
			return { question: input.title, answer: input.answer };
		case 'lexique': {
			const { acronym, expansion, explanation } = input;
			return { acronym, expansion, explanation };
		}
		case 'calendrier': {
			const { title, onDay, place, public: shown } = input;
			return { title, on_day: onDay, place, public: shown };
		}
		case 'avenants':
			return { number: input.number, title: input.title, purpose: input.purpose };
		case 'signataires': {
			const { organisationId, tier, capacity, commitment, validation, signedOn } = input;
			return {
				organisation_id: organisationId,
				tier,
				capacity,
				commitment,
				validation,
				signed_on: signedOn
			};
		}
		case 'partenaires': {
			const { organisationId, kind, contribution } = input;
			return { organisation_id: organisationId, kind, contribution };
		}
	}
}

/** What a new row has beside the fields of its form: where it belongs and how it begins. */
function firstColumns(list: EntryList, contractId: string, position: number): Columns {
	const underAxis = list === 'objectifs' || list === 'objectifs-operationnels';
	return {
		...(underAxis ? {} : { contract_id: contractId }),
		...(isOrdered(list) ? { position } : {}),
		...(list === 'phases' ? { kind: 'other' } : {}),
		...(list === 'avenants' ? { state: 'PROPOSED' } : {})
	};
}

/** Adds an entry at a position of its list; gives its id. */
export async function insertEntry(
	trx: Transaction<Database>,
	contractId: string,
	input: EntryInput,
	position: number
): Promise<string> {
	const id = newId();
	const columns = { id, ...firstColumns(input.list, contractId, position), ...columnsOf(input) };
	const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
	const values = sql.join(Object.values(columns));
	await sql`insert into ${sql.table(TABLES[input.list])} (${names}) values (${values})`.execute(
		trx
	);
	return id;
}

/** Changes an entry. */
export async function updateEntry(trx: Transaction<Database>, input: EntryInput): Promise<void> {
	const set = sql.join(
		Object.entries(columnsOf(input)).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
	);
	await sql`update ${sql.table(TABLES[input.list])} set ${set} where id = ${input.entry}`.execute(
		trx
	);
}

/** Removes an entry with what hangs on it. */
export async function deleteEntry(
	trx: Transaction<Database>,
	list: EntryList,
	id: string
): Promise<void> {
	await sql`delete from ${sql.table(TABLES[list])} where id = ${id}`.execute(trx);
}

/** Numbers a list anew, from 1, in this order. */
export async function reorderEntries(
	trx: Transaction<Database>,
	list: EntryList,
	ids: readonly string[]
): Promise<void> {
	const order = sql.join(ids.map((id, index) => sql`(${id}::uuid, ${index + 1}::int)`));
	await sql`update ${sql.table(TABLES[list])} as entry set position = placed.position
		from (values ${order}) as placed (id, position) where entry.id = placed.id`.execute(trx);
}
