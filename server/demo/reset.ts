/** The public demonstration starts afresh every night. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { logFailure, logMoment } from '#lib/log.ts';
import { addDays, dayOf, startOfDay } from '#lib/territory/day.ts';
import type { Collaboration } from '../collaboration/collaboration.ts';
import { fillWithDemonstration } from './load.ts';

const ZONE = 'Europe/Paris';
/** The clocks change at two and at three: by four the night is quiet again. */
const HOUR = 4 * 3_600_000;

/** The next reset after an instant: four hours into a day of Paris, or of the next. */
export function nextReset(now: Date): Date {
	const today = dayOf(now, ZONE);
	const at = new Date(startOfDay(today, ZONE).getTime() + HOUR);
	return at > now ? at : new Date(startOfDay(addDays(today, 1), ZONE).getTime() + HOUR);
}

/**
 * Removes all that the demonstration's visitors did and loads it again, dated from `now`, in one
 * transaction: readers see the old site or the new one.
 */
export async function resetDemonstration(db: Kysely<Database>, now: Date): Promise<void> {
	await inTransaction(db, async (trx) => {
		const { rows } = await sql<{ name: string }>`
			select quote_ident(tablename) as name from pg_tables
			where schemaname = 'public' and tablename not like 'kysely%'
		`.execute(trx);
		const tables = rows.map(({ name }) => name).join(', ');
		await sql`truncate ${sql.raw(tables)} cascade`.execute(trx);
		await fillWithDemonstration(trx, now);
	});
}

/** Resets at four each night; the answer ends it. */
export function resetEveryNight(
	db: Kysely<Database>,
	collaboration: Pick<Collaboration, 'closeAll'>
): () => void {
	let timer: NodeJS.Timeout;
	const wait = () => {
		timer = setTimeout(run, nextReset(new Date()).getTime() - Date.now());
		timer.unref();
	};
	const run = () => {
		collaboration.closeAll();
		resetDemonstration(db, new Date())
			.then(() => logMoment('demonstration-reset'))
			.catch((error: unknown) => logFailure(error, { moment: 'demonstration-reset' }))
			.finally(wait);
	};
	wait();
	return () => clearTimeout(timer);
}
