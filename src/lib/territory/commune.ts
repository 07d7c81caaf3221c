/** A commune of a territory. */
export interface Commune {
	id: string;
	code: string;
	name: string;
	population: number;
	note: string;
	townHall: string;
}

/** A commune as the fields of its form hold it. */
export function communeValues(commune: Commune) {
	const { name, population, townHall, note, code } = commune;
	return { name, insee: code, population: String(population), townHall, note };
}
