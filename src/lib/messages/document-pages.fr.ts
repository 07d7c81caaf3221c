/** Words of the pages around a text: its history, its authors, its verification. */
export const documentPages = {
	issues: {
		section_changed:
			'Quelqu’un a modifié cette partie pendant que vous écriviez. Vos mots sont gardés plus bas.',
		section_empty: 'Écrivez au moins un titre ou une ligne.',
		section_long:
			'Cette partie est trop longue pour être envoyée d’un coup. Coupez-la en plusieurs parties.',
		text_empty: 'Il ne resterait plus un mot à lire. Écrivez au moins une ligne.',
		label_required: 'Donnez un nom à cette version.',
		no_moment: 'Ce moment n’est plus gardé. Choisissez-en un autre.',
		damaged: 'Ce texte ne se lit pas en entier en ce moment. Rien n’a été changé.',
		frozen: 'Ce texte est figé\u00A0: rouvrez-le avant de le modifier.',
		sealed: 'Ce texte est définitif. Il ne se modifie plus.',
		frozen_now:
			'Ce texte vient d’être figé\u00A0: il ne prend rien pour le moment. Vos mots sont gardés ici\u202F; envoyez-les quand il sera rouvert.',
		sealed_now:
			'Ce texte vient d’être signé\u00A0: il est définitif et ne se modifie plus. Vos mots sont gardés ici\u202F; copiez ce que vous voulez garder.',
		pending:
			'Une modification demandée n’est pas encore faite dans ce texte. Attendez quelques secondes, puis recommencez.',
		nothing_to_compact: 'Il n’y a pas encore de détail de plus de 90 jours à retirer.'
	},
	texts: { body: 'Le texte', context: 'Le contexte', description: 'La description' },
	home: { proposal: 'Propositions', 'action-sheet': 'Le plan' },
	unknownAuthor: 'auteur non connu',
	history: {
		link: 'Historique du texte',
		title: 'Historique',
		titleOf: (title: string) => `Historique\u00A0: ${title}`,
		lead: 'Qui a écrit, quand, et ce qui a changé. Revenir à un état ancien est une modification de plus\u00A0: ce qui a été écrit entre-temps reste dans l’historique.',
		sittings: 'Séances d’écriture',
		noSittings: 'Le détail de ce qui a été écrit n’est plus gardé.',
		from: 'De',
		to: 'à',
		by: 'Par',
		seeChange: 'Voir ce qui a changé',
		seeChangeOf: (when: string) => `Voir ce qui a changé, ${when}`,
		start: 'Première version',
		older: 'Séances plus anciennes',
		versions: 'Versions',
		noVersions: 'Aucune version n’a encore de nom.',
		named: (label: string) => `«\u00A0${label}\u00A0»`,
		restoredBy: 'Retour à un état ancien',
		sealedVersion: 'Version définitive',
		compareNow: 'Comparer à maintenant',
		nameTitle: 'Nommer l’état actuel',
		nameLabel: 'Nom de la version',
		nameHint: 'Par exemple\u00A0: avant le comité de pilotage du 3\u00A0décembre.',
		nameSave: 'Garder cette version',
		compareTitle: 'Comparer deux moments',
		compareFrom: 'Du moment',
		compareTo: 'au moment',
		compare: 'Comparer',
		now: 'Maintenant',
		stateTitle: 'Ouverture du texte',
		state: {
			open: 'Le texte est ouvert\u00A0: celles et ceux qui en ont le droit peuvent le modifier.',
			frozen: 'Le texte est figé\u00A0: on peut le lire et le commenter, pas le modifier.',
			sealed: 'Le texte est définitif. Il ne se modifie plus.'
		},
		freeze: 'Figer le texte',
		freezeHint:
			'Les personnes qui écrivent en ce moment seront prévenues et leur page passera en lecture.',
		reopen: 'Rouvrir le texte',
		compactTitle: 'Alléger l’historique',
		compactHint:
			'Retire le détail de ce qui a été écrit il y a plus de 90 jours\u00A0: ce qui avait été effacé du texte disparaît pour de bon. Le texte, les versions nommées et le nom des auteurs restent. On ne peut pas revenir en arrière.',
		compact: 'Retirer l’ancien détail',
		done: {
			nom: 'La version est gardée.',
			retabli:
				'Le texte revient à l’état choisi. C’est en cours\u00A0: il apparaîtra dans un instant.',
			fige: 'Le texte est figé.',
			rouvert: 'Le texte est rouvert.',
			allege: 'L’ancien détail est retiré.'
		}
	},
	comparison: {
		title: 'Ce qui a changé',
		titleOf: (title: string) => `Ce qui a changé\u00A0: ${title}`,
		between: 'Entre',
		and: 'et',
		beginning: 'le début',
		now: 'le texte actuel',
		sealed: 'la version définitive',
		count: (added: number, removed: number) =>
			`${added} ${added > 1 ? 'mots ajoutés' : 'mot ajouté'}, ${removed} ${removed > 1 ? 'mots retirés' : 'mot retiré'}.`,
		same: 'Rien n’a changé dans les mots.',
		added: 'ajouté\u00A0:',
		removed: 'retiré\u00A0:',
		end: 'fin',
		key: 'Ce qui est ajouté est souligné, ce qui est retiré est barré. Le signe ¶ marque une fin de ligne ajoutée ou retirée.',
		unchanged: (count: number) =>
			count === 1 ? '1 ligne inchangée' : `${count} lignes inchangées`,
		gone: 'Un de ces deux moments n’est plus gardé en détail.',
		restore: 'Revenir à cet état ancien',
		restoreHint:
			'Le texte se lira de nouveau comme au premier des deux moments. Ce qui a été écrit depuis reste dans l’historique.'
	},
	authors: {
		link: 'Qui a écrit quoi',
		title: 'Qui a écrit quoi',
		titleOf: (title: string) => `Qui a écrit quoi\u00A0: ${title}`,
		lead: 'Chaque passage est suivi du nom de qui l’a tapé. Un passage coupé puis collé plus loin reste à son auteur.',
		uncertain: 'auteur incertain',
		placedBy: (name: string) => `auteur incertain, placé par ${name}`,
		empty: 'Ce texte est vide.',
		all: (names: string) => `Ont écrit dans ce texte\u00A0: ${names}.`
	},
	verification: {
		title: 'Vérification des textes',
		intro: 'Contrôler que tous les textes sont entiers, et voir ce qui ne va pas.',
		lead: 'Cette page lit les textes et ne change rien.',
		allWell: 'Tout est en ordre.',
		problems: (count: number) =>
			count === 1
				? '1 texte demande votre attention.'
				: `${count} textes demandent votre attention.`,
		checked: (from: number, to: number, all: number) =>
			`Textes ${from} à ${to} sur ${all} relus en entier.`,
		next: 'Relire les textes suivants',
		first: 'Revenir au début',
		checks: {
			damaged:
				'Signalé à l’ouverture\u00A0: une ligne ne se lit pas, le texte est en lecture seule',
			gap: 'Il manque une modification dans la suite',
			pending: 'Des modifications attendent ce qui les précède',
			checksum: 'Une modification gardée n’est plus celle qui a été écrite',
			unreadable: 'Une modification ne se lit pas',
			drift: 'Ce que lisent les visiteurs n’est pas le texte',
			snapshot: 'Une copie de l’état n’est pas celle qui a été écrite',
			intent: 'Une modification demandée attend depuis plus d’une minute'
		},
		explained: 'Ce qui est contrôlé',
		fromUpdate: (seq: number) => `à partir de la modification n°\u00A0${seq}`,
		updates: (rows: readonly number[]) =>
			`${rows.length === 1 ? 'modification n°' : 'modifications n°'}\u00A0${rows.join(', ')}`,
		unchecked: (count: number) =>
			count === 1
				? '1 modification a été écrite sans somme de contrôle\u00A0: elle se lit, mais rien ne prouve qu’elle est intacte.'
				: `${count} modifications ont été écrites sans somme de contrôle\u00A0: elles se lisent, mais rien ne prouve qu’elles sont intactes.`,
		advice:
			'Le dernier état sûr reste lisible. Ne modifiez rien à la main\u00A0: prévenez la personne qui tient le serveur, qui peut reprendre la ligne dans une sauvegarde.'
	},
	signOut: {
		title: 'Se déconnecter',
		unsaved: 'Des mots ne sont pas encore enregistrés.',
		lead: 'Ils ne sont gardés que sur cet appareil, et la déconnexion les efface. Ouvrez le texte avec une connexion\u00A0: ils partiront tout seuls, jusqu’à «\u00A0Enregistré\u00A0». S’il ne les prend plus, copiez ce que vous voulez garder.',
		anyway: 'Me déconnecter et effacer',
		everywhereAnyway: 'Me déconnecter partout et effacer',
		stay: 'Rester connecté'
	},
	left: {
		title: 'Mots pas encore enregistrés',
		lead: 'Ce que vous avez écrit dans un texte sans que le site ait pu l’enregistrer reste sur cet appareil jusqu’à votre déconnexion. Personne d’autre ne le voit.',
		shared: 'Sur un ordinateur partagé, rien n’est gardé\u00A0: il n’y a rien à retrouver ici.',
		find: 'Retrouver ce que vous aviez écrit',
		back: (title: string) => `Revenir au texte «\u00A0${title}\u00A0»`,
		closed: (title: string) => `«\u00A0${title}\u00A0», un texte que vous ne pouvez plus modifier`,
		other: 'Un texte que vous ne pouvez plus ouvrir',
		withoutScript: 'Pour lire ces mots ici et les copier, il faut activer JavaScript.',
		field: 'Les lignes où vous avez écrit',
		whole: 'Voir tout le texte avec vos mots',
		wholeField: 'Tout le texte, tel qu’il est sur cet appareil',
		send: 'Ouvrir le texte pour les envoyer',
		letGo: 'Ne plus garder ces mots',
		letGoWhy: 'Ils ne sont nulle part ailleurs. On ne peut pas revenir en arrière.',
		letGoNow: 'Effacer ces mots de cet appareil',
		said: {
			none: 'Cet appareil ne garde aucun mot à copier.',
			unreadable: 'Ce navigateur n’a pas pu tout lire de ce qu’il garde.',
			dropped: 'Ces mots sont effacés de cet appareil.'
		}
	}
};

export type DocumentPagesWords = typeof documentPages;
