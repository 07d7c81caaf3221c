/** Proposals: writing one, following it, reading and supporting them, entering sheets. */
export const proposal = {
	headings: { forWhom: 'Pour qui', location: 'Où' },
	state: {
		RECEIVED: 'Reçue, à relire',
		RETURNED: 'Renvoyée à son auteur',
		REDIRECTED: 'Transmise ailleurs',
		HELD_PRIVACY: 'Mise de côté pour protéger une personne',
		PUBLISHED: 'En débat',
		MERGED_INTO: 'Regroupée',
		RETAINED: 'Retenue',
		POSTPONED: 'Reportée',
		REJECTED: 'Non retenue',
		WITHDRAWN: 'Retirée par son auteur'
	},
	kind: { idea: 'Idée', testimony: 'Témoignage', opinion: 'Avis' },
	channel: {
		online: 'Écrite en ligne',
		paper: 'Reçue sur papier',
		spoken: 'Dite de vive voix',
		workshop: 'Dite en atelier',
		import: 'Reprise d’une autre consultation'
	},
	enteredBy: (name: string) => `saisie par ${name}`,
	college: {
		resident: 'Habitant ou habitante',
		professional: 'Professionnel ou professionnelle',
		elected: 'Élu, élue ou institution',
		citizen_committee: 'Comité citoyen'
	},
	supports: (count: number, written: string) =>
		count > 1 ? `${written} soutiens` : count === 1 ? '1 soutien' : 'Aucun soutien pour l’instant',
	comments: (count: number, written: string) =>
		count > 1 ? `${written} commentaires` : count === 1 ? '1 commentaire' : 'Aucun commentaire',
	by: (names: string) => `Par ${names}`,
	numbered: (number: number) => `Proposition n° ${number}`,
	list: {
		title: 'Propositions',
		lead: 'Ce que proposent les habitants, les professionnels et les élus, et ce que cela devient.',
		propose: 'Proposer une idée',
		follow: 'Suivre ma proposition',
		tabs: 'Propositions',
		open: 'En débat',
		answered: 'Réponses',
		search: 'Chercher des mots',
		axis: 'Axe',
		theme: 'Thème',
		commune: 'Commune',
		body: 'Groupe',
		state: 'État',
		any: 'Tous',
		anyCommune: 'Toutes',
		sort: 'Ordre',
		sorts: {
			fair: 'Équitable',
			recent: 'Les plus récentes',
			supported: 'Les plus soutenues'
		},
		fairNote:
			'Ordre équitable : tiré au hasard, le même à chacune de vos visites. Chaque proposition a sa chance d’être en haut.',
		apply: 'Afficher',
		clear: 'Effacer les filtres',
		filters: 'Plus de filtres',
		count: (count: number, written: string) =>
			count > 1 ? `${written} propositions` : count === 1 ? '1 proposition' : 'Aucune proposition',
		countMore: (written: string) => `Plus de ${written} propositions`,
		backToStart: 'Revenir au début de la liste',
		emptyTitle: 'Aucune proposition pour l’instant',
		emptyText: 'La première sera peut-être la vôtre.',
		emptyAnsweredTitle: 'Aucune réponse publiée pour l’instant',
		emptyAnsweredText: 'Chaque proposition reçoit une réponse expliquée. Elle s’affichera ici.',
		noneTitle: 'Aucune proposition ne correspond',
		noneText: 'Essayez d’autres mots, ou effacez les filtres.',
		noContract: 'Le contrat de ce territoire n’est pas encore commencé.'
	},
	write: {
		title: 'Proposer une idée',
		lead: 'Écrivez d’abord. Vous direz ensuite comment recevoir la réponse.',
		step: (number: number) => (number === 3 ? 'Dernière étape' : `Étape ${number}`),
		window: 'À quelle question répondez-vous ?',
		oneWindow: 'La question posée',
		until: 'Ouvert jusqu’au',
		included: 'inclus',
		ideaTitle: 'Votre idée en une phrase',
		ideaTitleHint: 'Par exemple : un bus le jeudi pour aller à la maison de santé.',
		what: 'Que proposez-vous ?',
		whatHint: 'Ce qui ne va pas, ce que vous feriez. Quelques phrases suffisent.',
		forWhom: 'Pour qui ?',
		forWhomHint: 'Par exemple : les personnes âgées sans voiture.',
		location: 'Où ?',
		locationHint: 'Un lieu, un quartier, une route.',
		commune: 'Commune concernée',
		noCommune: 'Tout le territoire, ou je ne sais pas',
		axis: 'Axe du contrat',
		noAxis: 'Je ne sais pas',
		themes: 'Thèmes',
		testimony: 'Je raconte quelque chose que j’ai vécu',
		testimonyHint:
			'Un témoignage est toujours relu avant d’être publié. N’écrivez ni nom, ni maladie d’une autre personne.',
		next: 'Continuer',
		note: 'Vous n’avez pas besoin de compte pour écrire. Votre texte est gardé sept jours sur ce site, puis effacé si vous ne l’envoyez pas.',
		kept: 'Voici ce que vous aviez commencé à écrire.',
		emergency:
			'En cas d’urgence : le 15 ou le 112. Idées suicidaires : le 3114, jour et nuit, gratuit.',
		closedTitle: 'Aucune question n’est ouverte en ce moment',
		closedNext: 'La prochaine question ouvre le',
		closedNone: 'Aucune date n’est encore fixée. Les propositions déjà reçues restent à lire.',
		closedKept: 'Ce que vous aviez écrit est gardé ci-dessous : vous pouvez le copier.',
		yourText: 'Votre texte'
	},
	similar: {
		title: 'Cela ressemble-t-il à votre idée ?',
		lead: 'Des idées proches sont déjà en débat. Si l’une dit la même chose, votre soutien lui donne du poids. Sinon, envoyez la vôtre.',
		support: 'Soutenir plutôt celle-ci',
		supportThis: (title: string) => `Soutenir plutôt celle-ci : ${title}`,
		send: 'Envoyer la mienne',
		back: 'Revenir à mon texte'
	},
	answer: {
		title: 'Comment voulez-vous recevoir la réponse ?',
		lead: 'Chaque proposition reçoit une réponse expliquée.',
		leadDays: (days: string) =>
			`Chaque proposition reçoit une réponse expliquée, dans les ${days} jours.`,
		remains:
			'Vous êtes connecté. Il reste un geste : « Envoyer ma proposition », en bas de cette page.',
		yours: 'Votre proposition',
		change: 'Modifier le texte',
		sensitiveTitle: 'Relisez avant d’envoyer',
		sensitiveText:
			'Votre texte contient peut-être des détails personnels ou de santé. Vous pouvez les retirer, ou envoyer ainsi : une personne relira avant de publier.',
		by: 'Recevoir la réponse',
		email: 'Par e-mail',
		emailHint: 'Nous vous envoyons un code pour vérifier l’adresse. Elle n’est jamais affichée.',
		emailAccount: (address: string) => `Par e-mail, à ${address}`,
		letter: 'Par lettre',
		letterHint: 'Écrivez votre nom et votre adresse postale ci-dessous.',
		townHall: 'À la mairie',
		townHallHint: 'Vous passez la lire à l’accueil de votre mairie, avec votre numéro.',
		none: 'Je ne souhaite pas de réponse',
		noneHint: 'Un numéro vous permettra tout de même de voir ce que devient votre proposition.',
		emailField: 'Adresse électronique',
		addressField: 'Nom et adresse postale',
		townHallField: 'Mairie',
		who: 'Votre nom public',
		name: 'Nom affiché avec votre proposition',
		nameHint:
			'Un pseudonyme convient très bien. N’écrivez pas votre nom complet si vous parlez de santé.',
		college: 'Vous répondez comme',
		age: 'J’ai 15 ans ou plus',
		consent:
			'J’accepte que ma proposition soit publiée avec ce nom et conservée le temps du contrat',
		consentKnown: (name: string) =>
			`J’accepte que ma proposition soit publiée sous le nom « ${name} » et conservée le temps du contrat`,
		shared: 'Cet ordinateur est partagé (médiathèque, mairie, travail)',
		send: 'Envoyer ma proposition',
		note: 'Votre adresse sert seulement à vous répondre. Elle n’est ni publiée ni transmise.',
		nothing: 'Il n’y a pas encore de texte à envoyer.',
		start: 'Écrire une proposition'
	},
	thanks: {
		title: 'Merci, votre proposition est bien arrivée',
		number: 'Votre numéro de suivi',
		keep: 'Notez-le ou imprimez cette page : il permet de suivre votre proposition sans compte.',
		nextTitle: 'Et maintenant ?',
		read: (hours: number) =>
			`Une personne de la coordination lit votre proposition avant de la publier, en général sous ${hours} heures.`,
		published:
			'Votre proposition est déjà en ligne : chacun peut la lire, la commenter et la soutenir.',
		answer: (days: string) => `Vous recevrez une réponse expliquée dans les ${days} jours.`,
		answerNone: (days: string) =>
			`La réponse expliquée sera publiée ici dans les ${days} jours, à lire avec votre numéro.`,
		print: 'Pour imprimer cette page : menu de votre navigateur, puis « Imprimer ».',
		follow: 'Suivre ma proposition',
		see: 'Voir ma proposition',
		again: 'Proposer une autre idée',
		lost: 'Ce numéro n’est plus affiché ici. Il figure dans l’accusé de réception.'
	},
	follow: {
		title: 'Suivre ma proposition',
		lead: 'Le numéro est sur votre feuille, votre lettre ou votre e-mail.',
		number: 'Numéro de suivi',
		numberHint: 'Par exemple : VO-7K4M-2Q9F. Majuscules et tirets n’ont pas d’importance.',
		send: 'Voir ce qu’elle devient',
		result: (number: string) => `Proposition ${number}`,
		received: 'Reçue le',
		published: 'Publiée le',
		said: {
			RECEIVED: 'Votre proposition est arrivée. Elle sera lue avant d’être publiée.',
			RETURNED: 'La coordination vous demande de la reprendre. Voici pourquoi.',
			REDIRECTED: 'Votre proposition ne relève pas de ce contrat. Elle a été transmise.',
			HELD_PRIVACY:
				'Votre proposition est mise de côté pour protéger une personne. La coordination vous recontacte par le moyen que vous avez choisi.',
			PUBLISHED: 'Votre proposition est en débat : chacun peut la lire et la soutenir.',
			MERGED_INTO:
				'Votre proposition est regroupée avec une autre qui lui ressemble. Elle garde ses soutiens.',
			RETAINED: 'Votre proposition est retenue.',
			POSTPONED: 'Votre proposition est reportée.',
			REJECTED: 'Votre proposition n’est pas retenue.',
			WITHDRAWN: 'Votre proposition a été retirée, à la demande de son auteur.'
		},
		answerBy: (days: string) =>
			`Une réponse expliquée est due dans les ${days} jours après sa réception.`,
		page: 'Lire la page de la proposition',
		reason: 'Pourquoi',
		sentTo: (who: string) => `Transmise à : ${who}`,
		sheets: 'Fiches action qui reprennent vos mots',
		other: 'Suivre une autre proposition'
	},
	page: {
		textTitle: 'La proposition',
		waiting:
			'Cette proposition n’est pas encore publiée : vous seul ou seule et la coordination pouvez la lire.',
		returned: 'La coordination vous demande de reprendre ce texte.',
		redirected: 'Cette proposition ne relève pas du contrat. Elle a été transmise.',
		held: 'Cette proposition est mise de côté pour protéger une personne. La coordination vous rappelle.',
		withdrawn: 'Vous avez retiré cette proposition. Son texte sera bientôt effacé.',
		revise: 'Reprendre mon texte',
		write: 'Modifier',
		writePlain: 'Modifier sans l’éditeur',
		withdraw: 'Retirer ma proposition',
		support: 'Soutenir',
		supported: 'Vous soutenez cette proposition.',
		unsupport: 'Retirer mon soutien',
		supportTitle: 'Soutiens',
		supportNote: 'Votre nom n’est pas affiché à côté de votre soutien.',
		closedSupport: 'Cette proposition n’est plus en débat : les soutiens sont arrêtés.',
		facts: 'En bref',
		authors: 'Auteurs',
		author: (name: string, commune: string | null) => (commune ? `${name}, ${commune}` : name),
		answersAs: 'Répond comme',
		channel: 'Comment elle est arrivée',
		axis: 'Axe',
		themes: 'Thèmes',
		commune: 'Commune concernée',
		body: 'Groupe',
		window: 'En réponse à',
		publishedOn: 'Publiée le',
		receivedOn: 'Reçue le',
		fate: 'Ce qu’elle devient',
		sentTo: (who: string) => `Transmise à : ${who}`,
		lineage: 'Où vont ses mots',
		lineageNone: 'Aucun passage n’a encore été repris dans une fiche action.',
		grouped: 'Regroupée avec',
		groupedHere: 'Propositions regroupées avec celle-ci',
		relation: {
			verbatim: 'Repris mot pour mot',
			edited: 'Repris avec des changements',
			summarised: 'Résumé',
			merged: 'Regroupée',
			postponed: 'Reportée',
			declined: 'Non retenue',
			redirected: 'Transmise'
		},
		history: 'Histoire',
		events: {
			'proposal-submitted': 'Proposition reçue',
			'sheet-entered': 'Proposition saisie pour son auteur',
			'proposal-published': 'Publiée après relecture',
			'proposal-returned': 'Renvoyée à son auteur',
			'proposal-redirected': 'Transmise ailleurs',
			'proposal-revised': 'Reprise par son auteur',
			'proposal-rewritten': 'Texte modifié',
			'proposal-withdrawn': 'Retirée par son auteur',
			'proposals-merged': 'Regroupée avec une autre',
			'passage-taken': 'Un passage est repris dans une fiche',
			'answer-published': 'Réponse publiée'
		},
		report: 'Signaler un problème',
		summary: 'En langage simple',
		outcome: {
			retained: 'Retenue',
			merged: 'Regroupée',
			postponed: 'Reportée',
			declined: 'Non retenue',
			redirected: 'Transmise'
		},
		fateSteps: {
			written: 'Proposée',
			debate: 'En débat',
			sheet: (code: string) => `Fiche ${code}`
		},
		coordination: 'Traiter cette contribution'
	},
	support: {
		title: 'Soutenir une proposition',
		ask: (title: string) => `Vous allez soutenir : « ${title} ».`,
		signIn:
			'Pour que chaque personne compte une fois, identifiez-vous d’abord. Vous reviendrez ici.',
		signInButton: 'S’identifier puis soutenir',
		nameFirst: 'Choisissez d’abord un nom public. Vous reviendrez ici.',
		nameButton: 'Choisir mon nom public',
		confirm: 'Soutenir cette proposition',
		back: 'Revenir à la proposition'
	},
	withdraw: {
		title: 'Retirer ma proposition',
		ask: (title: string) => `Vous allez retirer : « ${title} ».`,
		consequences:
			'Plus personne ne pourra la lire, sauf vous et la coordination. Son texte sera effacé dans 30 jours. Les soutiens seront perdus.',
		confirm: 'Oui, retirer ma proposition',
		keep: 'Non, la garder'
	},
	revise: {
		title: 'Reprendre ma proposition',
		lead: 'Corrigez votre texte. Il sera relu avant d’être publié.',
		reason: 'Ce que la coordination vous a écrit',
		send: 'Renvoyer ma proposition'
	},
	writing: {
		title: (title: string) => `Modifier : ${title}`,
		lead: 'Ce que vous écrivez est visible tout de suite par les autres personnes qui modifient, et bientôt par tous.',
		done: 'Terminer et revenir à la proposition',
		plain: 'Modifier sans l’éditeur (fonctionne sans JavaScript)'
	},
	text: {
		field: 'Texte de la proposition'
	},
	sheet: {
		title: 'Saisir une feuille',
		lead: 'Pour les propositions reçues sur papier, de vive voix ou en atelier.',
		number: 'Numéro de la feuille',
		numberHint: 'Imprimé en haut de la feuille. Laissez vide s’il n’y en a pas.',
		channel: 'Reçue',
		channels: { paper: 'Sur papier', spoken: 'De vive voix', workshop: 'En atelier' },
		window: 'Question',
		author: 'Nom ou pseudonyme',
		authorHint: 'Laissez vide si la personne n’en donne pas.',
		anonymous: 'Anonyme',
		consent: 'Accord de la personne',
		consents: {
			written: 'Écrit, sur la feuille',
			spoken: 'Donné de vive voix',
			group: 'Donné par le groupe'
		},
		reply: 'Réponse',
		replies: { email: 'Courriel', letter: 'Lettre', town_hall: 'À la mairie', none: 'Aucune' },
		details: 'Pour la réponse',
		detailsHint: 'Remplissez seulement ce que demande le choix ci-dessus.',
		save: 'Enregistrer et suivante',
		saved: (number: string) => `Enregistrée. Numéro de suivi : ${number}`,
		last: 'Vos dernières saisies',
		none: 'Rien encore. Les feuilles saisies s’afficheront ici.',
		print: 'Imprimer des feuilles',
		note: 'Saisissez les mots de la personne, sans les corriger. La coordination relit avant de publier.',
		noWindow: 'Aucune question n’accepte de saisie en ce moment.'
	},
	print: {
		title: 'Imprimer des feuilles',
		lead: 'Chaque feuille porte un numéro. La personne garde le talon et suit sa proposition avec ce numéro.',
		count: 'Nombre de feuilles',
		countHint: 'De 1 à 50.',
		make: 'Préparer les feuilles',
		ready: (count: number) =>
			count > 1 ? `${count} feuilles sont prêtes` : 'Une feuille est prête',
		how: 'Imprimez cette page (menu de votre navigateur, puis « Imprimer »), sur du papier A4.',
		sheetTitle: 'Ma proposition pour la santé',
		question: 'La question',
		idea: 'Mon idée en une phrase',
		what: 'Ce que je propose',
		forWhom: 'Pour qui ? Où ?',
		name: 'Mon nom ou un pseudonyme',
		commune: 'Ma commune',
		reply: 'Je veux la réponse',
		byLetter: 'par lettre, à cette adresse :',
		byEmail: 'par e-mail :',
		atTownHall: 'à la mairie de :',
		noReply: 'je ne veux pas de réponse',
		agree:
			'J’ai 15 ans ou plus. J’accepte que ma proposition soit publiée sous le nom écrit ci-dessus.',
		sign: 'Date et signature :',
		data: (territory: string) =>
			`Vos réponses servent à préparer le contrat local de santé (${territory}). N’écrivez pas le nom d’une autre personne ni sa maladie. Votre adresse sert seulement à vous répondre. Vous pouvez demander à voir, corriger ou effacer ce qui vous concerne.`,
		stub: 'À garder',
		stubText: (address: string) =>
			`Pour suivre votre proposition : ${address}, ou à la mairie, avec ce numéro.`,
		giveBack: 'Feuille à rendre à la mairie ou à la personne qui vous l’a donnée.'
	},
	acknowledgementMail: {
		subject: (number: string) => `Votre proposition ${number} est bien arrivée`,
		thanks: (territory: string) =>
			`Bonjour, votre proposition pour le contrat local de santé (${territory}) est bien arrivée. Merci.`,
		number: 'Voici votre numéro de suivi :',
		toRead:
			'Une personne de la coordination la lit avant de la publier, en général sous 48 heures.',
		published: 'Elle est déjà en ligne : chacun peut la lire et la soutenir.',
		answer: (days: number) => `Vous recevrez une réponse expliquée dans les ${days} jours.`,
		follow: 'Suivre ma proposition',
		footer: (territory: string) =>
			`Vous recevez ce message parce que vous avez donné cette adresse pour recevoir une réponse (${territory}).`
	},
	newsMail: {
		subject: (number: string) => `Des nouvelles de votre proposition ${number}`,
		greeting: (territory: string) =>
			`Bonjour, voici des nouvelles de votre proposition pour le contrat local de santé (${territory}).`,
		news: {
			published: 'Elle est publiée : chacun peut la lire, la commenter et la soutenir.',
			rewritten:
				'Elle est publiée, dans une version qui protège les personnes. Votre texte d’origine sera effacé dans 30 jours.',
			returned:
				'La coordination vous demande de la reprendre. Elle vous explique pourquoi sur la page de suivi.',
			redirected:
				'Elle ne relève pas de ce contrat et a été transmise. La page de suivi dit à qui et pourquoi.'
		},
		follow: 'Suivre ma proposition',
		number: (number: string) => `Votre numéro de suivi : ${number}`,
		footer: (territory: string) =>
			`Vous recevez ce message parce que vous avez donné cette adresse pour recevoir une réponse (${territory}).`
	},
	issues: {
		window_required: 'Choisissez la question à laquelle vous répondez.',
		window_closed: 'Cette question n’est plus ouverte. Votre texte est gardé.',
		window_members: 'Cette question est posée aux membres des groupes.',
		window_professionals: 'Cette question est posée aux professionnels.',
		axis_outside:
			'Cette question ne porte pas sur cet axe. Choisissez un autre axe, ou « Je ne sais pas ».',
		title_required: 'Écrivez votre idée en une phrase.',
		title_long:
			'Cette phrase est trop longue : 200 caractères au plus. Le reste va dans « Que proposez-vous ? ».',
		what_required: 'Écrivez ce que vous proposez.',
		what_long:
			'Ce texte est trop long : 12 000 caractères au plus. Envoyez plusieurs propositions.',
		detail_long: 'C’est trop long pour ce champ : 500 caractères au plus.',
		summary_long: 'Ce résumé est trop long : 600 caractères au plus.',
		reply_required: 'Choisissez comment recevoir la réponse.',
		email_required:
			'Écrivez votre adresse électronique, ou choisissez une autre façon de recevoir la réponse.',
		email_malformed: 'Cette adresse ne semble pas complète. Exemple : prenom@exemple.fr',
		address_required: 'Écrivez le nom et l’adresse postale.',
		town_hall_required: 'Choisissez la mairie.',
		name_required: 'Écrivez un nom à afficher : un pseudonyme suffit.',
		name_long: 'Ce nom est trop long : 60 caractères au plus.',
		college_required: 'Dites à quel titre vous répondez : habitant, professionnel, élu…',
		age_required:
			'Il faut avoir 15 ans. Plus jeune, parlez-en à un adulte, à l’école ou à la mairie.',
		consent_required: 'Cochez la case pour donner votre accord.',
		consent_kind_required: 'Dites comment la personne a donné son accord.',
		channel_required: 'Dites comment la proposition est arrivée.',
		number_required: 'Écrivez le numéro de suivi.',
		number_malformed:
			'Ce numéro contient une erreur. Comparez-le lettre par lettre à celui de la feuille.',
		number_unknown:
			'Aucune proposition de ce territoire ne porte ce numéro. Vérifiez-le, ou appelez-nous.',
		sheet_not_entered: 'Cette feuille n’est pas encore saisie. Revenez dans quelques jours.',
		sheet_unknown:
			'Aucune feuille imprimée ici ne porte ce numéro. Vérifiez-le, ou laissez ce champ vide.',
		sheet_entered: 'Cette feuille est déjà saisie. Chaque numéro ne sert qu’une fois.',
		count_range: 'Choisissez un nombre de feuilles de 1 à 50.',
		reason_required: 'Écrivez la raison : elle est dite à l’auteur.',
		reason_long: 'Cette raison est trop longue : 2 000 caractères au plus.',
		redirected_to_required: 'Dites à qui la proposition est transmise.',
		read_already: 'Cette contribution a changé d’état entre-temps. Relisez-la avant de décider.',
		draft_changed:
			'Votre texte a changé dans une autre fenêtre. Relisez-le ci-dessous, puis envoyez.',
		not_in_debate: 'Cette proposition n’est plus en débat : les soutiens sont arrêtés.',
		text_closed:
			'Cette proposition n’est plus en débat : son texte ne se modifie plus. Vos mots sont gardés ici ; copiez ce que vous voulez garder.'
	}
};
