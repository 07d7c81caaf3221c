/** Words of every page. */
export const common = {
	product: 'Parvis',
	skip: 'Aller au contenu',
	required: 'obligatoire',
	optional: 'facultatif',
	save: 'Enregistrer',
	send: 'Envoyer',
	cancel: 'Annuler',
	edit: 'Modifier',
	remove: 'Retirer',
	add: 'Ajouter',
	next: 'Suivant',
	back: 'Retour',
	search: 'Rechercher',
	filter: 'Filtrer',
	all: 'Tous',
	none: 'Aucun',
	print: 'Imprimer',
	seeAll: 'Tout voir',
	breadcrumb: 'Fil d’Ariane',
	dataNote:
		'Vos réponses servent à préparer le contrat local de santé. N’écrivez pas le nom d’une autre personne ni sa maladie.',
	issues: {
		invalid: 'Ce formulaire n’a pas pu être enregistré. Vérifiez les champs, puis recommencez.',
		stale_page: 'Cette page n’est plus à jour. Rechargez-la, puis recommencez.',
		too_long: 'Ce texte est trop long.',
		unauthenticated: 'Connectez-vous pour continuer. Ce que vous avez écrit est gardé.',
		forbidden: 'Vous n’avez pas le droit de faire cela ici.',
		not_found: 'Cette page n’existe pas, ou plus.',
		conflict: 'Quelqu’un a modifié cela entre-temps. Relisez, puis recommencez.',
		closed: 'C’est terminé : cela n’accepte plus de réponse.',
		rate_limited: 'Trop d’essais à la suite. Attendez quelques minutes, puis recommencez.',
		unavailable: 'Le service est momentanément indisponible. Réessayez dans une minute.'
	}
};
