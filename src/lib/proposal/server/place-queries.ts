/** Whether what a form chose belongs to the contract and the territory that it is for. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';

export interface ChosenPlaces {
	axisId?: string | null;
	themeIds?: readonly string[];
	communeId?: string | null;
	townHallCommuneId?: string | null;
	bodyId?: string | null;
}

/**
 * Refuses choices of another contract or territory: they do not exist here.
 * @throws {AppError} invalid, with its field
 */
export async function checkPlaces(
	db: Kysely<Database>,
	{ territoryId, contractId }: { territoryId: string; contractId: string },
	chosen: ChosenPlaces
): Promise<void> {
	const { axisId = null, communeId = null, townHallCommuneId = null, bodyId = null } = chosen;
	const themeIds = [...new Set(chosen.themeIds ?? [])];
	const row = await db
		.selectNoFrom((eb) => [
			eb
				.selectFrom('axis')
				.select('axis.id')
				.where('axis.id', '=', axisId)
				.where('axis.contractId', '=', contractId)
				.as('axis'),
			eb
				.selectFrom('commune')
				.select('commune.id')
				.where('commune.id', '=', communeId)
				.where('commune.territoryId', '=', territoryId)
				.as('commune'),
			eb
				.selectFrom('commune as hall')
				.select('hall.id')
				.where('hall.id', '=', townHallCommuneId)
				.where('hall.territoryId', '=', territoryId)
				.as('townHall'),
			eb
				.selectFrom('body')
				.select('body.id')
				.where('body.id', '=', bodyId)
				.where('body.contractId', '=', contractId)
				.as('body'),
			eb
				.selectFrom('theme')
				.select((theme) => theme.fn.countAll<number>().as('count'))
				.where('theme.contractId', '=', contractId)
				.where((theme) =>
					themeIds.length > 0 ? theme('theme.id', 'in', themeIds) : theme.lit(false)
				)
				.as('themes')
		])
		.executeTakeFirstOrThrow();
	const unknown = (field: string, reason: string) => new AppError('invalid', { reason, field });
	if (axisId !== null && row.axis === null) throw unknown('axisId', 'contract.axis_unknown');
	if (communeId !== null && row.commune === null)
		throw unknown('communeId', 'account.commune_unknown');
	if (townHallCommuneId !== null && row.townHall === null) {
		throw unknown('townHallCommuneId', 'proposal.town_hall_required');
	}
	if (bodyId !== null && row.body === null) throw unknown('bodyId', 'body.unknown');
	if (Number(row.themes ?? 0) !== themeIds.length) {
		throw unknown('themeIds', 'contract.theme_unknown');
	}
}
