/** Words of the editor, apart from the others: its script fetches these alone. */
export const documentWriting = {
	empty: 'Ce texte est vide pour l’instant.',
	plain: {
		title: (title: string) => `Modifier le texte\u00A0: ${title}`,
		since: 'Depuis le',
		part: (heading: string) => `Modifier la partie «\u00A0${heading}\u00A0»`,
		beginning: 'Modifier le début du texte',
		added: 'Ajouter une partie',
		lead: 'Choisissez la partie à modifier\u00A0: les autres ne bougent pas, et d’autres personnes peuvent y écrire en même temps.',
		edit: 'Modifier cette partie',
		editBeginning: 'Modifier le début',
		untitled: 'sans titre',
		about: (heading: string) => `\u00A0: ${heading}`,
		add: 'Ajouter une partie à la fin',
		heading: 'Titre de la partie',
		headingHint: 'Laissez vide pour retirer le titre.',
		headingNew: 'Facultatif\u202F: sans titre, votre texte suit la dernière partie.',
		field: 'Texte de la partie',
		rulesTitle: 'Comment écrire des listes, des citations et des titres',
		rules: [
			'Chaque ligne fait un paragraphe. Les lignes vides ne comptent pas.',
			'Un tiret et un espace au début d’une ligne font une liste\u202F; un chiffre, un point et un espace, une liste numérotée. Deux espaces devant mettent en retrait.',
			'Un signe > et un espace au début d’une ligne font une citation.',
			'Deux dièses et un espace (## ) au début d’une ligne en font le titre d’une nouvelle partie.',
			'Le gras, l’italique et les liens ne se voient pas ici. Ils restent sur les mots que vous ne changez pas, et passent au mot qui en remplace un autre.'
		],
		save: 'Enregistrer le texte',
		pending:
			'Votre modification est en cours d’enregistrement. Rechargez cette page dans un instant.',
		saved: 'Votre modification est enregistrée.',
		changedTitle: 'Quelqu’un a modifié cette partie pendant que vous écriviez',
		changedText:
			'Rien n’est perdu. Voici la partie telle qu’elle est maintenant, puis ce que vous aviez écrit\u00A0: reportez vos changements dans le texte actuel et enregistrez.',
		goneTitle: 'Cette partie n’est plus dans le texte',
		goneText:
			'Quelqu’un l’a retirée ou renommée. Ce que vous aviez écrit est gardé ici\u00A0: si vous enregistrez, il sera ajouté à la fin du texte.',
		current: 'Texte actuel',
		yours: 'Votre texte',
		frozenTitle: 'Ce texte est figé',
		sealedTitle: 'Ce texte est définitif',
		frozenBy: (name: string) => `, par ${name}`,
		frozen: 'On peut le lire et le commenter, pas le modifier pour le moment.',
		sealed: 'Il est signé et ne se modifie plus.',
		keptFrozen:
			'Vos mots sont gardés ci-dessous. Ils partiront si vous les envoyez une fois le texte rouvert\u202F; copiez-les si vous quittez cette page.',
		keptSealed: 'Vos mots sont gardés ci-dessous\u00A0: copiez ce que vous voulez garder.'
	},
	copyRefused:
		'Attention, non gardé\u00A0: ce navigateur refuse de garder une copie. Restez sur la page jusqu’à «\u00A0Enregistré\u00A0».',
	earlierCopy:
		'Vous aviez écrit ceci hors ligne dans une version du texte refaite depuis. Copiez ce que vous voulez garder.',
	typedBefore: 'Ce que vous aviez commencé dans le formulaire simple, à copier',
	setAsideDone: 'J’ai copié, ne plus montrer',
	copy: 'Copier',
	copied: 'Copié.',
	copyByHand: 'Les mots sont sélectionnés\u00A0: copiez-les comme d’habitude.',
	movedTwice:
		'Une autre personne a déplacé le même passage\u00A0: il est maintenant deux fois dans le texte.',
	movedTwiceHint: (passage: string) => `«\u00A0${passage}\u00A0»`,
	keepFirst: 'Garder le premier',
	keepSecond: 'Garder le second',
	keepBoth: 'Garder les deux',
	showFirst: 'Voir le premier',
	showSecond: 'Voir le second',
	slowWay:
		'Ce réseau bloque la liaison directe\u00A0: le texte passe par des requêtes ordinaires, un peu moins vite.',
	loading: 'L’éditeur se charge. Vous pourrez écrire dans un instant.',
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
	/** Where a button has no room for its word. */
	letters: { strong: 'G', em: 'I' },
	keys: { Mod: 'Ctrl', Shift: 'Maj', Alt: 'Alt', Escape: 'Échap' },
	shortcuts: 'Raccourcis du clavier',
	keyStatus: 'Savoir où en est l’enregistrement',
	keyLeave: 'Aller du texte aux boutons',
	keyLists:
		'Au début d’une ligne, «\u00A0-\u00A0» ou «\u00A01.\u00A0» puis Espace commence une liste, «\u00A0##\u00A0» un titre.',
	savesItself: 'Tout s’enregistre au fil de la frappe.',
	status: {
		loading: 'Chargement…',
		saved: 'Enregistré',
		saving: 'Enregistrement…',
		kept: 'Hors ligne, gardé sur cet appareil',
		unkept: 'Pas encore enregistré\u00A0: ne fermez pas cette page',
		held: 'Vos derniers mots ne sont pas enregistrés',
		readOnly: 'Lecture seule'
	},
	present: 'Aussi dans ce texte',
	alone: 'Personne d’autre n’est dans ce texte.',
	presentCount: (count: number) =>
		count === 1 ? '1 autre personne dans ce texte.' : `${count} autres personnes dans ce texte.`,
	andOthers: (count: number) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
	everyone: 'Toutes les autres personnes dans ce texte',
	away: 'La connexion est coupée.',
	awayKept: 'Continuez à écrire\u00A0: tout partira dès son retour.',
	awayBefore: 'Le texte s’ouvrira dès son retour.',
	frozen: 'Ce texte est figé pour le moment. Vous pouvez le lire.',
	sealed: 'Ce texte est définitif. Il ne se modifie plus.',
	notAllowed: 'Vous pouvez lire ce texte, pas le modifier.',
	notAllowedWhy: 'Vos droits ont changé. Rechargez la page pour savoir pourquoi.',
	held: {
		frozen:
			'Vos derniers mots sont arrivés quand le texte venait d’être figé. Ils partiront d’eux-mêmes à sa réouverture. Copiez-les si vous quittez cette page.',
		sealed:
			'Vos derniers mots sont arrivés trop tard pour être enregistrés. Copiez ce que vous voulez garder.',
		notAllowed: 'Vos derniers mots n’ont pas pu être enregistrés. Copiez ce que vous voulez garder.'
	},
	closed: {
		signedOut: 'Vous êtes déconnecté. Reconnectez-vous pour continuer.',
		forbidden: 'Vous ne pouvez plus modifier ce texte.',
		renewed: 'Ce texte a été refait entre-temps. Rechargez la page.',
		outdated: 'Cette page est plus ancienne que le site. Rechargez-la pour continuer.',
		refused: 'Une modification n’a pas pu être acceptée. Rechargez la page.'
	},
	keptForLater:
		'Ce que vous avez écrit est gardé dans ce navigateur. Une fois la page rechargée, cela partira tout seul.',
	setAside: 'Votre version, à copier si vous voulez la garder',
	reload: 'Recharger la page',
	pasteRefused:
		'Ce que vous collez est trop long pour être pris d’un coup. Rien n’est perdu\u00A0: collez-le en plusieurs fois.',
	offline: {
		title: 'Pas de connexion',
		copy: 'Pas de connexion\u00A0: voici la copie de cet ordinateur.',
		copyText:
			'Elle n’a peut-être pas ce que d’autres ont écrit depuis. Ce que vous écrivez reste ici, n’est pas encore enregistré, et partira de lui-même au retour de la connexion.',
		none: 'Ce texte ne s’ouvre qu’avec une connexion\u00A0: cet ordinateur n’en a pas de copie à vous montrer.',
		back: 'La connexion est revenue.',
		backText: 'Le texte est de nouveau celui de tout le monde, et vos mots y partent.',
		whole: 'Revenir à la page complète'
	},
	linkAddress: 'Adresse du lien',
	linkHint: 'Par exemple https://www.service-public.fr. Laissez vide pour retirer le lien.',
	linkApply: 'Mettre ce lien',
	linkRefused: 'Cette adresse n’est pas un lien que l’on peut suivre. Vérifiez-la.',
	failed: 'L’éditeur n’a pas pu se charger. Rechargez la page, ou utilisez le formulaire simple.'
};

export type DocumentWritingWords = typeof documentWriting;
