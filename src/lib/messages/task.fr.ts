/** « À faire »: what waits for the person who reads, with the minutes it takes. */
const several = (one: string, many: (count: number) => string) => (count: number) =>
	count > 1 ? many(count) : one;

export const task = {
	title: 'À faire',
	lead: 'Ce qui vous attend, le plus pressé en premier.',
	total: (duration: string) => `En tout, environ ${duration}.`,
	minutes: (minutes: number) => `${minutes} min`,
	hours: (hours: number, minutes: number) =>
		minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
	due: (day: string) => `avant le ${day}`,
	late: (day: string) => `attendu depuis le ${day}`,
	first: 'Commencer par la première',
	empty: 'Rien ne vous attend',
	emptyHint: 'Vous pouvez soutenir une proposition, ou en écrire une.',
	emptyCoordinator: 'Tout est à jour. Le prochain envoi apparaîtra ici.',
	propose: 'Donner une idée',
	read: 'Lire les propositions',
	signIn: 'Connectez-vous pour voir ce qui vous attend.',
	lines: {
		'read-contributions': several(
			'Relire une contribution reçue',
			(count) => `Relire ${count} contributions reçues`
		),
		'read-comments': several('Relire un commentaire', (count) => `Relire ${count} commentaires`),
		'decide-reports': several('Traiter un signalement', (count) => `Traiter ${count} signalements`),
		'prepare-answers': several('Préparer une réponse', (count) => `Préparer ${count} réponses`),
		'review-answers': several(
			'Revoir une contribution reportée',
			(count) => `Revoir ${count} contributions reportées`
		),
		'propose-answers': several(
			'Proposer une réponse à un groupe',
			(count) => `Proposer ${count} réponses à un groupe`
		),
		'record-decisions': several(
			'Noter la décision sur une réponse',
			(count) => `Noter la décision sur ${count} réponses`
		),
		'decide-answers': several(
			'Décider d’une réponse proposée à votre groupe',
			(count) => `Décider de ${count} réponses proposées à votre groupe`
		),
		'send-answers': several(
			'Envoyer une réponse décidée',
			(count) => `Envoyer ${count} réponses décidées`
		),
		'print-letters': several('Préparer un courrier', (count) => `Préparer ${count} courriers`),
		'review-applications': several(
			'Répondre à une demande d’entrée dans un groupe',
			(count) => `Répondre à ${count} demandes d’entrée dans un groupe`
		),
		'complete-sheets': several(
			'Compléter une fiche action',
			(count) => `Compléter ${count} fiches actions`
		),
		'enter-sheets': several(
			'Saisir une feuille papier',
			(count) => `Saisir ${count} feuilles papier`
		),
		'read-group-proposals': several(
			'Lire une nouvelle proposition de votre groupe',
			(count) => `Lire ${count} nouvelles propositions de votre groupe`
		),
		'read-sheets': several('Relire une fiche action', (count) => `Relire ${count} fiches actions`),
		'revise-proposal': several(
			'Compléter votre proposition',
			(count) => `Compléter ${count} de vos propositions`
		),
		vote: several('Donner votre avis', (count) => `Donner votre avis sur ${count} questions`),
		'read-answer': several(
			'Lire la réponse à votre proposition',
			(count) => `Lire ${count} réponses à vos propositions`
		),
		'join-group': several(
			'Rejoindre un groupe ouvert à tous',
			(count) => `Choisir parmi ${count} groupes ouverts à tous`
		)
	}
};
