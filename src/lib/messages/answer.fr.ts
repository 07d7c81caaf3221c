/** Answers to contributions: the workbench, the decisions, the letters, and what authors read. */
export const answer = {
	title: 'Réponse',
	byCoordination: 'la coordination du contrat',
	outcomes: {
		retained: 'Votre contribution est retenue',
		merged: 'Votre contribution est regroupée avec une autre',
		postponed: 'Votre contribution est reportée',
		declined: 'Votre contribution n’est pas retenue',
		redirected: 'Votre contribution est transmise'
	},
	outcomeTags: {
		retained: 'retenue',
		merged: 'regroupée',
		postponed: 'reportée',
		declined: 'non retenue',
		redirected: 'transmise'
	},
	states: {
		draft: 'en préparation',
		proposed: 'à décider',
		decided: 'décidée, à envoyer',
		published: 'envoyée'
	},
	card: {
		title: 'La réponse',
		decided: (body: string | null, on: string | null) =>
			(body === null ? 'Décidée par la coordination' : `Décidée par : ${body}`) +
			(on === null ? '' : `, le ${on}`),
		reasons: 'Les raisons',
		sheet: 'Dans le plan',
		into: 'Regroupée avec',
		redirectedTo: 'Transmise à',
		reviewOn: 'Sera revue le',
		earlier: (count: number) =>
			count > 1 ? `Les ${count} réponses précédentes` : 'La réponse précédente'
	},
	bench: {
		title: (axis: string) => `Consolider : ${axis}`,
		choose: 'Consolider',
		chooseLead: 'Choisissez un axe : ses contributions d’un côté, ses fiches de l’autre.',
		noAxis: 'Sans axe',
		noAxisHint: 'Donnez-leur un axe dans « Contributions » pour les consolider.',
		unanswered: (count: number) =>
			count > 1 ? `${count} contributions sans réponse` : '1 contribution sans réponse',
		allAnswered: 'Toutes ont une réponse',
		share: (answered: number, total: number) => `${answered} sur ${total} ont une réponse`,
		noneYet: 'Pas encore de contribution',
		contributions: 'Contributions',
		filters: 'Filtrer les contributions',
		filter: { unanswered: 'Sans réponse', answered: 'Avec une réponse', all: 'Toutes' },
		commune: 'Commune',
		everyCommune: 'Toutes les communes',
		emptyTitle: 'Aucune contribution ici',
		empty: 'Changez le filtre, ou choisissez un autre axe.',
		supports: (count: number) => (count > 1 ? `${count} soutiens` : `${count} soutien`),
		near: (count: number) => (count > 1 ? `proche de ${count} autres` : 'proche d’une autre'),
		inserted: (code: string) => `dans ${code}`,
		due: (day: string) => `réponse attendue le ${day}`,
		late: (day: string) => `réponse attendue depuis le ${day}`,
		chosen: 'Contribution choisie',
		chooseOne:
			'Choisissez une contribution dans la liste : ses mots et sa réponse s’afficheront ici.',
		read: 'Lire la page de la contribution',
		words: 'Ses mots',
		nearTitle: 'Proches de celle-ci',
		nearNone: 'Aucune autre ne lui ressemble.',
		mergeHere: 'Regrouper avec celle-ci',
		mergeLead:
			'La contribution choisie rejoint celle-ci. Les soutiens restent où ils sont, et l’on peut défaire.',
		grouped: (title: string) => `Regroupée avec « ${title} ».`,
		sheet: 'Fiche',
		chooseSheet: 'Choisir la fiche',
		openSheet: 'Afficher',
		noSheet: 'Cet axe n’a pas encore de fiche.',
		sheetLead: 'Choisissez la fiche dans laquelle vous travaillez.',
		createSheet: 'Ouvrir une fiche',
		editSheet: 'Compléter la fiche',
		takeTitle: 'Reprendre un passage dans la fiche',
		takeLead: 'Cochez les phrases à reprendre. Leur origine restera visible.',
		sentences: 'Phrases de la contribution',
		extract: 'Ou collez un extrait exact',
		extractHint: 'Mot pour mot, comme dans la contribution. Il remplace les phrases cochées.',
		into: 'Dans quel texte',
		manner: 'Comment',
		manners: {
			'as-is': 'Tel quel',
			edited: 'Avec mes modifications',
			summarised: 'En résumé'
		},
		content: 'Le texte qui ira dans la fiche',
		contentHint: 'Seulement si vous modifiez ou résumez.',
		after: 'À quel endroit',
		atEnd: 'À la fin',
		afterParagraph: (start: string) => `Après « ${start} »`,
		take: 'Reprendre dans la fiche',
		signed:
			'Cette fiche est signée : on n’y ajoute plus de texte. Ouvrez une fiche pour l’avenant.',
		steps: 'Où vous en êtes'
	},
	form: {
		title: 'Répondre',
		lead: 'Préparez la réponse ; elle part une fois décidée par un groupe.',
		outcome: 'Ce que devient la contribution',
		outcomes: {
			retained: 'Retenue dans une fiche',
			merged: 'Regroupée avec une autre',
			postponed: 'Reportée',
			declined: 'Non retenue',
			redirected: 'Transmise : ce n’est pas du ressort du contrat'
		},
		text: 'La réponse à l’auteur',
		textHint: 'En langage simple. Dites « vous ».',
		reasons: 'Les raisons',
		reasonsHint: 'Elles seront publiques, avec le nom du groupe qui décide.',
		sheet: 'Fiche concernée',
		sheetHint: 'Si elle est retenue ou regroupée.',
		target: 'Regroupée avec',
		targetHint: 'Si elle est regroupée.',
		redirectedTo: 'Transmise à',
		redirectedToHint: 'Si elle est transmise : à quel service, et comment le joindre.',
		reviewOn: 'À revoir le',
		reviewOnHint: 'Si elle est reportée.',
		none: 'Aucune',
		save: 'Enregistrer le brouillon',
		saved: 'Le brouillon est enregistré.',
		propose: 'Proposer à un groupe',
		proposeLead: 'Le groupe verra la réponse et ses raisons.',
		body: 'Groupe qui décide',
		proposeButton: 'Proposer à ce groupe',
		decide: 'Noter la décision',
		decideLead: 'Qui a décidé, quand et pourquoi. Ce sera public.',
		decider: 'Décidé par',
		coordinationAlone: 'La coordination seule',
		decidedOn: 'Date de la décision',
		decideButton: 'Noter la décision',
		publish: 'Envoyer la réponse',
		publishLead: 'Elle devient publique, et l’auteur est prévenu comme il l’a demandé.',
		reopen: 'Reprendre cette réponse',
		reopenLead: 'La décision notée est effacée, la réponse redevient un brouillon.',
		again: 'Répondre de nouveau',
		againLead:
			'La date annoncée est passée. La réponse ci-dessus reste publique jusqu’à l’envoi de la nouvelle.',
		replaces: 'Elle remplacera la réponse déjà envoyée, qui restera dans l’historique.',
		already: 'Cette contribution a sa réponse.',
		proposedTo: (body: string) => `Proposée à : ${body}`
	},
	list: {
		title: 'Réponses',
		lead: 'De la préparation à l’envoi. Rien ne part sans une décision.',
		tabs: 'Réponses par étape',
		tab: {
			draft: 'Brouillons',
			proposed: 'À décider',
			decided: 'À envoyer',
			published: 'Envoyées',
			review: 'À revoir'
		},
		sendAll: (count: number) =>
			count > 1 ? `Envoyer les ${count} réponses décidées` : 'Envoyer la réponse décidée',
		sendAllLead: 'Chaque auteur est prévenu par la voie qu’il a choisie.',
		sent: (count: number) =>
			count > 1 ? `${count} réponses sont parties.` : 'Une réponse est partie.',
		sentNone: 'Aucune réponse n’était à envoyer.',
		empty: {
			draft: 'Aucun brouillon. Préparez une réponse dans l’atelier.',
			proposed: 'Aucune réponse n’attend de décision.',
			decided: 'Aucune réponse décidée n’attend d’être envoyée.',
			published: 'Aucune réponse n’a encore été envoyée.',
			review: 'Aucune contribution reportée n’est à revoir aujourd’hui.'
		},
		emptyTitle: 'Rien ici pour l’instant',
		open: 'Ouvrir dans l’atelier',
		letters: 'Courriers à imprimer',
		reviewDue: (day: string) => `à revoir depuis le ${day}`,
		received: (day: string) => `reçue le ${day}`,
		sentOn: (day: string) => `envoyée le ${day}`,
		channel: {
			email: 'par e-mail',
			letter: 'par lettre',
			town_hall: 'en mairie',
			none: 'sur le site seulement'
		}
	},
	letters: {
		title: 'Courriers',
		lead: 'Imprimez cette page : une lettre par feuille. Notez ensuite celles qui sont parties.',
		empty: 'Aucun courrier à préparer',
		emptyHint: 'Les réponses par lettre ou en mairie apparaîtront ici une fois envoyées.',
		byPost: 'À poster',
		atTownHall: 'À remettre en mairie',
		townHallOf: (commune: string) => `Mairie de ${commune}`,
		number: (number: string) => `Numéro de suivi : ${number}`,
		greeting: 'Bonjour,',
		acknowledgement: (title: string) =>
			`Nous avons bien reçu votre contribution « ${title} ». Merci.`,
		acknowledgementNext: (days: number) =>
			`Vous recevrez une réponse expliquée sous ${days} jours. Pour la suivre, gardez le numéro de suivi.`,
		moderation: (title: string) =>
			`Votre contribution « ${title} » attend une précision de votre part. Appelez-nous, ou passez en mairie avec votre numéro de suivi.`,
		follow: (address: string, number: string) =>
			`Pour la suivre : ${address}, avec le numéro ${number}.`,
		signature: 'La coordination du contrat local de santé',
		done: { letter: 'Lettre postée', town_hall: 'Remise en mairie' },
		doneNotice: 'C’est noté.',
		print: 'Pour imprimer, utilisez la commande « Imprimer » de votre navigateur.',
		kinds: {
			acknowledgement: 'accusé de réception',
			answer: 'réponse',
			moderation: 'demande de précision'
		},
		to: 'Destinataire'
	},
	mail: {
		subject: (title: string) => `Réponse à votre contribution « ${title} »`,
		greeting: 'Bonjour,',
		about: (title: string) => `Vous avez écrit « ${title} ».`,
		stop: '.',
		decided: (by: string, on: string) =>
			on === ''
				? `Cette réponse a été décidée par ${by}.`
				: `Cette réponse a été décidée par ${by} le ${on}.`,
		because: (reasons: string) => `Pourquoi : ${reasons}`,
		sheet: (code: string, title: string) =>
			`Vos mots se retrouvent dans l’action ${code}, « ${title} ».`,
		into: (title: string) =>
			`Elle est regroupée avec « ${title} ». Vos soutiens restent à votre contribution.`,
		redirected: (to: string) => `Nous l’avons transmise à : ${to}`,
		review: (day: string) => `Nous la reverrons le ${day}.`,
		read: 'Voir ce qu’est devenue votre contribution',
		footer: (territory: string) =>
			`Vous recevez ce message parce que vous avez demandé une réponse par e-mail. Contrat local de santé, ${territory}.`,
		help: (phone: string) => `Une question ? Appelez le ${phone}.`
	},
	issues: {
		outcome_required: 'Choisissez ce que devient la contribution.',
		text_required: 'Écrivez la réponse à l’auteur.',
		too_long: 'Ce texte est trop long pour cette case.',
		reasons_required: 'Écrivez les raisons : elles seront publiques.',
		sheet_required: 'Choisissez la fiche qui reprend la contribution.',
		target_required: 'Choisissez la contribution avec laquelle elle est regroupée.',
		target: 'Cette contribution ne peut pas en accueillir une autre.',
		redirected_to_required: 'Dites à qui la contribution est transmise.',
		review_required: 'Dites quand elle sera revue.',
		day: 'Indiquez une date complète : jour, mois, année.',
		day_to_come: 'Cette date n’est pas encore passée.',
		body_required: 'Choisissez le groupe.',
		body_must_decide:
			'Un groupe doit décider. La coordination seule ne peut que transmettre ce qui est hors du contrat.',
		other_body: 'Cette réponse est proposée à un autre groupe.',
		stale: 'Quelqu’un a modifié cette réponse entre-temps. Relisez-la, puis recommencez.',
		not_open: 'Cette contribution a déjà sa réponse, ou n’est pas publique.',
		decided: 'La décision est déjà notée. Reprenez la réponse avant de la changer.',
		not_decided: 'Cette réponse n’est pas décidée : elle ne peut pas partir.',
		delivery_done: 'C’était déjà noté.'
	}
};
