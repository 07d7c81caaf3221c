/** The one bridge between a posted form and a command. */
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { runCommand, type Command } from './command.ts';
import { AppError, statusOf } from './errors.ts';
import { readForm, withoutSecrets, type FormFailure, type FormValues } from './form.ts';
import { messagesOf, sentence } from './messages/messages.ts';

type Failure = ActionFailure<{ form: FormFailure }>;

export interface FormActionOptions<Input, Result> {
	/** Where to go when it is done (303), or nothing to stay on the page. May set cookies. */
	done: (result: Result, event: RequestEvent, input: Input) => string | Promise<string>;
	/** A secret ballot: no log line. */
	secret?: boolean;
}

/**
 * Makes a named action: parse, run the command in its transaction, redirect. On refusal: 4xx, the
 * values as typed, a sentence by field.
 */
export function formAction<S extends v.GenericSchema<unknown, unknown>, Result>(
	schema: S,
	command: Command<v.InferOutput<S>, Result>,
	options: FormActionOptions<v.InferOutput<S>, Result>
): (event: RequestEvent) => Promise<Failure> {
	return async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(schema, { ...event.params, ...values });
		if (!parsed.success) return invalid(event, values, parsed.issues);
		let target: string;
		try {
			const result = await runCommand(event.locals.context, command, parsed.output, {
				secret: options.secret ?? false
			});
			target = await options.done(result, event, parsed.output);
		} catch (error) {
			return refused(event, values, error);
		}
		redirect(303, target);
	};
}

function actionName(event: RequestEvent): string {
	const named = [...event.url.searchParams.keys()].find((key) => key.startsWith('/'));
	return named?.slice(1) ?? 'default';
}

/** The answer to fields that do not fit: one sentence each, everything typed kept. */
export function invalid(
	event: RequestEvent,
	values: FormValues,
	issues: readonly v.BaseIssue<unknown>[]
): Failure {
	const m = messagesOf(event.locals.locale);
	const byField: Record<string, string> = {};
	for (const issue of issues) {
		const field = issue.path?.[0]?.key;
		const name = typeof field === 'string' ? field : '';
		byField[name] ??= sentence(m, issue.message);
	}
	const { '': message = '', ...rest } = byField;
	return fail(400, {
		form: { action: actionName(event), values: withoutSecrets(values), issues: rest, message }
	});
}

/**
 * The answer to a refusal of the domain; anything else is a fault and is thrown on. What the actor
 * may not see is a page not found, never a form error.
 */
export function refused(event: RequestEvent, values: FormValues, error: unknown): Failure {
	if (!(error instanceof AppError) || error.code === 'not_found') throw error;
	const m = messagesOf(event.locals.locale);
	const said = sentence(m, error.details.reason ?? `common.${error.code}`);
	const { field } = error.details;
	return fail(statusOf(error.code), {
		form: {
			action: actionName(event),
			values: withoutSecrets(values),
			issues: field ? { [field]: said } : {},
			message: field ? '' : said
		}
	});
}
