/** Reporting something that should not be there, and deciding on it. */
export const report = {
	title: 'Signaler un contenu',
	lead: 'Dites-nous ce qui ne va pas. Une personne lit chaque signalement ; rien n’est masqué automatiquement.',
	what: {
		proposal: 'Vous signalez une proposition.',
		comment: 'Vous signalez un commentaire.',
		action_sheet: 'Vous signalez une fiche-action.'
	},
	reason: 'Pourquoi ?',
	reasons: {
		personal_data: 'On y reconnaît une personne ou sa santé',
		insult: 'C’est insultant ou menaçant',
		illegal: 'C’est interdit par la loi',
		off_topic: 'Cela n’a rien à voir avec la santé du territoire',
		spam: 'C’est de la publicité',
		other: 'Autre chose'
	},
	explanation: 'Expliquez en quelques mots',
	contactEmail: 'Votre adresse électronique, si vous voulez une réponse',
	send: 'Envoyer le signalement',
	thanks: 'Merci, votre signalement est enregistré',
	thanksText:
		'La coordination le lit sous deux jours ouvrés. Si quelqu’un est en danger, appelez le 15, le 112 ou le 3114.',
	back: 'Revenir au site',
	openTitle: 'Signalements à décider',
	openNone: 'Aucun signalement n’attend de décision.',
	see: 'Voir ce qui est signalé',
	upheld: 'Fondé',
	dismissed: 'Non fondé',
	decisionReason: 'Raison de la décision',
	decide: 'Décider',
	decided: 'La décision est enregistrée.',
	issues: {
		decision_required: 'Choisissez une décision.',
		reason_required: 'Choisissez une raison.',
		email_malformed: 'Cette adresse n’est pas complète. Exemple : nom@exemple.fr',
		decision_reason_required: 'Donnez la raison de la décision.'
	}
};
