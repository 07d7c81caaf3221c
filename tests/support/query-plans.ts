/** What the database means to do with the queries of a function: cost is told by the plan, not by a clock. */
import { CompiledQuery, type Kysely, type KyselyPlugin, type QueryId } from 'kysely';
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
	await work(db.withPlugin(listening));
	const plans: string[] = [];
	for (const { sql, parameters } of asked) {
		const { rows } = await db.executeQuery<Record<string, string>>(
			CompiledQuery.raw(`explain ${sql}`, [...parameters])
		);
		plans.push(rows.map((row) => Object.values(row).join('')).join('\n'));
	}
	return plans;
}
