/** Forms of a body: entering, leaving, inviting, and what it is. */
import * as v from 'valibot';
import {
	email,
	line,
	oneOf,
	optionalId,
	optionalLine,
	optionalProse,
	prose,
	ticked
} from '#lib/form.ts';
import { ROLES } from '#lib/territory/roles.ts';
import { ADMISSIONS, BODY_KINDS } from './body.ts';

/** The body of the address; the command answers « not found » to what it does not know. */
const body = v.string();

export const joinForm = v.object({ body });

export const applyForm = v.object({
	body,
	motivation: prose('body.motivation_required', 'body.motivation_too_long', 2000)
});

export const admitForm = v.object({ body, membership: v.string() });

export const refuseForm = v.object({
	body,
	membership: v.string(),
	reason: prose('body.reason_required', 'body.reason_too_long', 1000)
});

export const endSeatForm = v.object({
	body,
	membership: v.string(),
	reason: prose('body.reason_required', 'body.reason_too_long', 1000)
});

export const inviteForm = v.object({
	body,
	email: email('body.email_required', 'body.email_malformed'),
	role: oneOf(['member', 'lead', 'chair', 'secretary'], 'body.role_required')
});

export const inviteToRoleForm = v.object({
	email: email('body.email_required', 'body.email_malformed'),
	role: oneOf(ROLES, 'territory.role_required')
});

export const acceptForm = v.object({ body: v.optional(v.string()), token: v.string() });

export const bodyForm = v.object({
	/** Empty for a new one. */
	entry: v.string(),
	stamp: v.optional(v.string(), ''),
	name: line('body.name_required', 'common.too_long', 120),
	kind: oneOf(BODY_KINDS, 'body.kind_required'),
	admission: oneOf(ADMISSIONS, 'body.admission_required'),
	axisId: optionalId('contract.axis_unknown'),
	description: optionalProse('common.too_long', 1500),
	composition: optionalProse('common.too_long', 600),
	rhythm: optionalLine('common.too_long', 160),
	rule: optionalLine('common.too_long', 300),
	public: ticked()
});
