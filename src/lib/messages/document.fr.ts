/** Words of the writing page. */
export const document = {
	loading: 'Le texte se charge…',
	toolbar: 'Mise en forme',
	toolbarHelp:
		'Échap mène du texte aux boutons, les flèches vont de l’un à l’autre, Entrée revient au texte.',
	actions: {
		strong: 'Gras',
		em: 'Italique',
		h2: 'Titre',
		h3: 'Sous-titre',
		h4: 'Intertitre',
		bullet: 'Liste',
		numbered: 'Liste 1, 2, 3',
		outdent: 'Moins en retrait',
		indent: 'Plus en retrait',
		quote: 'Citation',
		link: 'Lien',
		undo: 'Annuler',
		redo: 'Rétablir'
	},
	status: {
		loading: 'Chargement…',
		saved: 'Enregistré',
		saving: 'Enregistrement…',
		kept: 'Hors ligne, gardé sur cet appareil',
		unkept: 'Pas encore enregistré\u00A0: ne fermez pas cette page',
		readOnly: 'Lecture seule'
	},
	present: 'Aussi dans ce texte',
	alone: 'Personne d’autre n’est dans ce texte.',
	presentCount: (count: number) =>
		count === 1 ? '1 autre personne dans ce texte.' : `${count} autres personnes dans ce texte.`,
	away: 'La connexion est coupée.',
	awayKept: 'Continuez à écrire\u00A0: tout partira dès son retour.',
	frozen: 'Ce texte est figé pour le moment. Vous pouvez le lire.',
	sealed: 'Ce texte est définitif. Il ne se modifie plus.',
	notAllowed: 'Vous pouvez lire ce texte, pas le modifier.',
	closed: {
		signedOut: 'Vous êtes déconnecté. Reconnectez-vous pour continuer.',
		forbidden: 'Vous ne pouvez plus modifier ce texte.',
		renewed: 'Ce texte a été refait entre-temps. Rechargez la page.',
		refused: 'Une modification n’a pas pu être acceptée. Rechargez la page.'
	},
	setAside: 'Votre version, à copier si vous voulez la garder',
	reload: 'Recharger la page',
	pasteRefused:
		'Ce que vous collez est trop long pour être pris d’un coup. Rien n’est perdu\u00A0: collez-le en plusieurs fois.',
	linkAddress: 'Adresse du lien',
	linkHint: 'Par exemple https://www.service-public.fr. Laissez vide pour retirer le lien.',
	linkApply: 'Mettre ce lien',
	linkRefused: 'Cette adresse n’est pas un lien que l’on peut suivre. Vérifiez-la.',
	failed: 'L’éditeur n’a pas pu se charger. Rechargez la page, ou utilisez le formulaire simple.'
};

export type DocumentWords = typeof document;
