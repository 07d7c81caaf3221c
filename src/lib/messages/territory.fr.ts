/** A territory: its communes, « Ma commune », its settings, the people and their roles. */
export const territory = {
	roles: {
		coordinator: 'coordination du contrat',
		ars_referent: 'référent·e de l’agence régionale de santé (ARS)',
		elected: 'élu·e référent·e',
		mediator: 'médiation santé : écrit pour d’autres, avec leur accord',
		clerk: 'saisie des feuilles en papier',
		evaluator: 'évaluation'
	},
	zones: {
		QPV: 'quartier prioritaire de la politique de la ville (QPV)',
		FRR: 'zone France ruralités revitalisation (FRR)',
		FRR_PLUS: 'zone France ruralités revitalisation « plus » (FRR+)',
		ISOLATED_RURAL: 'zone rurale isolée',
		MEDICAL_DESERT: 'zone qui manque de soignants',
		OTHER: 'zone particulière'
	},
	communes: {
		title: 'Choisir ma commune',
		heading: 'Ma commune',
		intro:
			'Une page par commune : ce que le contrat y prévoit, ce que ses habitants ont proposé, à qui parler. Elle s’imprime.',
		none: 'Aucune commune pour l’instant',
		noneHint: 'La coordination n’a pas encore enregistré les communes du territoire.',
		inhabitants: (count: string, many: boolean) => `${count} ${many ? 'habitants' : 'habitant'}`
	},
	commune: {
		population: 'Population',
		zones: 'Zones',
		noZone: 'aucune zone particulière',
		townHall: 'Mairie',
		note: 'À savoir',
		actions: 'Ce que le contrat y prévoit',
		actionsHere: 'Pour cette commune',
		actionsEverywhere: 'Pour tout le territoire, donc ici aussi',
		actionsNone: 'Aucune action n’est encore adoptée.',
		fromHere: (count: number) =>
			count > 1
				? `${count} propositions viennent d’ici`
				: count === 1
					? 'Une proposition vient d’ici'
					: 'Propositions d’ici',
		fromHereNone: 'Personne d’ici n’a encore proposé. Deux phrases suffisent.',
		propose: 'Proposer une action',
		seeAll: 'Voir toutes les propositions de la commune',
		supports: (count: number) =>
			count > 1 ? `${count} soutiens` : count === 1 ? '1 soutien' : 'aucun soutien',
		groups: 'Les groupes où l’on peut venir',
		contacts: 'Qui contacter',
		dates: 'Les prochaines dates',
		datesNone: 'Aucune date n’est annoncée.',
		print:
			'Pour imprimer cette page : Ctrl + P sur un ordinateur, ou « Partager » puis « Imprimer » sur un téléphone.',
		printed: (day: string) => `Page préparée le ${day}.`,
		other: 'Choisir une autre commune',
		states: {
			PUBLISHED: 'en débat',
			MERGED_INTO: 'regroupée avec une autre',
			RETAINED: 'retenue',
			POSTPONED: 'reportée',
			REJECTED: 'non retenue'
		},
		fateSheet: (code: string) => `reprise dans l’action ${code}`,
		fateAnswered: (day: string) => `réponse donnée le ${day}`,
		fateWaiting: 'pas encore de réponse'
	},
	settings: {
		title: 'Réglages',
		intro: 'Tout ce qui fait votre contrat se règle ici : rien n’est imposé par le logiciel.',
		territory: {
			title: 'Le territoire',
			intro:
				'Son nom, l’aide par téléphone, et à partir de combien d’habitants une commune peut être montrée à côté d’un nom.',
			name: 'Nom du territoire',
			description: 'En une ou deux phrases',
			helpPhone: 'Téléphone d’aide',
			helpPhoneHint: 'Il est écrit au bas de toutes les pages.',
			helpEmail: 'Adresse électronique d’aide',
			helpHours: 'Horaires',
			helpHoursHint: 'Par exemple : du lundi au vendredi, de 9 h à 12 h.',
			postalAddress: 'Adresse postale',
			threshold: 'Nombre d’habitants à partir duquel une commune est montrée à côté d’un nom',
			thresholdHint:
				'1 000 d’ordinaire. Au-dessous de 500, un nom et une commune désignent une personne.',
			timeZone: 'Fuseau horaire',
			timeZoneHint: 'Europe/Paris en métropole ; Indian/Reunion, America/Martinique… ailleurs.',
			saved: 'Le territoire est enregistré.'
		},
		communes: {
			title: 'Les communes',
			intro: 'Les communes du contrat, leur population et leur mairie.',
			add: 'Ajouter une commune',
			addTitle: 'Nouvelle commune',
			name: 'Nom',
			insee: 'Code officiel géographique',
			inseeHint: 'Cinq caractères, par exemple 48095.',
			population: 'Nombre d’habitants',
			townHall: 'Mairie : adresse, téléphone, horaires',
			note: 'À savoir',
			saved: 'La commune est enregistrée.',
			removed: 'La commune est retirée.',
			remove: 'Retirer cette commune',
			removeText: 'Ce qui vient de cette commune reste, sans nom de commune.',
			removeConfirm: 'Oui, retirer cette commune'
		},
		zones: {
			title: 'Les zones',
			intro:
				'Quartiers prioritaires, zones rurales, zones qui manquent de soignants : elles sont dites sur la page de chaque commune.',
			add: 'Ajouter une zone',
			addTitle: 'Nouvelle zone',
			none: 'Aucune zone pour l’instant',
			kind: 'Sorte de zone',
			name: 'Nom',
			reference: 'Code',
			referenceHint: 'Celui du zonage officiel, s’il y en a un.',
			population: 'Nombre d’habitants',
			populationHint: 'S’il est connu.',
			communes: 'Communes où elle se trouve, en tout ou en partie',
			communesCount: (count: number) => (count > 1 ? `${count} communes` : `${count} commune`),
			saved: 'La zone est enregistrée.',
			removed: 'La zone est retirée.',
			remove: 'Retirer cette zone',
			removeText: 'Une zone ne se retire que si aucune commune n’y est plus cochée.',
			removeConfirm: 'Oui, retirer cette zone'
		},
		members: {
			title: 'Les personnes et leurs rôles',
			intro:
				'Les personnes qui ont un compte ici. Un rôle ouvre des droits : donnez-le à qui en a besoin.',
			search: 'Chercher un nom public',
			none: 'Personne ne porte ce nom',
			noneHint: 'Vérifiez l’orthographe, ou invitez la personne par e-mail.',
			count: (count: number) => (count > 1 ? `${count} personnes` : '1 personne'),
			noRole: 'sans rôle particulier',
			suspended: 'compte suspendu',
			groups: 'Membre de',
			change: (name: string) => `Changer les rôles de ${name}`,
			role: 'Rôle',
			appoint: 'Donner ce rôle',
			dismiss: (role: string) => `Retirer : ${role}`,
			appointed: 'Le rôle est donné.',
			dismissed: 'Le rôle est retiré.',
			invite: 'Inviter quelqu’un à un rôle',
			inviteText: 'La personne reçoit un e-mail avec un lien valable 30 jours.',
			email: 'Adresse électronique',
			inviteSend: 'Envoyer l’invitation',
			invited: 'L’invitation est partie.',
			pending: 'Invitations en attente'
		}
	},
	issues: {
		name_required: 'Donnez un nom au territoire.',
		email_malformed: 'Cette adresse électronique n’est pas complète. Exemple : nom@exemple.fr.',
		threshold_range: 'Écrivez un nombre entier, 500 au moins.',
		time_zone_unknown: 'Ce fuseau horaire n’existe pas. Exemple : Europe/Paris.',
		commune_name_required: 'Donnez le nom de la commune.',
		commune_reference_required: 'Donnez le code de la commune.',
		commune_taken: 'Une autre commune porte déjà ce code.',
		population_range: 'Écrivez un nombre entier d’habitants.',
		zone_kind_required: 'Choisissez une sorte de zone.',
		zone_name_required: 'Donnez le nom de la zone.',
		zone_used:
			'Des communes sont dans cette zone : décochez-les et enregistrez, puis retirez la zone.',
		role_required: 'Choisissez un rôle.',
		role_conflict:
			'Une même personne ne peut pas coordonner le contrat et faire la médiation de l’atelier santé ville. Retirez d’abord l’autre rôle.',
		last_coordinator: 'C’est la seule personne qui coordonne : nommez-en une autre avant.',
		stale: 'Quelqu’un a modifié cela entre-temps. Relisez la page, puis recommencez.'
	}
};
