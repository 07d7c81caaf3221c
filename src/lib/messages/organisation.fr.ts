/** « Partenaires »: organisations, how to reach them, what they lead. */
export const organisation = {
	title: 'Partenaires',
	intro:
		'Qui signe, qui participe, qui pilote quelle action, et depuis quand on ne s’est pas parlé.',
	add: 'Ajouter un organisme',
	addTitle: 'Nouvel organisme',
	addSignatory: 'Ajouter un signataire',
	addPartner: 'Ajouter un partenaire',
	none: 'Aucun organisme pour l’instant',
	noneHint: 'Commencez par la collectivité qui porte le contrat et l’agence régionale de santé.',
	caption: 'Organismes, ce qu’ils pilotent et le dernier contact',
	name: 'Organisme',
	place: 'Place',
	leads: 'Pilote',
	leadsNothing: 'aucune action',
	lastContact: 'Dernier contact',
	neverContacted: 'pas encore noté',
	places: {
		CORE: 'signataire socle',
		ASSOCIATED: 'co-signataire',
		partner: 'partenaire',
		none: 'ni signataire ni partenaire'
	},
	kinds: {
		EPCI: 'intercommunalité',
		COMMUNE: 'commune',
		ARS: 'agence régionale de santé (ARS)',
		STATE: 'services de l’État',
		SOCIAL_SECURITY: 'sécurité sociale',
		DEPARTMENT: 'département',
		REGION: 'région',
		HOSPITAL: 'hôpital',
		CARE: 'soins de proximité',
		MEDICO_SOCIAL: 'médico-social',
		EDUCATION: 'éducation',
		ASSOCIATION: 'association',
		OBSERVATORY: 'observatoire ou appui',
		OTHER: 'autre'
	},
	form: {
		name: 'Nom, en toutes lettres',
		kind: 'Nature',
		description: 'Ce qu’il fait, en une ou deux phrases'
	},
	sections: {
		identity: 'L’organisme',
		contract: 'Dans le contrat',
		contacts: 'Contacts',
		sheets: 'Actions qu’il pilote',
		lastContact: 'Dernier contact'
	},
	notePhoned: 'Noter un contact aujourd’hui',
	noted: 'Le contact est noté.',
	saved: 'L’organisme est enregistré.',
	removed: 'L’organisme est retiré.',
	remove: 'Retirer cet organisme',
	removeText:
		'Ses contacts sont retirés avec. Un signataire ou un partenaire doit d’abord sortir de ces listes.',
	removeConfirm: 'Oui, retirer cet organisme',
	contact: {
		add: 'Ajouter un contact',
		edit: (label: string) => `Modifier le contact « ${label} »`,
		label: 'Personne ou service',
		labelHint: 'Par exemple : accueil, ou le nom public de la personne avec son accord.',
		phone: 'Téléphone',
		email: 'Adresse électronique',
		hours: 'Horaires',
		public: 'Montrer ce contact sur « Qui contacter »',
		isPublic: 'public',
		isPrivate: 'pour la coordination seulement',
		none: 'Aucun contact enregistré.',
		saved: 'Le contact est enregistré.',
		removed: 'Le contact est retiré.',
		remove: 'Retirer ce contact'
	},
	issues: {
		unknown: 'Cet organisme n’est plus dans la liste. Choisissez-en un autre.',
		kind_required: 'Dites de quelle sorte d’organisme il s’agit.',
		name_required: 'Donnez le nom de l’organisme.',
		label_required: 'Dites qui l’on contacte.',
		reach_required: 'Donnez au moins un téléphone ou une adresse électronique.',
		email_malformed: 'Cette adresse électronique n’est pas complète. Exemple : nom@exemple.fr.',
		stale: 'Quelqu’un a modifié cela entre-temps. Relisez la page, puis recommencez.',
		in_use: 'Cet organisme est signataire ou partenaire : retirez-le d’abord de ces listes.'
	}
};
