/** The outbox of the demonstration: mail that was written and did not leave. */
export const notification = {
	outbox: {
		title: 'Courriers gardés',
		lead: 'Sans serveur de courrier, Parvis garde ici, 30 jours, ce qu’il aurait envoyé.',
		publicLead: 'Seuls les courriers aux personnes inventées sont montrés.',
		empty: 'Aucun courrier pour le moment',
		emptyText:
			'Demandez un code pour vous connecter, ou envoyez une proposition : le courrier arrive ici.',
		recipient: 'À',
		sent: 'Écrit',
		subject: 'Objet',
		back: 'Tous les courriers',
		people: 'Se connecter comme une personne inventée',
		states: {
			queued: 'en attente d’envoi',
			sent: 'envoyé',
			failed: 'non remis',
			kept: 'gardé ici'
		}
	}
};
