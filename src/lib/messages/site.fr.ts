/** Header, footer, banner, error pages and the home page. */
export const site = {
	mainNavigation: 'Navigation principale',
	menu: 'Menu',
	nav: {
		home: 'Accueil',
		proposals: 'Propositions',
		polls: 'Avis et votes',
		plan: 'Le plan',
		contract: 'Le contrat'
	},
	coordinatorNav: {
		tasks: 'À faire',
		contributions: 'Contributions',
		sheets: 'Fiches et plan',
		answers: 'Réponses',
		partners: 'Partenaires',
		validation: 'Validation',
		settings: 'Réglages'
	},
	signIn: 'Se connecter',
	signOut: 'Se déconnecter',
	account: 'Mon compte',
	tasks: 'À faire',
	coordination: 'coordination',
	demoLink: 'Essayer comme une autre personne',
	publicSite: 'Voir le site public',
	territories: {
		title: 'Choisir un territoire',
		none: 'Aucun territoire pour l’instant',
		noneHint:
			'La personne qui a installé Parvis trouve dans la console une adresse pour créer le premier.'
	},
	footer: {
		accessibility: 'Accessibilité : non conforme',
		legal: 'Mentions légales',
		privacy: 'Données personnelles',
		follow: 'Suivre ma proposition',
		commune: 'Ma commune',
		lexicon: 'Lexique des sigles',
		product: 'Parvis, logiciel libre (AGPL-3.0)'
	},
	home: {
		title: 'Notre santé se prépare aussi ici.',
		lead: (days: number) =>
			`Habitants, soignants, associations, élus : préparons ensemble le contrat local de santé. Chaque proposition reçoit une réponse expliquée sous ${days} jours.`,
		openUntil: (title: string, day: string) => `${title} : ouvert jusqu’au ${day}`,
		closed:
			'Aucune consultation n’est ouverte en ce moment. Le plan et les réponses restent lisibles.',
		propose: 'Donner une idée',
		join: 'Rejoindre un groupe',
		figures: 'En chiffres',
		contributions: (count: number): string => (count > 1 ? 'contributions' : 'contribution'),
		participants: (count: number): string => (count > 1 ? 'participants' : 'participant'),
		actions: (count: number): string =>
			count > 1 ? 'actions dans le plan' : 'action dans le plan',
		answers: (count: number): string => (count > 1 ? 'réponses données' : 'réponse donnée'),
		phases: 'Où en est le contrat ?',
		axes: 'Les thèmes du contrat',
		proposalCount: (count: string, many: boolean) =>
			`${count} ${many ? 'propositions' : 'proposition'}`,
		actionCount: (count: string, many: boolean) => `${count} ${many ? 'actions' : 'action'}`,
		fates: 'Ce que deviennent vos propositions',
		fatesNone: 'Les premières réponses paraîtront ici, avec leurs raisons.',
		fateOf: (title: string) => `Ce qu’est devenue « ${title} »`,
		channel: {
			online: 'Proposée en ligne',
			paper: 'Proposée sur papier',
			spoken: 'Proposée de vive voix',
			workshop: 'Proposée en atelier',
			import: 'Proposée par e-mail'
		},
		supports: (count: string, many: boolean) => `${count} ${many ? 'soutiens' : 'soutien'}`,
		outcome: {
			retained: 'Retenue',
			merged: 'Regroupée avec d’autres',
			postponed: 'Reportée',
			declined: 'Non retenue, avec ses raisons',
			redirected: 'Transmise ailleurs'
		},
		action: (code: string) => `Action ${code.replace(/^FA-/, '')}`,
		allAnswers: 'Toutes les réponses',
		follow: 'J’ai déjà écrit : suivre ma proposition',
		noContract: 'Le contrat de ce territoire n’est pas encore créé.'
	},
	help: {
		accessibility: {
			title: 'Accessibilité : non conforme',
			intro:
				'Ce site n’a pas encore été audité. La loi demande donc de le déclarer non conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2), quelle que soit sa qualité.',
			sections: [
				{
					title: 'Ce qui est vérifié à chaque version',
					text: 'Chaque page est contrôlée automatiquement (axe, WCAG 2.2 AA), au clavier seul, sans JavaScript, à 320 pixels de large et en thème sombre. Un outil ne trouve qu’une partie des défauts : dites-nous ceux que vous rencontrez.'
				},
				{
					title: 'Vous n’arrivez pas à utiliser une page',
					text: 'Appelez ou écrivez au territoire, aux coordonnées du bas de page. Une réponse vous est due sous une semaine. Le contenu peut vous être lu, envoyé par courrier ou saisi pour vous.'
				},
				{
					title: 'Si la réponse ne vient pas',
					text: 'Vous pouvez saisir le Défenseur des droits : par courrier gratuit sans affranchissement (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07) ou par téléphone au 09 69 39 00 00.'
				}
			]
		},
		legal: {
			title: 'Mentions légales',
			intro: 'Ce site est celui d’un territoire qui prépare son contrat local de santé.',
			sections: [
				{
					title: 'Qui publie',
					text: 'La collectivité qui porte le contrat publie ce site et répond de ce qui y est écrit en son nom. Ses coordonnées sont en bas de chaque page.'
				},
				{
					title: 'Qui modère',
					text: 'La coordination du contrat lit la première contribution de chaque personne et tous les témoignages avant leur publication. Chaque refus est expliqué à son auteur. Tout le monde peut signaler un contenu, sans compte.'
				},
				{
					title: 'Le logiciel',
					text: 'Parvis est un logiciel libre, sous licence AGPL-3.0 ou ultérieure. Ce site ne demande rien à un autre site : ni mesure d’audience, ni police, ni carte.'
				}
			]
		},
		privacy: {
			title: 'Vos données personnelles',
			intro: 'Voici ce que nous gardons, pourquoi, et comment le faire effacer.',
			sections: [
				{
					title: 'Ce que nous gardons',
					text: 'Votre adresse électronique si vous en donnez une, le nom public que vous choisissez, votre commune si vous la dites, et ce que vous écrivez. Une commune de moins de 1 000 habitants n’est jamais montrée à côté d’un nom.'
				},
				{
					title: 'Pourquoi',
					text: 'Pour préparer le contrat local de santé et vous répondre : c’est une mission d’intérêt public (RGPD, article 6.1.e). Un témoignage de santé demande votre accord exprès (article 9.2.a) ; il est lu avant toute publication.'
				},
				{
					title: 'Combien de temps',
					text: 'Les contributions durent le temps du contrat. Un compte dure jusqu’à ce que vous l’effaciez. La version d’origine d’un témoignage réécrit est effacée au bout de 30 jours, comme le texte des courriers que nous vous écrivons.'
				},
				{
					title: 'Vos droits',
					text: 'Dans « Mon compte », vous pouvez obtenir vos données ou effacer votre compte. Sans compte, appelez le numéro du bas de page avec votre numéro de suivi. Vous pouvez aussi saisir la CNIL (Commission nationale de l’informatique et des libertés).'
				},
				{
					title: 'Les mineurs',
					text: 'On peut écrire ici à partir de 15 ans. Les plus jeunes participent avec un adulte, sans compte.'
				},
				{
					title: 'Cookies',
					text: 'Un cookie garde votre connexion, un autre votre langue, un autre l’ordre des listes. Rien pour la publicité. Si vous écrivez un texte à plusieurs, cet appareil en garde une copie pour les coupures de réseau, avec un cookie qui dit à qui elle est\u00A0: la déconnexion les efface, et un ordinateur partagé ne garde rien.'
				}
			]
		},
		urgent:
			'En cas d’urgence : le 15 ou le 112. Idées suicidaires, pour soi ou un proche : le 3114, jour et nuit.'
	},
	offline: {
		title: 'Pas de connexion',
		text: 'Cette page s’affiche quand un texte que vous écrivez s’ouvre sans connexion\u00A0: elle cherche la copie gardée sur cet appareil.'
	},
	error: {
		title: {
			400: 'Cet envoi ne peut pas être lu',
			403: 'Cette page ne vous est pas ouverte',
			404: 'Page introuvable',
			413: 'Cet envoi est trop long',
			429: 'Trop de demandes à la suite',
			500: 'Une panne de notre côté',
			elsewhere: 'Cet envoi ne vient pas d’une page de Parvis',
			linkOver: 'Ce lien ne sert plus'
		},
		text: {
			400: 'Il est arrivé incomplet ou sous une forme inconnue. Rien n’a été enregistré. Revenez à la page précédente avec votre navigateur : ce que vous avez écrit y est encore.',
			403: 'Votre compte n’y a pas accès. Rien de ce que vous avez écrit n’est perdu.',
			404: 'L’adresse est peut-être incomplète, ou ce contenu n’est pas public.',
			413: 'Rien n’a été enregistré. Revenez à la page précédente avec votre navigateur : votre texte y est encore. Raccourcissez-le, ou envoyez-le en plusieurs fois.',
			429: 'Attendez quelques minutes, puis recommencez. Rien de ce qui était enregistré n’est perdu.',
			500: 'La panne a été notée. Ce qui était enregistré l’est toujours. Réessayez dans une minute.',
			elsewhere:
				'Une autre page a voulu envoyer quelque chose à votre place. Rien n’a été enregistré. Si vous écriviez ici même, revenez à la page précédente avec votre navigateur et copiez votre texte, puis rouvrez le site à son adresse habituelle.',
			linkOver:
				'Il a déjà servi, il a expiré, ou il a été mal copié. Si votre territoire est déjà installé, connectez-vous depuis l’accueil. Sinon, redémarrez Parvis avec une base vide pour obtenir un autre lien.'
		},
		reference: (id: string) => `Référence à donner par téléphone : ${id}`,
		home: 'Retour à l’accueil'
	}
};
