/** « Le contrat »: its pages, its settings, its validation. */
export const contract = {
	nav: {
		label: 'Le contrat, ses pages',
		overview: 'L’essentiel',
		signatories: 'Signataires',
		groups: 'Groupes',
		calendar: 'Calendrier',
		contacts: 'Qui contacter',
		lexicon: 'Lexique'
	},
	states: {
		EMERGENCE: 'idée de contrat',
		PREFIGURATION: 'préfiguration',
		INVENTORY_AND_ASSESSMENT: 'état des lieux et diagnostic',
		PRIORITISATION: 'choix des priorités',
		DRAFTING: 'écriture des actions',
		CONSOLIDATION: 'mise en commun',
		VALIDATION: 'validation par les signataires',
		SIGNED: 'signé',
		IMPLEMENTATION: 'en cours',
		FINAL_EVALUATION: 'évaluation finale',
		RENEWAL: 'préparation du suivant',
		EXTENDED: 'prolongé',
		CLOSED: 'terminé'
	},
	overview: {
		title: 'Le contrat',
		where: 'Où en est le contrat ?',
		facts: 'En bref',
		generation: (n: number) =>
			n === 1 ? 'premier contrat' : n === 2 ? 'deuxième contrat' : `contrat n° ${n}`,
		generationTerm: 'Génération',
		state: 'État',
		signed: 'Signé le',
		runs: 'Durée',
		from: (start: string, end: string) => `du ${start} au ${end}`,
		answer: 'Réponse à une proposition',
		answerDays: (days: number) => `au plus tard ${days} jours après son envoi`,
		openWindow: 'En ce moment',
		openUntil: (day: string) => `jusqu’au ${day} inclus`,
		audiences: {
			everyone: 'ouvert à tous, à partir de 15 ans',
			members: 'ouvert aux membres des groupes',
			professionals: 'ouvert aux professionnels'
		},
		propose: 'Donner une idée',
		join: 'Rejoindre un groupe',
		questions: 'Les questions que l’on nous pose',
		dates: 'Les prochaines dates',
		allDates: 'Tout le calendrier',
		groups: 'Les groupes ouverts à tous',
		allGroups: 'Tous les groupes',
		priorities: 'Les priorités',
		prioritiesText:
			'Une action du contrat répond à une priorité de chaque côté : celles de l’agence régionale de santé (ARS) et celles du territoire.',
		sides: { ARS: 'De l’agence régionale de santé', TERRITORY: 'Du territoire' },
		axes: 'Les axes',
		plan: 'Lire le plan d’actions',
		amendments: 'Les changements en préparation',
		amendmentNumber: (n: number) => `Avenant n° ${n}`,
		amendmentText: 'Un avenant change un contrat déjà signé. Voici son chemin.',
		none: 'Le contrat n’est pas encore commencé',
		noneHint:
			'Cette page expliquera le contrat local de santé dès que la coordination l’aura ouvert.'
	},
	amendmentStates: {
		PROPOSED: 'Proposé',
		IMPACT_CHECKED: 'Effets vérifiés',
		COTECH_OPINION: 'Avis du comité technique',
		COPIL_DECIDED: 'Décision du comité de pilotage',
		DELIBERATED: 'Délibérations',
		SIGNED_BY_CONCERNED: 'Signature des parties concernées',
		IN_FORCE: 'En vigueur'
	},
	stepOn: (day: string) => `le ${day}`,
	signatories: {
		title: 'Qui signe et qui participe',
		intro:
			'Les signataires s’engagent par écrit. Les partenaires prennent part aux actions sans signer.',
		core: 'Signataires socles',
		coreText: 'Ils portent le contrat ensemble.',
		associated: 'Co-signataires',
		associatedText: 'Ils signent pour ce qui les concerne.',
		partners: 'Partenaires',
		commitment: 'S’engage à',
		capacity: 'Signe',
		validation: 'Validation',
		signed: (day: string) => `signé le ${day}`,
		notSigned: 'pas encore signé',
		none: 'Les signataires ne sont pas encore connus',
		noneHint: 'Ils seront présentés ici avec leurs engagements.'
	},
	calendar: {
		title: 'Le calendrier',
		intro: 'Les réunions, les décisions et les moments où l’on peut donner son avis.',
		upcoming: 'À venir',
		past: 'Passé',
		none: 'Aucune date n’est annoncée',
		noneHint: 'Les prochaines dates seront écrites ici.'
	},
	contacts: {
		title: 'Qui contacter',
		intro:
			'Pour toute question sur le contrat, une proposition ou un groupe. Pour une urgence de santé : le 15 ou le 112.',
		help: 'Aide par téléphone',
		hours: 'Horaires',
		phone: 'Téléphone',
		email: 'Courriel',
		none: 'Aucun contact public pour l’instant',
		noneHint: 'Vous pouvez appeler votre mairie.'
	},
	lexicon: {
		title: 'Lexique',
		intro: 'Les sigles du contrat, en toutes lettres et en langage simple.',
		none: 'Le lexique est vide',
		noneHint: 'La coordination y ajoutera les sigles utilisés dans le contrat.',
		letters: 'Aller à une lettre'
	},
	settings: {
		title: 'Le contrat',
		intro: 'Son titre, ses dates et son état. Les fenêtres de contribution n’en dépendent pas.',
		field: {
			title: 'Titre',
			summary: 'En quelques phrases',
			state: 'État',
			stateHint:
				'Seuls les états qui peuvent suivre sont proposés. Un contrat signé ne redevient pas un brouillon.',
			startsOn: 'Premier jour',
			endsOn: 'Dernier jour',
			signedOn: 'Jour de la signature',
			answerDays: 'Délai de réponse aux propositions, en jours'
		},
		saved: 'Le contrat est enregistré.',
		create: 'Ouvrir un contrat',
		createText: 'Donnez-lui un titre. Tout le reste se règle ensuite, et peut changer.',
		created: 'Le contrat est ouvert.',
		count: (count: number) => (count > 1 ? `${count} entrées` : count === 1 ? '1 entrée' : 'vide'),
		add: 'Ajouter',
		up: (name: string) => `Monter « ${name} »`,
		down: (name: string) => `Descendre « ${name} »`,
		upShort: 'Monter',
		downShort: 'Descendre',
		savedEntry: 'C’est enregistré.',
		removed: 'C’est retiré.',
		remove: 'Retirer',
		removeConfirm: 'Oui, retirer',
		removeText: 'Ce qui en dépend est retiré avec, et ne revient pas.',
		axisRemoveText:
			'Ses objectifs sont retirés avec. Un axe qui porte des actions ne peut pas être retiré.',
		empty: 'Rien ici pour l’instant',
		preset: 'Partir des cinq axes de l’Occitanie',
		presetText:
			'Prévention, accès aux soins, santé environnementale, santé mentale, mobilisation citoyenne. Vous pourrez tout changer.',
		presetApplied: 'Les cinq axes sont là. Changez ce qui doit l’être.',
		hiddenEntry: 'non public'
	},
	lists: {
		phases: {
			title: 'Les étapes',
			intro:
				'Où en est le contrat : elles s’affichent à l’accueil. Prévoyez l’évaluation dès le début.',
			one: 'Étape'
		},
		axes: {
			title: 'Les axes',
			intro: 'Les grands sujets du contrat. Chacun a une couleur, toujours avec son nom.',
			one: 'Axe'
		},
		objectifs: {
			title: 'Les objectifs stratégiques',
			intro: 'Ce que chaque axe veut changer.',
			one: 'Objectif stratégique'
		},
		'objectifs-operationnels': {
			title: 'Les objectifs opérationnels',
			intro: 'Comment on y arrive : les actions s’y rattachent.',
			one: 'Objectif opérationnel'
		},
		themes: {
			title: 'Les thèmes',
			intro: 'Des mots pour trier et chercher. Une proposition peut en avoir plusieurs.',
			one: 'Thème'
		},
		priorites: {
			title: 'Les priorités',
			intro: 'Deux listes : celle de l’agence régionale de santé (ARS) et celle du territoire.',
			one: 'Priorité'
		},
		questions: {
			title: 'Les questions',
			intro: 'Celles que pose une personne qui ne connaît pas le contrat, avec une réponse simple.',
			one: 'Question'
		},
		lexique: {
			title: 'Le lexique',
			intro: 'Chaque sigle en toutes lettres. Les autres pages y renvoient.',
			one: 'Sigle'
		},
		calendrier: {
			title: 'Le calendrier',
			intro: 'Réunions, décisions, rendez-vous publics.',
			one: 'Date'
		},
		avenants: {
			title: 'Les avenants',
			intro: 'Les changements d’un contrat signé. Leur chemin se suit dans « Validation ».',
			one: 'Avenant'
		},
		signataires: {
			title: 'Signataires',
			intro: 'Les organismes qui signent, et ce à quoi ils s’engagent.',
			one: 'Signataire'
		},
		partenaires: {
			title: 'Partenaires',
			intro: 'Les organismes qui prennent part sans signer.',
			one: 'Partenaire'
		}
	},
	fields: {
		title: 'Intitulé',
		detail: 'En une phrase',
		progress: 'Avancement',
		startsOn: 'Premier jour',
		endsOn: 'Dernier jour',
		reference: 'Code',
		summary: 'En une ou deux phrases simples',
		tone: 'Couleur',
		parent: 'Rattaché à',
		side: 'De qui est cette priorité ?',
		answer: 'Réponse',
		acronym: 'Sigle',
		expansion: 'En toutes lettres',
		explanation: 'En langage simple',
		onDay: 'Jour',
		place: 'Lieu',
		public: 'Montrer cette date à tout le monde',
		number: 'Numéro',
		purpose: 'Ce qu’il change, et pourquoi',
		organisationId: 'Organisme',
		tier: 'Place',
		capacity: 'Qui signe, en quelle qualité',
		commitment: 'Ce à quoi il s’engage',
		validation: 'Comment il valide',
		signedOn: 'Jour de sa signature',
		kind: 'Domaine',
		contribution: 'Ce qu’il apporte'
	},
	hints: {
		reference: 'Par exemple A1, OS1.1 ou OO1.1.1.',
		validation: 'Par exemple : délibération du conseil communautaire.',
		capacity: 'Par exemple : la présidente.',
		answer: 'Des phrases courtes. Laissez une ligne vide entre deux paragraphes.'
	},
	choices: {
		progress: { done: 'terminée', current: 'en cours', upcoming: 'à venir' },
		tone: {
			pine: 'vert sapin',
			plum: 'prune',
			sky: 'bleu ciel',
			gorse: 'jaune ajonc',
			brick: 'brique',
			neutral: 'gris'
		},
		side: { ARS: 'agence régionale de santé (ARS)', TERRITORY: 'territoire' },
		tier: { CORE: 'signataire socle', ASSOCIATED: 'co-signataire' }
	},
	windows: {
		title: 'Les fenêtres de contribution',
		intro:
			'Une question posée pendant un temps, à qui vous voulez. Elles ne dépendent pas de l’état du contrat : un avenant se prépare aussi bien.',
		add: 'Ouvrir une fenêtre',
		addTitle: 'Nouvelle fenêtre',
		open: 'ouverte',
		upcoming: 'à venir',
		over: 'terminée',
		period: (from: string, to: string) => `du ${from} au ${to} inclus`,
		field: {
			title: 'Nom',
			question: 'La question posée',
			questionHint: 'Une question courte, que tout le monde comprend.',
			description: 'Quelques mots d’explication',
			audience: 'Qui peut répondre ?',
			opensOn: 'Ouvre le',
			closesOn: 'Dernier jour',
			closesOnHint: (zone: string) => `Ce jour est compris, jusqu’à minuit (${zone}).`,
			axisIds: 'Sur quels axes ?',
			axisIdsHint: 'Aucun coché : tous les axes.',
			amendmentId: 'Pour quel avenant ?',
			noAmendment: 'Aucun'
		},
		saved: 'La fenêtre est enregistrée.',
		removed: 'La fenêtre est supprimée.',
		remove: 'Supprimer cette fenêtre',
		removeText:
			'Seule une fenêtre qui n’a rien reçu peut être supprimée. Sinon, changez son dernier jour.',
		removeConfirm: 'Oui, supprimer cette fenêtre',
		none: 'Aucune fenêtre',
		noneHint: 'Tant qu’aucune fenêtre n’est ouverte, personne ne peut proposer.'
	},
	validation: {
		title: 'Validation',
		intro: 'Qui a validé et signé, et où en sont les avenants.',
		signature: 'Signature du contrat',
		signedCount: (title: string, signed: number, all: number) =>
			`${title} : ${signed} sur ${all} ont signé.`,
		caption: 'Signataires, leur validation et leur signature',
		organisation: 'Organisme',
		place: 'Place',
		how: 'Validation',
		signed: 'Signature',
		edit: 'Modifier',
		editOf: (name: string) => `Modifier ${name}`,
		amendments: 'Avenants',
		next: (step: string) => `Passer à l’étape : ${step}`,
		nextOn: 'Jour où cette étape a été franchie',
		advance: 'Noter cette étape',
		advanced: 'L’étape est notée.',
		noWayBack: 'Une étape notée ne se reprend pas : elle reste dans l’historique.',
		inForce: 'Cet avenant est en vigueur.',
		none: 'Rien à valider pour l’instant',
		noneHint: 'Ajoutez les signataires dans « Partenaires » et les avenants dans « Réglages ».'
	},
	issues: {
		axis_unknown: 'Cet axe n’est pas dans ce contrat, ou n’y est plus. Choisissez-en un autre.',
		theme_unknown: 'Un de ces thèmes n’est plus dans ce contrat. Choisissez de nouveau.',
		amendment_unknown: 'Cet avenant n’existe pas, ou plus. Choisissez-en un autre, ou aucun.',
		progress_required: 'Dites où en est cette phase.',
		tone_required: 'Choisissez une couleur.',
		side_required: 'Dites de qui est cette priorité.',
		tier_required: 'Dites quelle place a ce signataire.',
		state_required: 'Dites où en est le contrat.',
		audience_required: 'Dites qui peut répondre.',
		title_required: 'Donnez un intitulé.',
		reference_required: 'Donnez un code court, par exemple A1.',
		parent_required: 'Choisissez à quoi cet objectif se rattache.',
		answer_required: 'Écrivez la réponse à cette question.',
		acronym_required: 'Écrivez le sigle.',
		expansion_required: 'Écrivez le sigle en toutes lettres.',
		day_required: 'Choisissez un jour.',
		day_invalid: 'Cette date n’existe pas. Exemple : 15/01/2027.',
		number_range: 'Écrivez un numéro de 1 à 99.',
		organisation_required: 'Choisissez un organisme.',
		question_required: 'Écrivez la question posée.',
		ends_before_start: 'Le dernier jour est avant le premier.',
		closes_before_opening: 'Le dernier jour est avant l’ouverture.',
		answer_days_range: 'Écrivez un nombre de jours, de 1 à 730.',
		state_not_next: 'Le contrat ne peut pas passer directement à cet état.',
		signed_without_day: 'Donnez le jour de la signature.',
		under_way: 'Un contrat est déjà en cours dans ce territoire.',
		has_axes: 'Ce contrat a déjà des axes.',
		stale: 'Quelqu’un a modifié cela entre-temps. Relisez la page, puis recommencez.',
		taken: 'Une autre entrée de cette liste a déjà cette valeur.',
		too_many: 'Cette liste est pleine : 300 entrées au plus.',
		in_use: 'Des actions s’y rattachent : déplacez-les d’abord.',
		window_used:
			'Des contributions sont arrivées par cette fenêtre : elle ne peut plus être supprimée. Changez son dernier jour pour la fermer.',
		amendment_moved: 'Cette étape a déjà été notée. Relisez la page.'
	}
};
