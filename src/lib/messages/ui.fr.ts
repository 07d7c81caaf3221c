/** Words of the design system: the few that no page should have to give. */
export const ui = {
	optional: 'facultatif',
	atMost: (characters: string) => `${characters} caractères au plus.`,
	error: 'Erreur : ',
	errors: (count: number) =>
		count > 1 ? `${count} réponses sont à corriger` : 'Une réponse est à corriger',
	nothingLost: 'Rien n’est perdu : tout ce que vous avez écrit est encore dans le formulaire.',
	choose: 'Choisissez dans la liste',
	personalData: 'Vos données personnelles',
	skip: 'Aller au contenu',
	menu: 'Menu',
	mainNavigation: 'Navigation principale',
	footerNavigation: 'Informations sur ce site',
	language: 'Langue',
	telephoneHelp: 'Aide par téléphone',
	breadcrumb: 'Fil d’Ariane',
	pagination: 'Suite de la liste',
	previousPage: 'Page précédente',
	nextPage: 'Page suivante',
	phaseDone: 'terminé',
	phaseCurrent: 'en cours',
	phaseUpcoming: 'à venir',
	information: 'Information : ',
	success: 'C’est fait : ',
	warning: 'Attention : ',
	danger: 'Problème : ',
	showFigures: 'Voir les chiffres dans un tableau',
	unknownAmount: 'montant non connu',
	demoTitle: 'Données fictives',
	demoText: 'Ce territoire et ses habitants n’existent pas : vous pouvez tout essayer.',
	demoLink: 'Choisir une personne',
	demoPersonal:
		'Démonstration publique : n’écrivez ici ni nom ni adresse véritables. Tout le monde peut y entrer, et aucun courrier ne part.'
};

export type UiWords = typeof ui;
