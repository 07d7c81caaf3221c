/** The first page of a new site: its territory, its contract, who coordinates it. */
export const setup = {
	title: 'Installer Parvis',
	lead: 'Cette page ne sert qu’une fois. Elle crée votre territoire et le compte de la personne qui coordonne. Tout se change ensuite dans les réglages.',
	territory: 'Le territoire',
	name: 'Nom du territoire',
	nameHint: 'Exemple : Communauté de communes du Val d’Orsente',
	slug: 'Mot de l’adresse',
	slugHint: 'En minuscules, sans accent. Exemple : orsente donne /orsente',
	communes: 'Communes',
	communesHint:
		'Une par ligne : nom, point-virgule, nombre d’habitants. Exemple : Montferrac ; 5200',
	contract: 'Le contrat',
	contractTitle: 'Titre du contrat',
	contractTitleHint: 'Exemple : Contrat local de santé 2027-2031',
	generation: 'Génération',
	generationHint: '1 pour un premier contrat, 2 pour le suivant.',
	occitanie: 'Commencer avec les cinq axes proposés en Occitanie',
	occitanieHint:
		'Prévention, accès aux soins, santé environnementale, santé mentale, mobilisation citoyenne.',
	coordinator: 'La personne qui coordonne',
	coordinatorName: 'Nom affiché',
	email: 'Adresse e-mail',
	emailHint: 'Elle sert à se connecter. Elle n’est jamais publiée.',
	submit: 'Créer le territoire',
	note: 'Ces informations restent sur votre serveur.',
	issues: {
		name_required: 'Écrivez le nom du territoire.',
		name_long: 'Ce nom est trop long : 120 caractères au plus.',
		slug_required: 'Écrivez le mot de l’adresse.',
		slug_shape:
			'Ce mot ne convient pas : des lettres minuscules sans accent, des chiffres et des tirets, 40 caractères au plus.',
		slug_reserved: 'Ce mot est réservé par le site. Choisissez-en un autre.',
		slug_taken: 'Un territoire utilise déjà ce mot. Choisissez-en un autre.',
		communes_required: 'Écrivez au moins une commune.',
		communes_shape:
			'Une ligne n’est pas comprise. Chaque ligne doit contenir un nom, un point-virgule et un nombre.',
		communes_twice: 'Une commune est écrite deux fois. Gardez une seule ligne.',
		communes_many: 'La liste est trop longue : 500 communes au plus.',
		contract_required: 'Écrivez le titre du contrat.',
		contract_long: 'Ce titre est trop long : 200 caractères au plus.',
		generation_shape: 'Écrivez un nombre entre 1 et 20.',
		link_over: 'Ce lien ne sert plus. Redémarrez Parvis pour en obtenir un autre.'
	}
};
