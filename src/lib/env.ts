// The environment: the one module that reads it. Everything wrong is said at once, at start.
import { resolve } from 'node:path';
import * as v from 'valibot';
import type { DatabaseConfig } from '#lib/database/open.ts';
import { StartError } from '#lib/start-error.ts';

export interface Environment {
	/** Address to listen on. */
	host: string;
	port: number;
	/** Where people reach Parvis, without a final slash. */
	origin: string;
	/** Whether somebody wrote the origin, or it follows from host and port. */
	isOriginGiven: boolean;
	/** Absolute. */
	dataDir: string;
	database: DatabaseConfig;
	/** `local`: fictitious accounts on a loopback address alone; `public`: for everybody. */
	demo: 'local' | 'public' | 'off';
	/** Null keeps mail here: an outbox page in the demonstration, the console otherwise. */
	smtpUrl: string | null;
	mailFrom: string;
	/** How many proxies of ours stand before Parvis and write `X-Forwarded-For`. */
	trustedProxies: number;
	logLevel: (typeof logLevels)[number];
}

type Variables = Readonly<Record<string, string | undefined>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const loopbackNames = ['127.0.0.1', '::1', 'localhost'];

const text = v.pipe(
	v.optional(v.string()),
	v.transform((value) => value?.trim() || undefined)
);

function check(test: (value: string) => boolean, sentence: (value: string) => string) {
	return v.pipe(
		text,
		v.check(
			(value) => value === undefined || test(value),
			({ input }) => sentence(String(input))
		)
	);
}

const schema = v.object({
	PORT: check(
		(value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535,
		(value) => `PORT doit être un nombre entre 1 et 65535 ; reçu : « ${value} ».`
	),
	HOST: check(
		(value) => /^[\w.:-]+$/.test(value) && URL.canParse(httpAddress(value, 80)),
		(value) => `HOST doit être un nom ou une adresse, comme 127.0.0.1 ; reçu : « ${value} ».`
	),
	ORIGIN: check(
		isOrigin,
		(value) =>
			'ORIGIN doit être l’adresse du site, sans chemin, comme https://parvis.example.fr ; ' +
			`reçu : « ${value} ».`
	),
	DATA_DIR: text,
	DATABASE_URL: check(
		(value) => hasProtocol(value, 'postgres:', 'postgresql:'),
		() =>
			'DATABASE_URL doit être une adresse PostgreSQL, comme postgres://nom:secret@machine:5432/parvis.'
	),
	DEMO: check(
		(value) => ['0', '1', 'public'].includes(value),
		(value) =>
			'DEMO doit être 1 (démonstration sur cette machine), public (démonstration ouverte à tous) ' +
			`ou 0 (vraies données) ; reçu : « ${value} ».`
	),
	SMTP_URL: check(
		(value) => hasProtocol(value, 'smtp:', 'smtps:'),
		() =>
			'SMTP_URL doit être une adresse de serveur de courrier, comme smtp://nom:secret@machine:587.'
	),
	MAIL_FROM: check(
		(value) => /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value),
		(value) =>
			`MAIL_FROM doit être une adresse d’expéditeur, comme Parvis <parvis@example.fr> ; reçu : « ${value} ».`
	),
	TRUST_PROXY: check(
		(value) => /^\d$/.test(value),
		(value) =>
			`TRUST_PROXY doit être le nombre de serveurs mandataires devant Parvis, de 0 à 9 ; reçu : « ${value} ».`
	),
	LOG_LEVEL: check(
		(value) => logLevels.some((level) => level === value),
		(value) => `LOG_LEVEL doit être l’un de : ${logLevels.join(', ')} ; reçu : « ${value} ».`
	)
});

let current: Environment | null = null;

/**
 * Gives what the environment asks for, read and checked once.
 *
 * @throws {StartError} with everything that is wrong
 */
export function environment(): Environment {
	current ??= readEnvironment(process.env);
	return current;
}

/**
 * Checks variables and fills in what was not written.
 *
 * @throws {StartError} with everything that is wrong, one French sentence a line
 */
export function readEnvironment(variables: Variables): Environment {
	const parsed = v.safeParse(schema, variables);
	const wrong = [...(parsed.issues ?? []).map(({ message }) => message), ...unknown(variables)];
	if (!parsed.success || wrong.length > 0) {
		throw new StartError(
			wrong.length === 1
				? String(wrong[0])
				: `Parvis ne peut pas démarrer, ${wrong.length} réglages sont à corriger :\n` +
						wrong.map((sentence) => `- ${sentence}`).join('\n')
		);
	}
	return complete(parsed.output);
}

function complete(given: v.InferOutput<typeof schema>): Environment {
	const host = given.HOST ?? '127.0.0.1';
	const port = Number(given.PORT ?? 3000);
	const dataDir = resolve(given.DATA_DIR ?? 'data');
	const origin = given.ORIGIN ? new URL(given.ORIGIN).origin : defaultOrigin(host, port);
	return {
		host,
		port,
		origin,
		isOriginGiven: given.ORIGIN !== undefined,
		dataDir,
		database: given.DATABASE_URL
			? { kind: 'postgres', url: given.DATABASE_URL }
			: { kind: 'pglite', directory: dataDir },
		demo: demoOf(given.DEMO),
		smtpUrl: given.SMTP_URL ?? null,
		mailFrom: given.MAIL_FROM ?? `Parvis <ne-pas-repondre@${new URL(origin).hostname}>`,
		trustedProxies: Number(given.TRUST_PROXY ?? 0),
		logLevel: logLevels.find((level) => level === given.LOG_LEVEL) ?? 'info'
	};
}

function demoOf(value: string | undefined): Environment['demo'] {
	if (value === '0') return 'off';
	return value === 'public' ? 'public' : 'local';
}

// A wildcard address is not one that a browser can be sent to.
function defaultOrigin(host: string, port: number): string {
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
	return new URL(httpAddress(name, port)).origin;
}

function httpAddress(host: string, port: number): string {
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Says whether only this machine can reach an address, given as a name, an address or an origin's
 * host.
 */
export function isLoopback(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, '');
	return loopbackNames.includes(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function unknown(variables: Variables): string[] {
	return Object.keys(variables)
		.filter((name) => name.startsWith('PARVIS_'))
		.sort()
		.map((name) => `${name} n’existe pas : Parvis lit ${Object.keys(schema.entries).join(', ')}.`);
}

function isOrigin(value: string): boolean {
	if (!hasProtocol(value, 'http:', 'https:')) return false;
	const { pathname, search, hash, username } = new URL(value);
	return pathname === '/' && search === '' && hash === '' && username === '';
}

function hasProtocol(value: string, ...protocols: string[]): boolean {
	return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
