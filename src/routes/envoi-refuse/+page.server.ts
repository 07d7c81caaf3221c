import { AppError } from '#lib/errors.ts';

/** What the hooks answer with to something that another site sent: see `isFromElsewhere`. */
export const load = () => {
	throw new AppError('forbidden', { reason: 'site.elsewhere' });
};
