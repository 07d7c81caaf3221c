/** Comments and their moderation. */
export const discussion = {
	title: 'Commentaires',
	count: (count: string, many: boolean): string =>
		`${count} ${many ? 'commentaires' : 'commentaire'}`,
	none: 'Pas encore de commentaire',
	noneHint: 'Posez une question, complétez, dites ce qui marcherait chez vous.',
	write: 'Écrire un commentaire',
	answer: 'Répondre',
	answerTo: (name: string): string => `Répondre à ${name}`,
	body: 'Votre commentaire',
	bodyHint: 'On parle de ce qui se passe ici. Pas de nom de soignant, d’élève ou de voisin.',
	publish: 'Publier mon commentaire',
	signInFirst: 'Vous direz qui vous êtes à l’étape suivante. Votre texte est gardé.',
	gone: 'Personne ayant quitté',
	held: 'En attente de lecture : votre premier commentaire est lu avant d’être publié.',
	hidden: (reason: string): string => `Masqué par la modération. Motif : ${reason}`,
	withdrawn: 'Commentaire retiré par son auteur.',
	withdraw: 'Retirer',
	withdrawSure: (): string =>
		'Retirer ce commentaire ? Ses mots disparaissent, les réponses restent.',
	report: 'Signaler',
	college: { resident: 'habitant', professional: 'professionnel', elected: 'élu ou institution' },
	pageTitle: (title: string): string => `Commentaires sur « ${title} »`,
	backTo: (title: string): string => `Retour à « ${title} »`,
	sent: 'Votre commentaire est publié.',
	sentHeld: 'Votre commentaire est enregistré. Il sera lu, puis publié.',
	resumeTitle: 'Publier votre commentaire',
	resumeLead: 'Voici ce que vous aviez écrit. Relisez, puis publiez.',
	resumeNone: 'Nous ne retrouvons pas de commentaire en attente dans ce navigateur.',
	moderation: {
		title: 'Signalements et premiers commentaires',
		heldTitle: 'Premiers commentaires à lire',
		heldNone: 'Aucun commentaire n’attend d’être lu.',
		publish: 'Publier',
		hide: 'Masquer',
		reason: 'Motif, envoyé à l’auteur et affiché',
		on: (title: string): string => `sur « ${title} »`
	},
	mail: {
		subject: (territory: string): string => `Votre commentaire a été masqué – ${territory}`,
		text: (reason: string, phone: string): string =>
			`Bonjour,\n\nUn commentaire que vous aviez écrit a été masqué par la coordination.\n\nMotif : ${reason}\n\nVous pouvez demander qu’une autre personne relise cette décision, en répondant à ce message${phone ? ` ou au ${phone}` : ''}. Vous pouvez aussi saisir le Défenseur des droits ou le tribunal administratif.`
	},
	issues: {
		decision_required: 'Dites si ce commentaire est publié ou masqué.',
		body_required: 'Écrivez votre commentaire.',
		body_too_long:
			'Votre commentaire est trop long : 5 000 caractères au plus. Votre texte est gardé.',
		parent_gone:
			'Le commentaire auquel vous répondez n’est plus là. Votre texte est gardé : publiez-le à part.',
		reason_required: 'Dites pourquoi ce commentaire est masqué.'
	}
};
