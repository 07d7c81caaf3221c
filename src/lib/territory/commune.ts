/** A commune of a territory. */
export interface Commune {
	id: string;
	code: string;
	name: string;
	population: number;
	note: string;
	townHall: string;
}

export const ZONE_KINDS = [
	'QPV',
	'FRR',
	'FRR_PLUS',
	'ISOLATED_RURAL',
	'MEDICAL_DESERT',
	'OTHER'
] as const;

type ZoneKind = (typeof ZONE_KINDS)[number];

/** A zone that communes are in, wholly or in part. */
export interface Zone {
	id: string;
	kind: ZoneKind;
	name: string;
	code: string;
	population: number | null;
}

/** A commune as the fields of its form hold it. */
export function communeValues(commune: Commune) {
	const { name, population, townHall, note, code } = commune;
	return { name, insee: code, population: String(population), townHall, note };
}

/** A zone as the fields of its form hold it, with the communes that it is in, in the order of their ids. */
export function zoneValues(zone: Zone & { communeIds: readonly string[] }) {
	const { kind, name, code, population, communeIds } = zone;
	return {
		...{ kind, name, reference: code, communeIds: [...communeIds].sort() },
		population: population === null ? '' : String(population)
	};
}
