/** Queries put together once: building and compiling one costs more than half of what sending it does. */
import { sql, type Compilable, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './schema.ts';

/** Stands among a query's values until it is sent. */
class Slot {
	readonly name: PropertyKey;

	constructor(name: PropertyKey) {
		this.name = name;
	}
}

/** Gives the place of a value in a query, by the value's name. */
export type SlotOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

type Build<Values, Row> = (db: Kysely<Database>, slot: SlotOf<Values>) => Compilable<Row>;

/** A query whose values come when it is sent: for pages that are read the most. */
export class Prepared<Values extends object, Row> {
	readonly #build: Build<Values, Row>;
	#compiled: CompiledQuery<Row> | null = null;

	constructor(build: Build<Values, Row>) {
		this.#build = build;
	}

	/** The rows for these values. */
	async list(db: Kysely<Database>, values: Values): Promise<Row[]> {
		this.#compiled ??= this.#build(db, (name) => sql`${new Slot(name)}`).compile();
		const parameters = this.#compiled.parameters.map((value): unknown =>
			value instanceof Slot ? Reflect.get(values, value.name) : value
		);
		const { rows } = await db.executeQuery<Row>({ ...this.#compiled, parameters });
		return rows;
	}

	/** The first row for these values, or null. */
	async find(db: Kysely<Database>, values: Values): Promise<Row | null> {
		const [row] = await this.list(db, values);
		return row ?? null;
	}
}

/**
 * Prepares a query: `prepare<{ id: string }>()((db, slot) => …where('id', '=', slot('id')))`. It is
 * built once, so nothing in it but the slots may differ from one time to the next.
 */
export function prepare<Values extends object>() {
	return <Row>(build: Build<Values, Row>) => new Prepared(build);
}

/**
 * Prepares a query that has several shapes, each built when it is first asked for. A shape tells what
 * the query is made of (who reads, which filters are set); it never holds what somebody typed.
 */
export function prepareShapes<Shape, Values extends object>() {
	return <Row>(build: (shape: Shape) => Build<Values, Row>) => {
		const shapes = new Map<string, Prepared<Values, Row>>();
		return (shape: Shape): Prepared<Values, Row> => {
			const name = JSON.stringify(shape);
			const prepared = shapes.get(name) ?? new Prepared(build(shape));
			shapes.set(name, prepared);
			return prepared;
		};
	};
}
