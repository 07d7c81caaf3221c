// A real SMTP server receives the mail: down, slow, full, then back.
import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setMailQueue } from '#lib/notification/server/mail-queue.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { startJobs, type Jobs } from './start-jobs.ts';

const fixture = testDatabase();
const now = () => new Date();
let closing: (() => Promise<void>)[] = [];

beforeEach(() => {
	closing = [];
});

afterEach(async () => {
	for (const close of closing.reverse()) await close();
	setMailQueue(null);
	await fixture.open.executeSql('drop schema if exists pgboss cascade');
});

interface Sink {
	url: string;
	/** Whole messages in the order of arrival. */
	mails: string[];
	recipients: string[];
}

async function sink(options: SMTPServerOptions = {}, port = 0): Promise<Sink> {
	const mails: string[] = [];
	const recipients: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo(address, _session, callback) {
			recipients.push(address.address);
			callback();
		},
		onData(stream, _session, callback) {
			let text = '';
			stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
			stream.on('end', () => {
				mails.push(text);
				callback();
			});
		},
		...options
	});
	server.on('error', () => {});
	const listening = Promise.withResolvers<void>();
	const listener = server.listen(port, '127.0.0.1', () => listening.resolve());
	await listening.promise;
	closing.push(() => new Promise((resolve) => server.close(() => resolve())));
	const bound = listener.address();
	if (bound === null || typeof bound === 'string') throw new Error('no port');
	return { url: `smtp://127.0.0.1:${bound.port}`, mails, recipients };
}

