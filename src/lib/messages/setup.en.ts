import type { setup as french } from './setup.fr.ts';

export const setup = {
	title: 'Set Parvis up',
	lead: 'This page works once. It makes your territory and the account of the person who coordinates. Everything can be changed later in the settings.',
	territory: 'The territory',
	name: 'Name of the territory',
	nameHint: 'Example: Communauté de communes du Val d’Orsente',
	slug: 'Word of the address',
	slugHint: 'Lower case, without accents. Example: orsente gives /orsente',
	communes: 'Communes',
	communesHint: 'One a line: name, semicolon, number of inhabitants. Example: Montferrac ; 5200',
	contract: 'The contract',
	contractTitle: 'Title of the contract',
	contractTitleHint: 'Example: Contrat local de santé 2027-2031',
	generation: 'Generation',
	generationHint: '1 for a first contract, 2 for the next one.',
	occitanie: 'Start with the five axes proposed in Occitanie',
	occitanieHint:
		'Prevention, access to care, environmental health, mental health, citizens’ involvement.',
	coordinator: 'The person who coordinates',
	coordinatorName: 'Name shown',
	email: 'E-mail address',
	emailHint: 'It serves to sign in. It is never published.',
	submit: 'Make the territory',
	note: 'This information stays on your server.',
	issues: {
		name_required: 'Write the name of the territory.',
		name_long: 'This name is too long: 120 characters at most.',
		slug_required: 'Write the word of the address.',
		slug_shape:
			'This word does not fit: lower-case letters without accents, digits and hyphens, 40 characters at most.',
		slug_reserved: 'This word is reserved by the site. Choose another.',
		slug_taken: 'A territory already uses this word. Choose another.',
		communes_required: 'Write at least one commune.',
		communes_shape:
			'A line was not understood. Each line must hold a name, a semicolon and a number.',
		communes_twice: 'A commune is written twice. Keep one line.',
		communes_many: 'The list is too long: 500 communes at most.',
		contract_required: 'Write the title of the contract.',
		contract_long: 'This title is too long: 200 characters at most.',
		generation_shape: 'Write a number between 1 and 20.',
		link_over: 'This link no longer works. Start Parvis again to get another.'
	}
} satisfies typeof french;
