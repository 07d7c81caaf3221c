/** Signing in, the public name, one's account, the demonstration's people. */
export const account = {
	signIn: {
		title: 'Se connecter',
		lead: 'Vous recevez un code par e-mail. Il n’y a pas de mot de passe.',
		pendingLead:
			'Ce que vous avez écrit est gardé. Il reste à dire où vous répondre : vous recevez un code par e-mail.',
		email: 'Votre adresse e-mail',
		emailHint: 'Elle n’est jamais publiée. Exemple : nom@exemple.fr',
		shared: 'J’utilise un ordinateur partagé',
		sharedHint:
			'À la médiathèque ou chez quelqu’un : rien ne reste dans le navigateur, et vous êtes déconnecté après 20 minutes sans activité.',
		send: 'Recevoir un code',
		note: 'Votre adresse sert à vous connecter et à vous répondre. Elle est gardée tant que votre compte existe.',
		noEmailTitle: 'Vous n’avez pas d’adresse e-mail ?',
		noEmail:
			'Vous pouvez proposer sans adresse : vous recevez un numéro pour suivre votre proposition. Une feuille remplie à la main a la même place.',
		noEmailLink: 'Proposer une action',
		already: 'Vous êtes déjà connecté sur cet appareil.',
		toAccount: 'Voir mon compte',
		demonstration: 'Démonstration',
		demonstrationText:
			'Aucun courrier ne part d’ici. Connectez-vous en un clic comme une personne inventée.',
		demonstrationLink: 'Choisir une personne',
		outboxLink: 'Lire les courriers gardés'
	},
	code: {
		title: 'Entrez votre code',
		lead: 'Un e-mail est parti à l’adresse que vous avez écrite. Il contient un code de 8 caractères.',
		code: 'Votre code',
		codeHint: 'Il est valable 30 minutes. Les tirets et les majuscules ne comptent pas.',
		confirm: 'Me connecter',
		helpTitle: 'Vous ne recevez rien ?',
		help: 'Attendez deux minutes, puis regardez dans les courriers indésirables. Vérifiez aussi l’adresse.',
		again: 'Demander un autre code',
		stay: 'Gardez cette page ouverte : le code n’est valable que dans ce navigateur.'
	},
	link: {
		title: 'Confirmer la connexion',
		lead: 'Appuyez sur le bouton pour vous connecter sur cet appareil.',
		confirm: 'Me connecter',
		elsewhereTitle: 'Ce lien s’ouvre dans l’autre navigateur',
		elsewhere:
			'Pour votre sécurité, il ne sert que dans le navigateur où vous avez demandé à vous connecter. Revenez à cette page et entrez le code de 8 caractères qui se trouve dans le même e-mail.',
		again: 'Demander un code ici'
	},
	name: {
		title: 'Votre nom public',
		lead: 'Il s’affiche à côté de ce que vous écrivez. Vous choisissez.',
		publicName: 'Nom affiché',
		publicNameHint: 'Un nom inventé, un prénom, un nom ou une fonction : comme vous préférez.',
		college: 'Vous répondez comme',
		colleges: {
			resident: 'Habitant ou habitante',
			professional: 'Professionnel ou professionnelle',
			elected: 'Élu, élue ou institution'
		},
		collegeHints: {
			resident: 'Vous vivez ou travaillez ici.',
			professional: 'Santé, social, éducation, association.',
			elected: 'Mairie, intercommunalité, agence, État.'
		},
		commune: 'Votre commune',
		communeHint: (threshold: string) =>
			`Elle aide à savoir d’où viennent les idées. Sous ${threshold} habitants, elle n’est jamais affichée à côté d’un nom.`,
		communeNone: 'Je préfère ne pas le dire',
		age: 'J’ai 15 ans ou plus',
		ageHint: 'Avant 15 ans, demandez à un parent de contribuer avec vous.',
		save: 'Enregistrer mon nom',
		note: 'Votre nom public et votre commune servent à situer vos contributions. Vous pouvez les changer à tout moment.'
	},
	page: {
		title: 'Mon compte',
		email: 'Adresse e-mail',
		emailNote: 'Elle n’est jamais affichée.',
		publicName: 'Nom public',
		noName: 'Vous n’avez pas encore choisi de nom public.',
		college: 'Vous répondez comme',
		commune: 'Commune',
		communeHidden: 'jamais affichée : trop peu d’habitants',
		roles: 'Rôles',
		groups: 'Groupes',
		changeName: 'Changer mon nom public',
		chooseName: 'Choisir mon nom public',
		language: 'Langue des courriers et des pages',
		saveLanguage: 'Changer de langue',
		devices: 'Appareils connectés',
		devicesLead: 'Vous ne reconnaissez pas un appareil ? Déconnectez-le.',
		unknownDevice: 'Appareil inconnu',
		thisDevice: 'c’est cet appareil',
		shared: 'ordinateur partagé',
		since: (date: string) => `Connecté depuis le ${date}`,
		lastSeen: (date: string) => `Vu la dernière fois le ${date}`,
		signOutDevice: 'Déconnecter cet appareil',
		signOutDeviceNamed: (device: string) => `Déconnecter cet appareil : ${device}`,
		signOut: 'Me déconnecter',
		signOutEverywhere: 'Me déconnecter partout',
		data: 'Vos données',
		dataLead:
			'Tout ce que Parvis garde sur vous, dans un fichier que d’autres logiciels savent lire.',
		export: 'Télécharger mes données (JSON)',
		leave: 'Supprimer mon compte',
		saved: 'C’est enregistré.',
		deviceSignedOut: 'Cet appareil est déconnecté.'
	},
	leave: {
		title: 'Supprimer mon compte',
		lead: 'C’est définitif. Voici ce qui se passe.',
		effects: [
			'Votre adresse e-mail, votre commune et votre nom public sont effacés.',
			'Ce que vous avez publié reste, signé « Personne ayant quitté » : d’autres y ont répondu.',
			'Vos propositions qui n’ont pas été publiées sont effacées.',
			'Vous quittez vos groupes et vous êtes déconnecté partout.'
		],
		confirm: 'J’ai compris, supprimez mon compte',
		submit: 'Supprimer mon compte',
		keep: 'Garder mon compte',
		goneName: 'Personne ayant quitté'
	},
	gone: {
		title: 'Vous êtes déconnecté',
		lead: 'Rien de vous ne reste dans ce navigateur.',
		leftTitle: 'Votre compte est supprimé',
		leftLead: 'Votre adresse est effacée. Merci d’avoir contribué.',
		home: 'Retour à l’accueil',
		signIn: 'Se connecter'
	},
	demonstration: {
		title: 'Essayer comme…',
		lead: 'Ces personnes n’existent pas. Un clic suffit pour prendre leur place ; vous pouvez tout essayer.',
		reset: 'Cette démonstration publique est remise à neuf chaque nuit.',
		people: 'Une personne par rôle',
		others: 'D’autres personnes du territoire',
		enter: (name: string) => `Continuer comme ${name}`,
		none: 'Aucune personne de démonstration n’est chargée.',
		noneText: 'Démarrez Parvis avec DEMO=1 et une base vide pour charger le territoire d’essai.',
		outbox: 'Lire les courriers que Parvis aurait envoyés',
		kinds: {
			resident: 'Habitant ou habitante',
			professional: 'Professionnel ou professionnelle',
			lead: 'Responsable d’un groupe de travail',
			coordinator: 'Coordination du contrat',
			elected: 'Élu ou élue',
			mediator: 'Médiation en santé',
			ars_referent: 'Agence régionale de santé (ARS)',
			clerk: 'Secrétariat de mairie',
			evaluator: 'Évaluation'
		},
		can: {
			resident: 'Propose, soutient, commente et donne son avis.',
			professional: 'Propose comme professionnel et rejoint un groupe ouvert.',
			lead: 'Écrit avec son groupe et accueille de nouveaux membres.',
			coordinator: 'Lit tout, rapproche, prépare les réponses et tient le plan.',
			elected: 'Siège au comité de pilotage et voit ce qui l’attend.',
			mediator: 'Saisit ce que d’autres disent ou écrivent, avec leur accord.',
			ars_referent: 'Suit les engagements de l’État et l’avancée du plan.',
			clerk: 'Saisit les feuilles reçues sur papier.',
			evaluator: 'Lit le plan et ce qu’il devient.'
		}
	},
	roles: {
		coordinator: 'coordination',
		ars_referent: 'référent de l’agence régionale de santé (ARS)',
		elected: 'élu ou élue',
		mediator: 'médiation en santé',
		clerk: 'saisie des feuilles',
		evaluator: 'évaluation'
	},
	signInMail: {
		subject: (code: string, territory: string) => `${code} : votre code pour ${territory}`,
		greeting: 'Bonjour,',
		code: (territory: string) => `Voici le code pour vous connecter à Parvis, ${territory} :`,
		lasts:
			'Entrez-le dans la page restée ouverte. Il est valable 30 minutes et ne sert qu’une fois.',
		link: 'Ou ouvrez cette page dans le même navigateur :',
		notYou: 'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne n’entre.',
		footer: (territory: string) =>
			`Parvis, le contrat local de santé de ${territory}. Ne répondez pas à cet e-mail.`
	},
	draft: {
		erase: 'Effacer ce brouillon',
		eraseText: 'Votre texte n’est pas encore envoyé. Il ne pourra pas être retrouvé.',
		eraseSure: 'Oui, effacer ce brouillon',
		erased: 'Votre brouillon est effacé.'
	},
	issues: {
		email_required: 'Écrivez votre adresse e-mail.',
		email_malformed: 'Cette adresse ne semble pas complète. Exemple : nom@exemple.fr',
		too_many_codes:
			'Trop de codes ont été demandés à la suite. Attendez dix minutes, puis recommencez.',
		code_required: 'Écrivez le code reçu par e-mail.',
		code_length: 'Le code a 8 caractères : des chiffres et des lettres.',
		code_wrong: 'Ce code n’est pas le bon. Recopiez celui du dernier e-mail reçu.',
		code_over:
			'Ce code ne sert plus : il a expiré, a déjà servi ou a été essayé trop de fois. Demandez-en un autre.',
		too_many_attempts: 'Trop d’essais à la suite. Attendez dix minutes, puis recommencez.',
		name_required: 'Écrivez le nom à afficher.',
		name_short: 'Ce nom est trop court : deux caractères au moins.',
		name_long: 'Ce nom est trop long : 40 caractères au plus.',
		name_address: 'N’affichez pas une adresse : choisissez un nom.',
		name_letters: 'Ce nom doit contenir au moins une lettre.',
		name_taken: 'Quelqu’un utilise déjà ce nom ici. Ajoutez une initiale ou un lieu.',
		college_required: 'Dites à quel titre vous répondez.',
		age_required: 'Confirmez que vous avez 15 ans ou plus.',
		commune_unknown: 'Cette commune n’est pas de ce territoire. Choisissez dans la liste.',
		leave_required: 'Cochez la case pour confirmer la suppression.',
		last_coordinator:
			'Vous êtes la seule personne à la coordination. Nommez quelqu’un d’autre avant de partir.',
		no_mail_here:
			'Cette démonstration publique n’envoie aucun e-mail. Entrez en un clic comme une personne inventée, ou suivez votre proposition par son numéro.',
		not_demonstration: 'Cette personne n’est pas une personne de démonstration.'
	}
};
