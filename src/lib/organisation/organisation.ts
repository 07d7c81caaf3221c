/** Organisations that sign, take part or lead, and how to reach them. */

/** Kinds offered in the form; the column takes any, since every region has its own. */
export const ORGANISATION_KINDS = [
	'EPCI',
	'COMMUNE',
	'ARS',
	'STATE',
	'SOCIAL_SECURITY',
	'DEPARTMENT',
	'REGION',
	'HOSPITAL',
	'CARE',
	'MEDICO_SOCIAL',
	'EDUCATION',
	'ASSOCIATION',
	'OBSERVATORY',
	'OTHER'
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The kind of a row as the form knows it; what the form does not offer is « other ». */
export function organisationKind(kind: string): OrganisationKind {
	return ORGANISATION_KINDS.find((known) => known === kind) ?? 'OTHER';
}

export interface Organisation {
	id: string;
	name: string;
	kind: string;
	description: string;
}

export interface OrganisationContact {
	id: string;
	label: string;
	phone: string;
	email: string;
	hours: string;
	public: boolean;
}

/** An organisation as the fields of its form hold it. */
export function organisationValues(organisation: Organisation) {
	const { name, kind, description } = organisation;
	return { name, kind: organisationKind(kind), description };
}

/** A contact as the fields of its form hold it. */
export function contactValues(contact: OrganisationContact) {
	const { label, phone, email, hours } = contact;
	return { label, phone, email, hours, public: contact.public ? 'on' : '' };
}
