/** What the database means to do with the queries of a function: cost is told by the plan, not by a clock. */
import {
	CompiledQuery,
	isCompiledQuery,
	type Kysely,
	type KyselyPlugin,
	type QueryId
} from 'kysely';
import type { Database } from '#lib/database/schema.ts';

/** Runs `work`, and gives the plan of each query that it asked, in order, as EXPLAIN writes it. */
export async function plansOf(
	db: Kysely<Database>,
	work: (db: Kysely<Database>) => Promise<unknown>
): Promise<string[]> {
	// A query inside another passes here too; only what was answered had been asked.
	const compiled = new Map<QueryId, CompiledQuery>();
	const asked: CompiledQuery[] = [];
	const listening: KyselyPlugin = {
		transformQuery({ node, queryId }) {
			compiled.set(queryId, db.getExecutor().compileQuery(node, queryId));
			return node;
		},
		transformResult({ result, queryId }) {
			const query = compiled.get(queryId);
			if (query) asked.push(query);
			return Promise.resolve(result);
		}
	};
	const listened = db.withPlugin(listening);
	// A prepared query was compiled before, and comes with its values.
	const executeQuery: typeof db.executeQuery = (query, options) => {
		if (isCompiledQuery(query)) {
			compiled.delete(query.queryId);
			asked.push(query);
		}
		return db.executeQuery(query, options);
	};
	await work(Object.assign(listened, { executeQuery }));
	const plans: string[] = [];
	for (const { sql, parameters } of asked) {
		const { rows } = await db.executeQuery<Record<string, string>>(
			CompiledQuery.raw(`explain ${sql}`, [...parameters])
		);
		plans.push(rows.map((row) => Object.values(row).join('')).join('\n'));
	}
	return plans;
}
