/** Groups: their pages, entering and leaving, invitations, settings. */
export const body = {
	title: 'Les groupes',
	intro:
		'Un groupe prépare, donne son avis ou décide. Certains sont ouverts à tous : une minute suffit pour en faire partie.',
	none: 'Aucun groupe pour l’instant',
	noneHint: 'Les groupes seront annoncés ici dès leur création.',
	kinds: {
		STEERING_COMMITTEE: 'Comité de pilotage',
		TECHNICAL_COMMITTEE: 'Comité technique',
		PROJECT_SECRETARIAT: 'Secrétariat de projet',
		WORKING_GROUP: 'Groupe de travail',
		CITIZEN_COMMITTEE: 'Comité citoyen',
		USER_GROUP: 'Groupe d’usagers',
		FOLLOW_UP_COMMITTEE: 'Comité de suivi',
		MENTAL_HEALTH_COUNCIL: 'Conseil local de santé mentale',
		FUNDERS_COMMITTEE: 'Comité des financeurs',
		ASSEMBLY: 'Assemblée'
	},
	kindHints: {
		STEERING_COMMITTEE: 'Il décide. Les signataires y siègent.',
		TECHNICAL_COMMITTEE: 'Il donne un avis technique avant les décisions.',
		PROJECT_SECRETARIAT: 'Il fait avancer le contrat de semaine en semaine.',
		WORKING_GROUP: 'Il écrit les propositions et les actions d’un thème.',
		CITIZEN_COMMITTEE: 'Des habitants y donnent leur avis sur tout le contrat.',
		USER_GROUP: 'Des personnes concernées y disent ce qu’elles vivent.',
		FOLLOW_UP_COMMITTEE: 'Il suit ce qui a été promis.',
		MENTAL_HEALTH_COUNCIL: 'Il met en œuvre ce qui touche à la santé mentale.',
		FUNDERS_COMMITTEE: 'Il rapproche les financements.',
		ASSEMBLY: 'Tout le monde s’y retrouve une fois par an.'
	},
	admissions: {
		open: 'Ouvert à tous',
		application: 'Sur demande',
		lot: 'Par tirage au sort',
		invitation: 'Sur invitation'
	},
	admissionHints: {
		open: 'Toute personne de 15 ans ou plus y entre tout de suite.',
		application: 'On dit en quelques mots pourquoi on veut venir, le groupe répond.',
		lot: 'Les membres sont tirés au sort, puis on leur écrit.',
		invitation: 'Les membres y siègent pour leur organisme ou sont invités.'
	},
	members: (count: number) =>
		count > 1 ? `${count} membres` : count === 1 ? '1 membre' : 'Aucun membre',
	does: 'Ce que fait ce groupe',
	facts: {
		kind: 'Nature',
		axis: 'Axe',
		composition: 'Qui en fait partie',
		rhythm: 'Rythme',
		rule: 'Comment il décide',
		admission: 'Comment y entrer'
	},
	endSeat: 'Mettre fin à cette place',
	endSeatOf: (name: string) => `Mettre fin à la place de ${name}`,
	endSeatText:
		'La personne ne fera plus partie du groupe et sera prévenue si elle a donné une adresse. Ce qu’elle a écrit reste.',
	endSeatReason: 'La raison, qu’elle lira',
	seatEnded: 'La place a pris fin.',
	membersTitle: 'Les membres',
	membersNone: 'Ce groupe attend ses premiers membres.',
	membersNote:
		'Chacun choisit son nom public. Une petite commune n’est jamais montrée à côté d’un nom.',
	roles: {
		member: 'membre',
		lead: 'pilote',
		chair: 'présidence',
		secretary: 'secrétariat'
	},
	voices: { deliberative: 'voix délibérative', consultative: 'voix consultative' },
	yours: 'Vous en faites partie',
	join: 'Rejoindre ce groupe',
	joinTitle: (name: string) => `Rejoindre « ${name} »`,
	joinIntro:
		'Vous serez membre tout de suite. Votre nom public apparaîtra dans la liste des membres. Vous pourrez quitter le groupe quand vous voulez.',
	joinAs: (name: string) => `Vous rejoignez le groupe sous le nom « ${name} ».`,
	joinSignIn: 'Une adresse électronique et un nom public suffisent : moins d’une minute.',
	joined: 'Bienvenue dans le groupe. Vous pouvez maintenant écrire avec les autres membres.',
	apply: 'Demander à rejoindre ce groupe',
	applyTitle: (name: string) => `Demander à rejoindre « ${name} »`,
	applyIntro: 'Les pilotes du groupe lisent votre demande et vous répondent par e-mail.',
	motivation: 'Pourquoi voulez-vous y participer ?',
	motivationHint:
		'Deux phrases suffisent. N’écrivez rien sur votre santé ni sur celle d’un proche.',
	applied: 'Votre demande est envoyée. Les pilotes du groupe vous répondront par e-mail.',
	waiting: 'Votre demande attend une réponse des pilotes du groupe.',
	refused: 'Votre demande n’a pas été retenue.',
	refusedReason: (reason: string) => `La raison donnée : ${reason}`,
	refusedAgain: 'Vous pouvez demander de nouveau.',
	lotExplained:
		'Les membres de ce groupe sont tirés au sort. Les personnes tirées au sort reçoivent une lettre ou un e-mail. Vous pouvez proposer, soutenir et commenter sans en être membre.',
	invitationExplained:
		'On entre dans ce groupe sur invitation. Vous pouvez proposer, soutenir et commenter sans en être membre.',
	leave: 'Quitter ce groupe',
	leaveText: 'Ce que vous avez écrit reste. Votre nom disparaît de la liste des membres.',
	leaveConfirm: 'Oui, quitter ce groupe',
	left: 'Vous avez quitté le groupe.',
	applications: (count: number) => (count > 1 ? `${count} demandes à lire` : 'Une demande à lire'),
	askedOn: 'Demande du',
	admit: 'Accueillir',
	admitOf: (name: string) => `Accueillir ${name}`,
	admitted: 'La personne est accueillie, un e-mail le lui dit.',
	refuse: 'Ne pas retenir…',
	refuseReason: 'La raison, pour cette personne seulement',
	refuseSend: 'Ne pas retenir et l’écrire à la personne',
	refusedDone: 'La demande n’est pas retenue, un e-mail dit pourquoi.',
	invite: 'Inviter quelqu’un',
	inviteText: 'La personne reçoit un e-mail avec un lien valable 30 jours.',
	inviteEmail: 'Adresse électronique',
	inviteRole: 'Place dans le groupe',
	inviteSend: 'Envoyer l’invitation',
	invited: 'L’invitation est partie.',
	pending: 'Invitations en attente',
	pendingUntil: (day: string) => `valable jusqu’au ${day}`,
	invitation: {
		title: 'Une invitation pour vous',
		toBody: (name: string) => `Vous êtes invité·e à rejoindre le groupe « ${name} ».`,
		toRole: (role: string) => `On vous propose un rôle dans le contrat local de santé : ${role}.`,
		signIn: 'Pour accepter, connectez-vous avec votre adresse électronique.',
		signInButton: 'Se connecter pour accepter',
		name: 'Il reste à choisir le nom sous lequel on vous verra.',
		nameButton: 'Choisir mon nom public',
		accept: 'Accepter l’invitation',
		accepted: 'L’invitation est acceptée. Bienvenue.',
		over: 'Cette invitation n’est plus valable',
		overText:
			'Elle a déjà servi ou elle a plus de 30 jours. Demandez-en une nouvelle à la personne qui vous a invité·e.'
	},
	mail: {
		invitationSubject: (territory: string) =>
			`Une invitation du contrat local de santé ${territory}`,
		invitationBody: (by: string, name: string) =>
			by === ''
				? `Vous êtes invité·e à rejoindre le groupe « ${name} ».`
				: `${by} vous invite à rejoindre le groupe « ${name} ».`,
		invitationRole: (by: string, role: string) =>
			by === ''
				? `On vous propose un rôle dans le contrat local de santé : ${role}.`
				: `${by} vous propose un rôle dans le contrat local de santé : ${role}.`,
		invitationValid: (days: number) =>
			`Ce lien ouvre une page avec un bouton. Il est valable ${days} jours.`,
		invitationLink: 'Voir l’invitation',
		seatEndedSubject: (name: string) => `Votre place dans le groupe « ${name} » a pris fin`,
		seatEnded: (name: string) => `Vous ne faites plus partie du groupe « ${name} ».`,
		seatEndedStays:
			'Ce que vous avez écrit reste. Vous pouvez toujours proposer, soutenir et commenter.',
		admittedSubject: (name: string) => `Bienvenue dans le groupe « ${name} »`,
		admitted: (name: string) =>
			`Votre demande est acceptée : vous êtes membre du groupe « ${name} ».`,
		refusedSubject: (name: string) => `Votre demande pour le groupe « ${name} »`,
		refused: (name: string) =>
			`Votre demande pour rejoindre le groupe « ${name} » n’a pas été retenue.`,
		reason: (reason: string) => `La raison donnée : ${reason}`,
		other: 'Vous pouvez proposer, soutenir et commenter sans être membre du groupe.',
		link: 'Voir le groupe',
		footer: (territory: string) => `Contrat local de santé, ${territory}`,
		ignore: 'Si cet e-mail ne vous concerne pas, ignorez-le : rien ne se passera.'
	},
	form: {
		name: 'Nom du groupe',
		kind: 'Nature',
		admission: 'Comment y entre-t-on ?',
		axis: 'Axe suivi',
		axisNone: 'Tout le contrat',
		description: 'Ce que fait ce groupe',
		descriptionHint: 'En phrases courtes, pour quelqu’un qui ne connaît pas le contrat.',
		composition: 'Qui en fait partie',
		rhythm: 'Rythme',
		rhythmHint: 'Par exemple : 4 réunions par an, le jeudi soir.',
		rule: 'Comment il décide',
		public: 'Montrer ce groupe à tout le monde'
	},
	settings: {
		title: 'Les groupes',
		intro: 'Comités, groupes de travail, comité citoyen : ce qu’ils font et comment on y entre.',
		add: 'Ajouter un groupe',
		addTitle: 'Nouveau groupe',
		hidden: 'non public',
		see: 'Voir la page du groupe',
		remove: 'Supprimer ce groupe',
		removeText: 'Seul un groupe sans membre et sans décision peut être supprimé.',
		removeConfirm: 'Oui, supprimer ce groupe',
		saved: 'Le groupe est enregistré.',
		removed: 'Le groupe est supprimé.'
	},
	issues: {
		unknown: 'Ce groupe n’existe pas, ou plus. Choisissez-en un autre.',
		kind_required: 'Dites de quelle sorte de groupe il s’agit.',
		admission_required: 'Dites comment on entre dans ce groupe.',
		role_required: 'Dites quelle place aura cette personne.',
		motivation_required: 'Dites en une phrase pourquoi vous voulez participer.',
		motivation_too_long: 'Ce texte dépasse 2 000 caractères. Raccourcissez-le.',
		reason_required: 'Donnez la raison : la personne la lira.',
		reason_too_long: 'Cette raison dépasse 1 000 caractères. Raccourcissez-la.',
		email_required: 'Écrivez une adresse électronique.',
		email_malformed: 'Cette adresse électronique n’est pas complète. Exemple : nom@exemple.fr.',
		name_required: 'Donnez un nom au groupe.',
		already_asked: 'Vous avez déjà demandé à rejoindre ce groupe, ou vous en faites déjà partie.',
		already_answered: 'Quelqu’un a déjà répondu à cette demande. Rien n’a été changé.',
		seat_over: 'Cette personne ne fait déjà plus partie du groupe. Rien n’a été changé.',
		not_member: 'Vous ne faites plus partie de ce groupe.',
		invitation_over: 'Cette invitation a déjà servi ou n’est plus valable.',
		stale: 'Quelqu’un a modifié ce groupe entre-temps. Relisez la page, puis recommencez.',
		has_members:
			'Ce groupe a des membres : il ne peut pas être supprimé. Vous pouvez ne plus le montrer.',
		in_use:
			'Ce groupe a pris des décisions : il ne peut pas être supprimé. Vous pouvez ne plus le montrer.'
	}
};
