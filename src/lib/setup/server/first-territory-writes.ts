/** The rows with which a territory begins. */
import type { Transaction } from 'kysely';
import type { PresetAxis } from '#lib/contract/presets.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { NewCommune } from '../setup-form.ts';

/** Inserts a territory with its communes. Gives its id, or null when its word is taken. */
export async function insertTerritory(
	trx: Transaction<Database>,
	territory: { name: string; slug: string; communes: readonly NewCommune[]; now: Date }
): Promise<string | null> {
	const { name, slug, communes, now } = territory;
	const made = await trx
		.insertInto('territory')
		.values({ id: newId(), name, slug, createdAt: now })
		.onConflict((conflict) => conflict.column('slug').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return null;
	await trx
		.insertInto('commune')
		.values(
			communes.map((commune, position) => ({
				id: newId(),
				territoryId: made.id,
				code: `C-${String(position + 1).padStart(3, '0')}`,
				name: commune.name,
				population: commune.population,
				position: position + 1
			}))
		)
		.execute();
	return made.id;
}

/** Inserts the contract that a territory begins with, in preparation, with axes when there are any. */
export async function insertFirstContract(
	trx: Transaction<Database>,
	contract: {
		territoryId: string;
		title: string;
		generation: number;
		axes: readonly PresetAxis[];
		now: Date;
	}
): Promise<void> {
	const { territoryId, title, generation, axes, now } = contract;
	const id = newId();
	await trx
		.insertInto('contract')
		.values({ id, territoryId, title, generation, state: 'EMERGENCE', createdAt: now })
		.execute();
	if (axes.length === 0) return;
	await trx
		.insertInto('axis')
		.values(
			axes.map((axis, position) => ({
				id: newId(),
				contractId: id,
				code: axis.code,
				title: axis.title,
				summary: axis.summary,
				tone: axis.tone,
				position: position + 1
			}))
		)
		.execute();
}
