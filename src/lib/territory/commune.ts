/** A commune of a territory. */
export interface Commune {
	id: string;
	code: string;
	name: string;
	population: number;
	note: string;
	townHall: string;
}

type ZoneKind = 'QPV' | 'FRR' | 'FRR_PLUS' | 'ISOLATED_RURAL' | 'MEDICAL_DESERT' | 'OTHER';

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
