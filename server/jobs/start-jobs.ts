// Work that no request waits for: mail and purges, queued by pg-boss in the same database.
import { fromKysely, PgBoss } from 'pg-boss';
import type { OpenDatabase } from '#lib/database/open.ts';
import { renderBehind } from '#lib/document/server/render-behind.ts';
import type { Environment } from '#lib/env.ts';
import { listSourcesOf } from '#lib/lineage/server/known-source-queries.ts';
import { logFailure, logMoment } from '#lib/log.ts';
import { mailDelivery } from '#lib/notification/mail.ts';
import { setMailQueue } from '#lib/notification/server/mail-queue.ts';
import { listQueuedMailIds } from '#lib/notification/server/mail-writes.ts';
import { openPostman, type Postman } from './mail.ts';
import { purge } from './purge.ts';

export interface Jobs {
	/** Lets the jobs that run end, ten seconds at most. */
	stop(): Promise<void>;
}

export interface JobsOptions {
	open: OpenDatabase;
	env: Pick<Environment, 'demo' | 'smtpUrl' | 'mailFrom'>;
	/** Seconds of the first wait between two attempts at a mail; it doubles up to an hour. */
	retryDelay?: number;
}

const MAIL = 'mail';
const SWEEP = 'mail-sweep';
const PURGE = 'purge';
const RENDER = 'render-behind';
/** Attempts of which the waits add up to more than a day. */
const RETRIES = 36;

/** Starts the jobs of this process. Several processes share the same queues without doing twice. */
export async function startJobs({ open, env, retryDelay = 20 }: JobsOptions): Promise<Jobs> {
	const boss = new PgBoss({
		backend: open.kind,
		db: {
			executeSql: async (text, values) => open.executeSql(text, values),
			listen: async (channel, receive, onReconnect) => {
				const close = await open.listen(channel, receive);
				onReconnect();
				return { close };
			}
		},
		useListenNotify: true,
		persistWarnings: false,
		reindex: open.kind === 'postgres',
		monitorVacuum: open.kind === 'postgres'
	});
	boss.on('error', (error) => logFailure(error, { in: 'jobs' }));
	await boss.start();
	const delivery = mailDelivery(env);
	const postman =
		delivery === 'send' && env.smtpUrl !== null
			? openPostman({ db: open.db, smtpUrl: env.smtpUrl, mailFrom: env.mailFrom })
			: null;
	if (postman) await sendMail(boss, open, postman, retryDelay);
	await boss.createQueue(PURGE, { policy: 'short', retryLimit: 1 });
	await boss.work(PURGE, { pollingIntervalSeconds: 60 }, async () => {
		logMoment('purged', await purge(open.db, new Date()));
	});
	await boss.schedule(PURGE, '17 * * * *', null, { tz: 'UTC', missed: 'once' });
	await boss.createQueue(RENDER, { policy: 'short', retryLimit: 1 });
	await boss.work(RENDER, { pollingIntervalSeconds: 60 }, async () => {
		const count = await renderBehind(open.db, async (documentId) => {
			const [sources] = await listSourcesOf(open.db, [documentId]);
			return sources ?? new Set();
		});
		if (count > 0) logMoment('rendered-behind', { documents: count });
	});
	await boss.schedule(RENDER, '*/5 * * * *', null, { tz: 'UTC', missed: 'once' });
	// The process before may have ended at once.
	await boss.send(RENDER, {});
	setMailQueue({
		delivery,
		async enqueue(trx, mailId) {
			if (postman) await boss.send(MAIL, {}, { id: mailId, db: fromKysely(trx) });
		},
		print: (text) => void process.stdout.write(`\n${text}\n`)
	});
	return {
		async stop() {
			setMailQueue(null);
			await boss.stop({ graceful: true, timeout: 10_000 });
			postman?.close();
		}
	};
}

// A job bears the id of its mail: whoever adds it again, adds nothing.
async function sendMail(
	boss: PgBoss,
	open: OpenDatabase,
	postman: Postman,
	retryDelay: number
): Promise<void> {
	await boss.createQueue(MAIL, { notify: true });
	await boss.updateQueue(MAIL, {
		retryLimit: RETRIES,
		retryDelay,
		retryBackoff: true,
		retryDelayMax: 3600,
		expireInSeconds: 120,
		deleteAfterSeconds: 86_400
	});
	await boss.createQueue(SWEEP, { policy: 'short', retryLimit: 0 });

	async function sweep(): Promise<void> {
		const ids = await listQueuedMailIds(open.db);
		if (ids.length === 0) return;
		// A process killed during its last attempt leaves a job that failed and a mail that waits.
		await open.executeSql(
			`delete from pgboss.job where name = $1 and state in ('failed', 'cancelled')
			and id in (select id from public.mail where state = 'queued')`,
			[MAIL]
		);
		await boss.insert(
			MAIL,
			ids.map((id) => ({ id }))
		);
	}

	await boss.work(
		MAIL,
		{
			includeMetadata: true,
			localConcurrency: 2,
			pollingIntervalSeconds: Math.min(2, retryDelay),
			// A new mail is announced; this is how soon a second attempt is noticed.
			notifyPollingIntervalSeconds: Math.min(10, retryDelay)
		},
		async (jobs) => {
			for (const { id, retryCount } of jobs) {
				const outcome = await postman.deliver(id, { isLast: retryCount >= RETRIES });
				logMoment('mail', { mailId: id, outcome });
			}
		}
	);
	await boss.work(SWEEP, { pollingIntervalSeconds: 15 }, sweep);
	await boss.schedule(SWEEP, '* * * * *');
	await sweep();
}
