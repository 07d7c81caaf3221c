import { AppError } from '#lib/errors.ts';
import type { Actor } from './actor.ts';
import { can } from './permissions.ts';
import type { Action, SubjectOf } from './subjects.ts';

/**
 * First statement of a command after the scoped read of its subject.
 * @throws {AppError} unauthenticated for a visitor who could be allowed once signed in, else forbidden;
 * who may not because they are suspended is told so
 */
export function authorize<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): void {
	if (can(actor, action, subject)) return;
	if (actor.accountId === null) {
		throw new AppError('unauthenticated', { reason: 'common.unauthenticated' });
	}
	const isBarred = actor.suspended && can({ ...actor, suspended: false }, action, subject);
	throw new AppError('forbidden', {
		reason: isBarred ? 'moderation.suspended' : 'common.forbidden'
	});
}
