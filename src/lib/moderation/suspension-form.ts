import * as v from 'valibot';
import { oneOf, optionalDay, pageId, prose } from '#lib/form.ts';
import { SUSPENSION_GROUNDS } from './suspension.ts';

/** The longest reason, in characters. */
export const LONGEST_REASON = 2000;

/** Suspending somebody: for what, the facts told to them, and the last day when there is one. */
export const suspendForm = v.object({
	person: pageId(),
	ground: oneOf(SUSPENSION_GROUNDS, 'moderation.ground_required'),
	reason: prose('moderation.reason_required', 'moderation.reason_too_long', LONGEST_REASON),
	endsOn: optionalDay('moderation.end_malformed')
});

/** Lifting a suspension. */
export const liftForm = v.object({ person: pageId() });
