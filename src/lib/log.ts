// One JSON line per request and per command: who did what, how it ended, how long it took. Numbers
// and identifiers only: never contents, addresses of people, or queries of URLs. A secret ballot is
// not logged at all.
import pino from 'pino';
import { environment } from '#lib/env.ts';

export interface RequestLine {
	requestId: string;
	method: string;
	/** The route's pattern, never the URL, which may hold what somebody searched for. */
	routeId: string | null;
	status: number;
	milliseconds: number;
	actorId?: string | null;
}

export interface CommandLine {
	requestId?: string;
	command: string;
	actorId: string | null;
	/** `done`, or the code of the error. */
	outcome: string;
	milliseconds: number;
}

interface SafeError {
	name: string;
	message?: string;
	code?: string;
	constraint?: string;
	table?: string;
	at?: string[];
	cause?: SafeError;
}

let logger: pino.Logger | null = null;

// Made at the first line: the build runs modules without an environment to speak of.
function log(): pino.Logger {
	logger ??= pino({ level: environment().logLevel, base: null });
	return logger;
}

/** Writes the line of one HTTP request. */
export function logRequest(line: RequestLine): void {
	log().info({ ...line, milliseconds: Math.round(line.milliseconds) }, 'request');
}

/** Writes the line of one command. */
export function logCommand(line: CommandLine): void {
	log().info({ ...line, milliseconds: Math.round(line.milliseconds) }, 'command');
}

/** Writes what happened to the process itself, with identifiers and counts alone. */
export function logMoment(moment: string, facts: Record<string, string | number | boolean> = {}) {
	log().info(facts, moment);
}

/** Writes an unexpected error, without the values it may hold. */
export function logFailure(
	error: unknown,
	facts: Record<string, string | number | boolean | null> = {}
): void {
	log().error({ ...facts, error: safeError(error) }, 'failure');
}

/**
 * Reduces an error to what is safe to keep: errors of the database and of parsers repeat in their
 * message what people wrote, so of those only name, code, constraint and stack remain.
 */
export function safeError(error: unknown, depth = 0): SafeError {
	if (!(error instanceof Error)) return { name: typeof error };
	const code = textOf(error, 'code');
	const constraint = textOf(error, 'constraint_name') ?? textOf(error, 'constraint');
	const table = textOf(error, 'table_name') ?? textOf(error, 'table');
	const repeatsValues =
		(code !== undefined && /^[0-9A-Z]{5}$/.test(code)) ||
		error instanceof SyntaxError ||
		error.name === 'ValiError';
	return {
		name: error.name,
		...(repeatsValues ? {} : { message: error.message }),
		...(code === undefined ? {} : { code }),
		...(constraint === undefined ? {} : { constraint }),
		...(table === undefined ? {} : { table }),
		at: framesOf(error),
		...(error.cause instanceof Error && depth < 3
			? { cause: safeError(error.cause, depth + 1) }
			: {})
	};
}

function framesOf(error: Error): string[] {
	return (error.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 12)
		.map((line) => line.trim());
}

function textOf(error: Error, key: string): string | undefined {
	const value: unknown = Reflect.get(error, key);
	return typeof value === 'string' ? value : undefined;
}
