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
