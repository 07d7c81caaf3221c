/** Loads the demonstration territory into an empty database. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { datedDemoData } from './demo-data.ts';
import { loadAnswers } from './loading/answers.ts';
import { loadBodies } from './loading/bodies.ts';
import { loadAxes, loadContract, loadReadingPages, loadWindows } from './loading/contract.ts';
import { loadComments, loadSupports } from './loading/discussion.ts';
import { loadPeople } from './loading/people.ts';
import { loadPolls } from './loading/polls.ts';
import { loadProposals } from './loading/proposals.ts';
import { loadFigures } from './loading/sheet-details.ts';
import { loadSheets } from './loading/sheets.ts';
import { openStory } from './loading/story.ts';
import { loadOrganisations, loadTerritory } from './loading/territory.ts';

/** One loading at a time, also when several processes start on one server. */
const LOADING_LOCK = 7_162_026;

/**
 * Loads the Val d'Orsente in one transaction, as it reads on the day of `now`: signed contract with
 * its answered proposals, and an open window. Does nothing when there is a territory already.
 * True when it was loaded.
 */
export async function loadDemonstration({
	db,
	now
}: {
	db: Kysely<Database>;
	now: Date;
}): Promise<boolean> {
	return inTransaction(db, async (trx) => {
		await sql`select pg_advisory_xact_lock(${LOADING_LOCK})`.execute(trx);
		const existing = await trx.selectFrom('territory').select('id').limit(1).executeTakeFirst();
		if (existing) return false;
		await fillWithDemonstration(trx, now);
		return true;
	});
}

/** Writes the whole demonstration into empty tables, with the caller's transaction. */
export async function fillWithDemonstration(trx: Transaction<Database>, now: Date): Promise<void> {
	const story = openStory(trx, datedDemoData(now), now);
	await loadTerritory(story);
	await loadPeople(story);
	await loadOrganisations(story);
	await loadContract(story);
	await loadReadingPages(story);
	await loadAxes(story);
	await loadWindows(story);
	await loadBodies(story);
	await loadProposals(story);
	await loadSupports(story);
	await loadSheets(story);
	await loadFigures(story);
	await loadComments(story);
	await loadAnswers(story);
	await loadPolls(story);
	await story.recordEvents();
}
