/** Header, footer, banner, error pages and the home page. */
export const site = {
	mainNavigation: 'Navigation principale',
	coordinatorNavigation: 'Coordination',
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
	demoBanner: 'Données fictives : ce territoire n’existe pas.',
	demoLink: 'Essayer comme une autre personne',
	footer: {
		label: 'Pied de page',
		accessibility: 'Accessibilité : non conforme',
		legal: 'Mentions légales',
		privacy: 'Données personnelles',
		help: 'Aide par téléphone',
		source: 'Logiciel libre',
		language: 'English'
	},
	error: {
		title: {
			403: 'Cette page ne vous est pas ouverte',
			404: 'Page introuvable',
			500: 'Une panne de notre côté'
		},
		text: {
			403: 'Votre compte n’y a pas accès. Rien de ce que vous avez écrit n’est perdu.',
			404: 'L’adresse est peut-être incomplète, ou ce contenu n’est pas public.',
			500: 'La panne a été notée. Ce qui était enregistré l’est toujours. Réessayez dans une minute.'
		},
		reference: (id: string) => `Référence à donner par téléphone : ${id}`,
		home: 'Retour à l’accueil',
		follow: 'Suivre ma proposition'
	}
};
