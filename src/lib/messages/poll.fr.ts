/** Opinions and votes. */
export const poll = {
	title: 'Avis et votes',
	lead: 'Les avis sont consultatifs : le comité de pilotage décide, et dit pourquoi.',
	open: 'Ouverts',
	coming: 'À venir',
	closed: 'Terminés',
	none: 'Aucun avis n’est demandé pour l’instant',
	noneHint: 'Quand une question sera posée, elle paraîtra ici avec sa date de fin.',
	create: 'Poser une question',
	until: (day: string): string => `Ouvert jusqu’au ${day} inclus`,
	from: (day: string): string => `Ouvre le ${day}`,
	endedOn: (day: string): string => `Terminé le ${day}`,
	voters: (count: string, many: boolean): string =>
		`${count} ${many ? 'participants' : 'participant'}`,
	youVoted: 'Vous avez donné votre avis',
	rule: 'Comment c’est compté',
	ruleApproval: (max: number | null): string =>
		max === null
			? 'Vous cochez toutes les réponses qui vous conviennent. Chaque case vaut une voix. La réponse qui en a le plus vient en tête.'
			: `Vous cochez jusqu’à ${max} réponses. Chaque case vaut une voix. La réponse qui en a le plus vient en tête.`,
	ruleJudgement:
		'Chaque participant a donné une mention à chaque action. Les mentions des trois groupes sont pondérées. La mention majoritaire est celle que la moitié des voix atteint.',
	consultative:
		'Avis consultatif : le comité de pilotage décide. Votre choix n’est pas publié avec votre nom.',
	secrecy:
		'Nous notons que vous avez participé, et à part, ce qui a été choisi. Tant que la question est ouverte, la personne qui tient le serveur pourrait techniquement faire le lien ; après le décompte, elle ne le peut plus.',
	whoCanVote: {
		everyone: 'Toute personne de 15 ans ou plus concernée par ce territoire.',
		members: 'Les membres du groupe.'
	},
	rolls: {
		open: (_day: string): string =>
			'On peut s’inscrire et participer jusqu’au dernier jour. Une personne qui aurait deux adresses pourrait donc participer deux fois.',
		fixed: (day: string): string =>
			`Seules participent les personnes inscrites avant l’ouverture, le ${day}.`
	},
	late: (day: string): string =>
		`Cette question est posée aux personnes inscrites avant son ouverture, le ${day}. Vous pourrez répondre aux prochaines.`,
	choose: (max: number | null): string =>
		max === null ? 'Vos choix' : `Vos choix, ${max} au plus`,
	check: 'Vérifier mes choix',
	recapTitle: 'Vérifiez vos choix',
	recapLead: 'Voici ce que vous allez envoyer. Vous ne pourrez plus le changer ensuite.',
	cast: 'Envoyer mon avis',
	change: 'Changer mes choix',
	signIn: 'Se connecter pour donner mon avis',
	chooseName: 'Choisir un nom pour donner mon avis',
	castTitle: 'Votre avis est enregistré',
	receipt: (receipt: string): string => `Numéro de votre bulletin : ${receipt}`,
	receiptHint:
		'Notez-le ou imprimez cette page. Après le décompte, vous retrouverez ce numéro dans la liste des bulletins. Il prouve que votre bulletin y est, pas à qui il est.',
	results: 'Résultats',
	resultsLater:
		'Les résultats paraissent après la fin, pas avant : personne ne les voit, pas même la coordination.',
	waitingCount: 'Le décompte sera publié dans l’heure.',
	countNow: 'Compter maintenant',
	option: 'Réponse',
	voices: 'Voix',
	college: {
		resident: 'Habitants',
		professional: 'Professionnels',
		elected: 'Élus et institutions'
	},
	hidden: 'non montré',
	hiddenHint: (threshold: number): string =>
		`Le détail d’un groupe de moins de ${threshold} participants n’est pas montré, pour que personne ne puisse deviner un choix.`,
	byCollege: 'Le détail par groupe',
	figures: 'Voir les chiffres dans un tableau',
	legend: 'Mentions',
	middle:
		'Le trait au milieu marque la moitié des voix : la mention qu’il touche est la mention majoritaire.',
	tooFew: (threshold: number): string =>
		`Moins de ${threshold} personnes ont participé : le résultat n’est pas publié, pour que personne ne puisse deviner un choix.`,
	turnout: 'Participation',
	weight: (percent: string): string => `compte pour ${percent}`,
	rank: 'Rang',
	majority: 'Mention majoritaire',
	above: 'Au-dessus',
	below: 'En dessous',
	grades: {
		essential: 'Indispensable',
		important: 'Importante',
		useful: 'Utile',
		secondary: 'Secondaire',
		reject: 'À écarter'
	},
	download: 'Télécharger tous les bulletins (CSV), pour recompter',
	recorded: 'Résultats repris d’un vote tenu sur papier et en ligne avant l’ouverture de ce site.',
	form: {
		title: 'Poser une question',
		titleField: 'Titre',
		question: 'Question posée',
		description: 'Explications',
		options: 'Réponses possibles, une par ligne',
		maxChoices: 'Nombre de choix au plus (vide : sans limite)',
		body: 'Réservée à un groupe',
		everyone: 'Non, ouverte à tous',
		roll: 'Qui arrive pendant que la question est ouverte peut-il répondre ?',
		rolls: {
			open: {
				label: 'Oui, jusqu’au dernier jour',
				hint: 'Pour recueillir le plus d’avis. Deux adresses peuvent faire deux avis.'
			},
			fixed: {
				label: 'Non, seulement qui est inscrit à l’ouverture',
				hint: 'Pour départager : la liste ne grossit plus. Annoncez la question à l’avance.'
			}
		},
		opensOn: 'Ouvre le',
		closesOn: 'Dernier jour, inclus',
		submit: 'Publier la question'
	},
	issues: {
		option_unknown: 'Une de ces réponses n’est pas dans la liste. Cochez de nouveau.',
		roll_required: 'Dites si l’on peut répondre en arrivant après l’ouverture.',
		not_in_time:
			'Cette question est posée aux personnes inscrites avant son ouverture. Votre avis n’a pas été enregistré.',
		choices_required: 'Cochez au moins une réponse.',
		too_many_choices: 'Vous avez coché trop de réponses. Retirez-en pour continuer.',
		already_voted:
			'Vous avez déjà donné votre avis sur cette question. Il est bien enregistré, une seule fois.',
		not_open: 'Cette question n’est pas ouverte. Votre avis n’a pas été enregistré.',
		title_required: 'Donnez un titre.',
		title_too_long: 'Le titre est trop long : 160 caractères au plus.',
		question_required: 'Écrivez la question.',
		question_too_long: 'La question est trop longue : 300 caractères au plus.',
		options_required: 'Écrivez au moins deux réponses, une par ligne.',
		options_too_many: 'Trente réponses au plus.',
		options_twice: 'Deux réponses sont identiques.',
		option_too_long: 'Une réponse est trop longue : 200 caractères au plus.',
		max_choices: 'Écrivez un nombre entier, 1 ou plus, ou laissez vide.',
		opens_required: 'Donnez le jour d’ouverture.',
		closes_required: 'Donnez le dernier jour.',
		closes_before: 'Le dernier jour vient avant le premier.',
		closes_past: 'Ce jour est déjà passé.'
	}
};
