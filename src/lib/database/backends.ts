/** What a server tells of its processes, each of which serves one connection. */

export type Ask = (text: string) => Promise<{ backend: string }[]>;

/** Names a backend: its number comes again, with another beginning. */
const NAME = "concat(pid, ' ', backend_start)";

/** Asks a backend for its own name. */
export const OWN_BACKEND = `select ${NAME} as backend from pg_stat_activity where pid = pg_backend_pid()`;

/**
 * Which of these are there and at work, waiting for a lock included. One that waits for its client,
 * between two statements, in the middle of one, or to be rid of an answer, is not.
 */
export async function listWorking(ask: Ask, backends: readonly string[]): Promise<Set<string>> {
	if (backends.length === 0) return new Set();
	const rows = await ask(
		`select ${NAME} as backend from pg_stat_activity
		where ${NAME} in (${literals(backends)})
			and coalesce(state, '') not like 'idle%' and wait_event_type is distinct from 'Client'`
	);
	return new Set(rows.map((row) => row.backend));
}

/** Ends those of these that are still there: what they locked is free, what they had not committed is undone. */
export async function endBackends(ask: Ask, backends: readonly string[]): Promise<void> {
	if (backends.length === 0) return;
	await ask(
		`select ${NAME} as backend, pg_terminate_backend(pid) from pg_stat_activity
		where ${NAME} in (${literals(backends)})`
	);
}

function literals(names: readonly string[]): string {
	return names.map((name) => `'${name}'`).join(', ');
}
