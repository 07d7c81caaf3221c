import type { ErrorCode } from '#lib/errors.ts';
import type { Territory } from '#lib/territory/territory.ts';
import type { QueryContext } from '#lib/command.ts';
import type { FormFailure } from '#lib/form.ts';
import type { Locale } from '#lib/messages/messages.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			status?: number;
			/** `area.key` of what the error page says instead of what it says of its status. */
			reason?: string;
			/** Reference that a person may give by telephone; the log has the same. */
			id?: string;
		}
		interface Locals {
			context: QueryContext;
			locale: Locale;
			/** The territory of the address, if any. */
			territory: Territory | null;
			/** Why a load refused; set by the error hook, read by the handle hook. */
			refusal?: ErrorCode;
			requestId: string;
			/** Raw session token of the cookie, so that sign-out can end it. */
			sessionToken: string | null;
		}
		interface PageData {
			form?: FormFailure;
		}
	}
}

export {};
