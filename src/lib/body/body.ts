/** Bodies: the groups that prepare, decide and follow, and how one gets in. */

export const BODY_KINDS = [
	'STEERING_COMMITTEE',
	'TECHNICAL_COMMITTEE',
	'PROJECT_SECRETARIAT',
	'WORKING_GROUP',
	'CITIZEN_COMMITTEE',
	'USER_GROUP',
	'FOLLOW_UP_COMMITTEE',
	'MENTAL_HEALTH_COUNCIL',
	'FUNDERS_COMMITTEE',
	'ASSEMBLY'
] as const;

export type BodyKind = (typeof BODY_KINDS)[number];

export const ADMISSIONS = ['open', 'application', 'lot', 'invitation'] as const;

export type Admission = (typeof ADMISSIONS)[number];

export interface Body {
	id: string;
	axisId: string | null;
	kind: BodyKind;
	name: string;
	description: string;
	composition: string;
	rhythm: string;
	/** How it decides, in words. */
	rule: string;
	admission: Admission;
	public: boolean;
}

/** How a person stands towards a body: outside, waiting for an answer, refused, or a member. */
export type Standing = 'outside' | 'applied' | 'refused' | 'active';

/** What the page of a body offers to someone who may contribute or is not signed in yet. */
export type EntryOffer = 'join' | 'apply' | 'explain' | 'wait' | 'member';

/**
 * What a body offers to someone: an open one is joined at once, one by application is asked, lots and
 * invitations are explained. A refusal does not forbid to ask again.
 */
export function entryOffer(
	body: Pick<Body, 'admission' | 'public'>,
	standing: Standing
): EntryOffer {
	if (standing === 'active') return 'member';
	if (!body.public) return 'explain';
	if (body.admission === 'open') return 'join';
	if (standing === 'applied') return 'wait';
	return body.admission === 'application' ? 'apply' : 'explain';
}

/** A body as the fields of its form hold it. */
export function bodyValues(body: Body) {
	const { name, kind, admission, description, composition, rhythm, rule } = body;
	return {
		name,
		kind,
		admission,
		axisId: body.axisId ?? '',
		description,
		composition,
		rhythm,
		rule,
		public: body.public ? 'on' : ''
	};
}
