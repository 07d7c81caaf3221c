/** Where words of the plan come from, and what became of a contribution. */
export const lineage = {
	relations: {
		verbatim: 'repris mot pour mot',
		edited: 'repris et modifié',
		summarised: 'résumé',
		merged: 'regroupée avec une autre',
		postponed: 'reportée',
		declined: 'non retenue',
		redirected: 'transmise'
	},
	fidelity: {
		verbatim: 'mot pour mot',
		edited: 'modifié depuis',
		reworded: 'écrit avec d’autres mots',
		removed: 'n’est plus dans le texte'
	},
	channels: {
		online: 'en ligne',
		paper: 'sur papier',
		spoken: 'de vive voix',
		workshop: 'en atelier',
		import: 'reprise d’un recueil'
	},
	origin: 'Origine du texte',
	originLead: 'D’où viennent les mots de cette fiche.',
	originEmpty: 'Ce texte a été écrit par la coordination et les partenaires.',
	originalWords: 'Les mots d’origine',
	by: (names: string) => `par ${names}`,
	taken: (text: string) => `dans « ${text} »`,
	pending: 'En cours : le passage arrive dans le texte.',
	conflict: 'Ce passage n’a pas pu être écrit dans le texte. Reprenez-le.',
	undo: 'Ne plus indiquer cette origine',
	undoHint: 'Les mots restent dans la fiche. Pour les retirer, modifiez le texte.',
	undoMerge: 'Défaire ce regroupement',
	undoMergeHint: 'La contribution revient en débat, avec ses soutiens et ses commentaires.',
	became: 'Ce qu’elle est devenue',
	mergedInto: (title: string) => `Regroupée avec « ${title} »`,
	mergedHere: (title: string) => `« ${title} » est regroupée ici`,
	issues: {
		choose_contribution: 'Choisissez une contribution.',
		choose_target: 'Choisissez la contribution avec laquelle la regrouper.',
		choose_passage: 'Cochez au moins une phrase, ou collez un extrait.',
		same: 'Une contribution ne peut pas être regroupée avec elle-même.',
		not_open: 'Cette contribution n’est plus en débat : elle ne peut plus être regroupée.',
		target_not_open: 'L’autre contribution n’est plus en débat. Choisissez-en une autre.',
		undone_already: 'C’est déjà défait.',
		changed: 'Cette contribution a changé d’état entre-temps. Relisez-la, puis recommencez.',
		answered: 'La réponse est publiée : il faut une nouvelle décision.',
		not_public:
			'Cette contribution n’est pas publique : ses mots ne peuvent pas aller dans le plan.',
		not_an_extract:
			'Ces mots ne sont pas, ou plus, dans la contribution. Relisez-la, puis choisissez de nouveau.',
		content_required: 'Écrivez les mots qui iront dans la fiche.',
		passage_too_long: 'Ce passage est trop long : 5 000 caractères au plus.',
		reason_too_long: 'Cette raison est trop longue : 500 caractères au plus.'
	}
};
