import type { organisation as french } from './organisation.fr.ts';

export const organisation = {
	title: 'Partners',
	intro: 'Who signs, who takes part, who leads which action, and how long ago you last spoke.',
	add: 'Add an organisation',
	addTitle: 'New organisation',
	addSignatory: 'Add a signatory',
	addPartner: 'Add a partner',
	none: 'No organisation yet',
	noneHint: 'Begin with the authority that carries the contract and the regional health agency.',
	caption: 'Organisations, what they lead and the last contact',
	name: 'Organisation',
	place: 'Place',
	leads: 'Leads',
	leadsNothing: 'no action',
	lastContact: 'Last contact',
	neverContacted: 'not noted yet',
	places: {
		CORE: 'core signatory',
		ASSOCIATED: 'co-signatory',
		partner: 'partner',
		none: 'neither signatory nor partner'
	},
	kinds: {
		EPCI: 'intermunicipal body',
		COMMUNE: 'commune',
		ARS: 'regional health agency (ARS)',
		STATE: 'State services',
		SOCIAL_SECURITY: 'social security',
		DEPARTMENT: 'département',
		REGION: 'region',
		HOSPITAL: 'hospital',
		CARE: 'local care',
		MEDICO_SOCIAL: 'medico-social',
		EDUCATION: 'education',
		ASSOCIATION: 'association',
		OBSERVATORY: 'observatory or support',
		OTHER: 'other'
	},
	form: {
		name: 'Name, in full',
		kind: 'Kind',
		description: 'What it does, in one or two sentences'
	},
	sections: {
		identity: 'The organisation',
		contract: 'In the contract',
		contacts: 'Contacts',
		sheets: 'Actions it leads',
		lastContact: 'Last contact'
	},
	notePhoned: 'Note a contact today',
	noted: 'The contact is noted.',
	saved: 'The organisation is saved.',
	removed: 'The organisation is removed.',
	remove: 'Remove this organisation',
	removeText: 'Its contacts go with it. A signatory or partner must leave those lists first.',
	removeConfirm: 'Yes, remove this organisation',
	contact: {
		add: 'Add a contact',
		edit: (label: string) => `Edit the contact “${label}”`,
		label: 'Person or service',
		labelHint: 'For example: reception, or the public name of the person with their consent.',
		phone: 'Telephone',
		email: 'E-mail address',
		hours: 'Hours',
		public: 'Show this contact on “Whom to contact”',
		isPublic: 'public',
		isPrivate: 'for the coordination only',
		none: 'No contact is stored.',
		saved: 'The contact is saved.',
		removed: 'The contact is removed.',
		remove: 'Remove this contact'
	},
	issues: {
		unknown: 'This organisation is no longer in the list. Choose another one.',
		kind_required: 'Say what sort of organisation it is.',
		name_required: 'Give the name of the organisation.',
		label_required: 'Say who is contacted.',
		reach_required: 'Give at least a telephone or an e-mail address.',
		email_malformed: 'This e-mail address is not complete. Example: name@example.org.',
		stale: 'Someone changed this in the meantime. Read the page again, then retry.',
		in_use: 'This organisation is a signatory or a partner: take it off those lists first.'
	}
} satisfies typeof french;
