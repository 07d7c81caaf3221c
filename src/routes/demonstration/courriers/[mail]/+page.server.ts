import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { findOutboxMail } from '#lib/notification/server/outbox-queries.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';

const link = /^https?:\/\/\S+$/;

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	found(demonstrationIsOpen() || null);
	authorize(actor, 'mail.read-outbox', { demonstration: demonstrationIsOpen() });
	const id = found(v.is(v.pipe(v.string(), v.uuid()), params.mail) ? params.mail : null);
	const scope = { demonstrationOnly: environment().demo === 'public' };
	const { text, ...mail } = found(await findOutboxMail(db, id, scope));
	const { origin } = environment();
	return {
		mail,
		lines: text.split('\n').map((line) => ({
			text: line,
			// Only our own pages become links: what people wrote in a mail stays text.
			href: link.test(line) && line.startsWith(`${origin}/`) ? line.slice(origin.length) : null
		}))
	};
};