/** A port on which nobody answers for now. */
async function freePort(): Promise<number> {
	const server = createServer();
	const listening = Promise.withResolvers<void>();
	server.listen(0, '127.0.0.1', () => listening.resolve());
	await listening.promise;
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function jobs(
	smtpUrl: string | null,
	demo: 'local' | 'public' | 'off' = 'off'
): Promise<Jobs> {
	const started = await startJobs({
		open: fixture.open,
		env: { demo, smtpUrl, mailFrom: 'Parvis <parvis@pays.fr>' },
		retryDelay: 1
	});
	closing.push(() => started.stop());
	return started;
}

function write(recipient = 'camille@mairie.fr', kind = 'answer', createdAt = now()) {
	return fixture.run((trx) =>
		queueMail(trx, {
			territoryId: null,
			kind,
			recipient,
			subject: 'Réponse à votre proposition',
			text: 'Bonjour,\n\nélu',
			html: '<p>Bonjour</p>',
			printable: true,
			now: createdAt
		})
	);
}

function mail(id: string) {
	return fixture.db
		.selectFrom('mail')
		.select(['state', 'attempts', 'lastError', 'sentAt'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}

const settle = { timeout: 18_000, interval: 100 };

test('a mail leaves soon after its act is committed, once', async () => {
	const { url, mails, recipients } = await sink();
	await jobs(url);
	const id = await write();
	await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toHaveLength(1);
	expect(mails[0]).toMatch(/^From: Parvis <parvis@pays\.fr>/m);
	expect(mails[0]).toMatch(/^Subject: =\?UTF-8\?/m);
	expect(mails[0]).toContain(`Message-ID: <${id}@pays.fr>`);
	expect(recipients).toEqual(['camille@mairie.fr']);
	expect(await mail(id)).toMatchObject({ attempts: 1, lastError: null });
});

test('what was undone sends nothing', async () => {
	const { url, mails } = await sink();
	await jobs(url);
	await fixture
		.run(async (trx) => {
			await queueMail(trx, {
				territoryId: null,
				kind: 'answer',
				recipient: 'a@mairie.fr',
				subject: 'Rien',
				text: 'Rien',
				html: '',
				now: now()
			});
			throw new Error('undone');
		})
		.catch(() => null);
	const id = await write();
	await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toHaveLength(1);
});

test('while the mail server is down a mail waits, and leaves once when it is back', async () => {
	const port = await freePort();
	await jobs(`smtp://127.0.0.1:${port}`);
	const id = await write();
	await expect.poll(async () => (await mail(id)).attempts, settle).toBeGreaterThanOrEqual(1);
	expect(await mail(id)).toMatchObject({ state: 'queued', lastError: 'ESOCKET' });
	const { mails } = await sink({}, port);
	await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toHaveLength(1);
}, 40_000);

test('a temporary refusal is tried again, a final one is not', async () => {
	let refusals = 0;
	const { url, mails } = await sink({
		onRcptTo(address, _session, callback) {
			const isFinal = address.address.startsWith('nobody');
			if (!isFinal && (refusals += 1) > 1) {
				callback();
				return;
			}
			callback(
				Object.assign(new Error(`${address.address} cannot be reached`), {
					responseCode: isFinal ? 550 : 451
				})
			);
		}
	});
	await jobs(url);
	const [wrong, busy] = [await write('nobody@mairie.fr'), await write('busy@mairie.fr')];
	await expect.poll(async () => (await mail(busy)).state, settle).toBe('sent');
	await expect.poll(async () => (await mail(wrong)).state, settle).toBe('failed');
	expect(mails).toHaveLength(1);
	expect(await mail(busy)).toMatchObject({ attempts: 2 });
	const { lastError, attempts } = await mail(wrong);
	expect(attempts).toBe(1);
	expect(lastError).toBe('EENVELOPE 550');
}, 40_000);

test('a slow mail server gets a mail once', async () => {
	const mails: string[] = [];
	const { url } = await sink({
		onData(stream, _session, callback) {
			stream.resume();
			stream.on('end', () => {
				mails.push('one');
				setTimeout(callback, 3000);
			});
		}
	});
	await jobs(url);
	const id = await write();
	await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toEqual(['one']);
}, 40_000);

test('mails written before the jobs start leave when they do', async () => {
	setMailQueue({ delivery: 'send', enqueue: () => Promise.resolve(), print: () => {} });
	const ids = [await write('a@mairie.fr'), await write('b@mairie.fr')];
	const { url, mails } = await sink();
	await jobs(url);
	for (const id of ids) await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toHaveLength(2);
});

test('stopping lets the mail under way arrive, and the rest waits for the next start', async () => {
	const { url, mails } = await sink();
	const first = await jobs(url);
	const id = await write();
	await first.stop();
	await jobs(url);
	await expect.poll(async () => (await mail(id)).state, settle).toBe('sent');
	expect(mails).toHaveLength(1);
}, 40_000);

test('a code that nobody could use any more does not leave', async () => {
	const { url, mails } = await sink();
	await jobs(url);
	const id = await write('a@mairie.fr', 'sign-in-code', new Date(Date.now() - 31 * 60_000));
	await expect.poll(async () => (await mail(id)).state, settle).toBe('failed');
	expect(mails).toEqual([]);
	expect(await mail(id)).toMatchObject({ lastError: 'expired' });
});

test('no mail leaves to an invented person, nor from the public demonstration', async () => {
	const { url, mails } = await sink();
	const local = await jobs(url, 'local');
	const invented = await write('solene@habitants.example');
	expect(await mail(invented)).toMatchObject({ state: 'kept' });
	await local.stop();
	await jobs(url, 'public');
	const id = await write('camille@mairie.fr');
	expect(await mail(id)).toMatchObject({ state: 'kept' });
	expect(mails).toEqual([]);
});

test('without mail server a real site prints what is needed to sign in, and nothing else', async () => {
	const printed: string[] = [];
	setMailQueue({
		delivery: 'print',
		enqueue: () => Promise.reject(new Error('nothing to enqueue')),
		print: (text) => void printed.push(text)
	});
	await write();
	await fixture.run((trx) =>
		queueMail(trx, {
			territoryId: null,
			kind: 'answer',
			recipient: 'a@mairie.fr',
			subject: 'Réponse',
			text: 'Intime',
			html: '',
			now: now()
		})
	);
	expect(printed).toEqual(['Bonjour,\n\nélu']);
});
