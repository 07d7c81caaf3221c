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
