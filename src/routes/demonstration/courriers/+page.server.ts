import { authorize } from '#lib/access/authorize.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { listOutbox } from '#lib/notification/server/outbox-queries.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';

export const load = async ({ locals }) => {
	const { db, actor } = locals.context;
	found(demonstrationIsOpen() || null);
	authorize(actor, 'mail.read-outbox', { demonstration: demonstrationIsOpen() });
	const demonstrationOnly = environment().demo === 'public';
	return { demonstrationOnly, mails: await listOutbox(db, { demonstrationOnly }) };
};
