/** Reading before publication: the coordination's page of contributions. */
export const moderation = {
	title: 'Contributions',
	lead: 'Toutes les contributions. Celles à relire d’abord.',
	view: 'Afficher',
	views: {
		toRead: 'À relire',
		all: 'Toutes',
		RECEIVED: 'Reçues',
		RETURNED: 'Renvoyées',
		REDIRECTED: 'Transmises',
		HELD_PRIVACY: 'Mises de côté',
		PUBLISHED: 'En débat',
		MERGED_INTO: 'Regroupées',
		RETAINED: 'Retenues',
		POSTPONED: 'Reportées',
		REJECTED: 'Non retenues',
		WITHDRAWN: 'Retirées'
	},
	toReadCount: (count: number, written: string) =>
		count > 1
			? `${written} contributions à relire`
			: count === 1
				? 'Une contribution à relire'
				: 'Tout est relu',
	channel: 'Arrivée',
	filter: 'Afficher',
	emptyTitle: 'Tout est relu',
	emptyText: 'Les nouvelles contributions s’afficheront ici.',
	noneTitle: 'Aucune contribution ne correspond',
	noneText: 'Essayez un autre filtre.',
	receivedOn: 'Reçue le',
	read: 'Relire',
	open: 'Ouvrir',
	enter: 'Saisir une feuille',
	testimony: 'Témoignage',
	page: {
		title: (number: number) => `Contribution n° ${number}`,
		received: 'Le texte reçu',
		hints: 'À vérifier',
		hintsLead: 'Repéré automatiquement, sur ce serveur, sans certitude. À vous de juger.',
		noHints: 'Aucun détail personnel ou de santé n’a été repéré. Lisez tout de même.',
		author: 'Auteur',
		reply: 'Réponse demandée',
		followNumber: 'Numéro de suivi',
		sentBy: 'Arrivée',
		consent: 'Accord',
		consents: {
			form: 'donné en ligne',
			written: 'écrit',
			spoken: 'donné de vive voix',
			group: 'donné par le groupe'
		},
		history: 'Décisions de relecture',
		decisions: {
			published: 'Publiée',
			returned: 'Renvoyée à son auteur',
			redirected: 'Transmise',
			held: 'Mise de côté'
		},
		rewritten: 'version réécrite',
		by: (name: string) => `par ${name}`,
		publish: 'Publier',
		publishLead:
			'Publiez le texte tel quel, ou réécrivez-le pour l’intérêt général : l’original est alors gardé à part, puis effacé dans 30 jours. L’auteur est prévenu.',
		publishButton: 'Publier ce texte',
		classify: 'Classer',
		classifyButton: 'Enregistrer le classement',
		summary: 'Résumé en langage simple',
		summaryHint: 'Facultatif. Il s’affiche dans les listes.',
		axis: 'Axe',
		noAxis: 'Pas encore d’axe',
		commune: 'Commune concernée',
		body: 'Groupe qui la suit',
		noBody: 'Aucun groupe',
		themes: 'Thèmes',
		openWriting: 'Toute personne identifiée peut modifier ce texte',
		returnTitle: 'Renvoyer à l’auteur',
		returnLead: 'L’auteur lit votre raison et peut reprendre son texte.',
		returnButton: 'Renvoyer à l’auteur',
		reason: 'Raison, dite à l’auteur',
		redirectTitle: 'Transmettre ailleurs',
		redirectLead: 'Pour ce qui ne relève pas du contrat : dites à qui, et pourquoi.',
		redirectedTo: 'Transmise à',
		redirectButton: 'Transmettre',
		holdTitle: 'Mettre de côté pour protéger une personne',
		holdLead:
			'Le texte est caché tout de suite. Appelez l’auteur sous 24 heures, écrivez avec lui une version d’intérêt général, puis publiez-la.',
		note: 'Note pour la coordination',
		noteHint: 'Qui rappelle, et quand. N’y recopiez pas de détail de santé.',
		holdButton: 'Mettre de côté',
		original: 'Texte d’origine, gardé à part',
		originalErase: 'Effacé le',
		originalErased: 'Le texte d’origine a été effacé.',
		seePublic: 'Voir la page publique',
		saved: 'C’est enregistré.'
	},
	suspension: {
		title: 'Suspensions',
		intro: 'Qui ne peut plus écrire ici, pourquoi et jusqu’à quand.',
		lead: 'Une personne suspendue lit tout ce qu’elle lisait comme habitante. Elle ne peut plus proposer, commenter, soutenir, voter ni modifier un texte. C’est un dernier recours : masquer un commentaire ou figer un texte suffit souvent.',
		running: 'Personnes suspendues',
		noneRunning: 'Personne n’est suspendu',
		noneRunningHint: 'Pour suspendre quelqu’un, ouvrez la page des personnes et cherchez son nom.',
		choose: 'Chercher une personne',
		past: 'Suspensions terminées',
		since: 'Depuis',
		until: 'Jusqu’à',
		untilLiftedShort: 'la levée par la coordination',
		ground: 'Motif',
		facts: 'Les faits',
		by: 'Décidée par',
		from: 'Du',
		to: 'au',
		liftedBy: (name: string) => `levée par ${name}`,
		endedAlone: 'terminée d’elle-même',
		see: (name: string) => `Voir la suspension de ${name}`,
		suspend: (name: string) => `Suspendre ${name}`,
		of: (name: string) => `Suspension de ${name}`,
		runs: 'Cette personne est suspendue.',
		formLead:
			'La personne reçoit un e-mail avec le motif, les faits que vous décrivez et les recours. Ce qu’elle a écrit reste, ses votes et ses soutiens comptent toujours. Si un texte est ouvert chez elle, il passe en lecture dans les deux secondes.',
		groundLegend: 'Pour quel motif ?',
		reason: 'Les faits, dits à la personne',
		reasonHint:
			'Ce qui a été écrit, où et quand, et ce qui a déjà été demandé. Ne nommez pas la personne qui a signalé, ni la santé de quelqu’un.',
		endsOn: 'Dernier jour, s’il y en a un',
		endsOnHint:
			'La suspension prend fin ce jour-là à minuit. Sans date, elle dure jusqu’à ce que vous la leviez.',
		submit: 'Suspendre cette personne',
		lift: 'Lever la suspension',
		liftLead: 'La personne peut écrire de nouveau tout de suite. Un e-mail le lui dit.',
		oneself: 'C’est vous : on ne se suspend pas soi-même.',
		done: {
			suspendue: 'La personne est suspendue. Un e-mail le lui dit.',
			levee: 'La suspension est levée. Un e-mail le dit à la personne.'
		},
		own: {
			title: 'Votre compte est suspendu',
			banner: 'Votre compte est suspendu ici : vous pouvez lire, pas écrire.',
			why: 'Pourquoi, jusqu’à quand et comment contester',
			notTitle: 'Votre compte n’est pas suspendu',
			not: 'Vous pouvez lire et écrire ici.',
			home: 'Retour à l’accueil',
			unknown: 'La raison n’est pas écrite ici. Demandez-la à la coordination.',
			mayTitle: 'Ce que vous pouvez faire, et ne pas faire',
			contestTitle: 'Si vous n’êtes pas d’accord'
		},
		untilDay: (day: string) => `La suspension prend fin d’elle-même le ${day}.`,
		untilLifted: 'Elle dure jusqu’à ce que la coordination la lève.',
		may: 'Vous pouvez lire, signaler un contenu, quitter un groupe, télécharger vos données et supprimer votre compte.',
		mayNot: 'Vous ne pouvez plus proposer, commenter, soutenir, voter ni modifier un texte.',
		stays: 'Ce que vous avez écrit reste. Vos votes et vos soutiens déjà donnés comptent toujours.',
		contest: (phone: string, email: string) =>
			`Cette décision a été prise par une personne, pas par un automate. Vous pouvez demander, dans les six mois, qu’une autre personne la relise${phone || email ? ' : ' : '.'}${[phone, email].filter(Boolean).join(' ou ')}${phone || email ? '.' : ''}`,
		beyond: 'Vous pouvez aussi saisir le Défenseur des droits ou le tribunal administratif.',
		mail: {
			subject: (territory: string) => `Votre compte est suspendu – ${territory}`,
			greeting: 'Bonjour,',
			decided: (territory: string) => `La coordination de ${territory} a suspendu votre compte.`,
			ground: (ground: string) => `Motif : ${ground}.`,
			facts: (reason: string) => `Les faits, tels qu’elle les décrit : ${reason}`,
			link: 'Relire cette décision :',
			liftedSubject: (territory: string) => `Votre compte n’est plus suspendu – ${territory}`,
			lifted: (territory: string) =>
				`La coordination de ${territory} a levé la suspension de votre compte. Vous pouvez de nouveau écrire.`,
			liftedLink: 'Revenir sur le site :',
			footer: (territory: string) => `Parvis, le contrat local de santé de ${territory}.`
		}
	},
	issues: {
		suspended:
			'Votre compte est suspendu ici : vous pouvez lire, pas écrire. La raison et les recours sont dans la page « Mon compte ».',
		ground_required: 'Choisissez un motif.',
		reason_required: 'Décrivez les faits : la personne doit savoir ce qui lui est reproché.',
		reason_too_long: 'Cette description est trop longue : 2 000 caractères au plus.',
		end_malformed: 'Ce jour n’est pas dans le calendrier.',
		end_past: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard, ou laissez vide.',
		not_oneself: 'On ne se suspend pas soi-même. Demandez à une autre personne de la coordination.',
		already_suspended:
			'Cette personne est déjà suspendue. Levez d’abord la suspension pour en décider une autre.',
		not_suspended: 'Cette personne n’est pas suspendue, ou ne l’est plus.'
	},
	sensitive: {
		email: 'Adresse électronique',
		phone: 'Numéro de téléphone',
		professional_name: 'Nom d’une personne',
		family_name: 'Proche nommé',
		medicine: 'Médicament',
		diagnosis: 'Maladie ou état de santé',
		school: 'Classe et lieu de scolarité'
	}
};
