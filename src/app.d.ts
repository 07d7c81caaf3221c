import type { QueryContext } from '#lib/command.ts';
import type { FormFailure } from '#lib/form.ts';
import type { Locale } from '#lib/messages/messages.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Reference that a person may give by telephone; the log has the same. */
			id?: string;
		}
		interface Locals {
			context: QueryContext;
			locale: Locale;
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
