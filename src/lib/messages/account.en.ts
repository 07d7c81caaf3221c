import type { account as french } from './account.fr.ts';

export const account = {
	signIn: {
		title: 'Sign in',
		lead: 'You get a code by e-mail. There is no password.',
		pendingLead:
			'What you wrote is kept. It remains to say where to answer you: you get a code by e-mail.',
		email: 'Your e-mail address',
		emailHint: 'It is never published. Example: name@example.org',
		shared: 'I am using a shared computer',
		sharedHint:
			'At the library or at someone’s home: nothing stays in the browser, and you are signed out after 20 minutes without activity.',
		send: 'Get a code',
		note: 'Your address serves to sign you in and to answer you. It is kept as long as your account exists.',
		noEmailTitle: 'You have no e-mail address?',
		noEmail:
			'You can propose without one: you get a number to follow your proposal. A sheet filled in by hand has the same place.',
		noEmailLink: 'Propose an action',
		already: 'You are already signed in on this device.',
		toAccount: 'See my account',
		demonstration: 'Demonstration',
		demonstrationText: 'No mail leaves from here. Sign in with one click as an invented person.',
		demonstrationLink: 'Choose a person',
		outboxLink: 'Read the mail that was kept'
	},
	code: {
		title: 'Enter your code',
		lead: 'An e-mail has left for the address that you wrote. It holds a code of 8 characters.',
		code: 'Your code',
		codeHint: 'It is valid for 30 minutes. Hyphens and capitals do not matter.',
		confirm: 'Sign in',
		helpTitle: 'Nothing arrives?',
		help: 'Wait two minutes, then look in the unwanted mail. Check the address too.',
		again: 'Ask for another code',
		stay: 'Keep this page open: the code is valid in this browser only.'
	},
	link: {
		title: 'Confirm sign-in',
		lead: 'Press the button to sign in on this device.',
		confirm: 'Sign in',
		elsewhereTitle: 'This link opens in the other browser',
		elsewhere:
			'For your safety it only works in the browser where you asked to sign in. Go back to that page and enter the code of 8 characters that is in the same e-mail.',
		again: 'Ask for a code here'
	},
	name: {
		title: 'Your public name',
		lead: 'It is shown beside what you write. You choose.',
		publicName: 'Name shown',
		publicNameHint: 'An invented name, a first name, a name or an office: as you prefer.',
		college: 'You answer as',
		colleges: {
			resident: 'Resident',
			professional: 'Professional',
			elected: 'Elected member or institution'
		},
		collegeHints: {
			resident: 'You live or work here.',
			professional: 'Health, social work, education, association.',
			elected: 'Town hall, inter-municipality, agency, State.'
		},
		commune: 'Your commune',
		communeHint: (threshold: string) =>
			`It helps to know where ideas come from. Under ${threshold} inhabitants it is never shown beside a name.`,
		communeNone: 'I would rather not say',
		age: 'I am 15 or older',
		ageHint: 'Under 15, ask a parent to contribute with you.',
		save: 'Save my name',
		note: 'Your public name and your commune say where contributions come from. You can change them at any time.'
	},
	page: {
		title: 'My account',
		email: 'E-mail address',
		emailNote: 'It is never shown.',
		publicName: 'Public name',
		noName: 'You have not chosen a public name yet.',
		college: 'You answer as',
		commune: 'Commune',
		communeHidden: 'never shown: too few inhabitants',
		roles: 'Roles',
		groups: 'Groups',
		changeName: 'Change my public name',
		chooseName: 'Choose my public name',
		language: 'Language of mail and pages',
		saveLanguage: 'Change language',
		devices: 'Devices signed in',
		devicesLead: 'You do not recognise a device? Sign it out.',
		unknownDevice: 'Unknown device',
		thisDevice: 'this device',
		shared: 'shared computer',
		since: (date: string) => `Signed in since ${date}`,
		lastSeen: (date: string) => `Last seen on ${date}`,
		signOutDevice: 'Sign this device out',
		signOutDeviceNamed: (device: string) => `Sign this device out: ${device}`,
		signOut: 'Sign out',
		signOutEverywhere: 'Sign out everywhere',
		data: 'Your data',
		dataLead: 'Everything that Parvis keeps about you, in a file that other software can read.',
		export: 'Download my data (JSON)',
		leave: 'Delete my account',
		saved: 'It is saved.',
		deviceSignedOut: 'That device is signed out.'
	},
	leave: {
		title: 'Delete my account',
		lead: 'This cannot be undone. Here is what happens.',
		effects: [
			'Your e-mail address, your commune and your public name are erased.',
			'What you published stays, signed “Someone who has left”: others answered it.',
			'Your proposals that were not published are erased.',
			'You leave your groups and are signed out everywhere.'
		],
		confirm: 'I have understood, delete my account',
		submit: 'Delete my account',
		keep: 'Keep my account',
		goneName: 'Someone who has left'
	},
	gone: {
		title: 'You are signed out',
		lead: 'Nothing of you stays in this browser.',
		leftTitle: 'Your account is deleted',
		leftLead: 'Your address is erased. Thank you for contributing.',
		home: 'Back to the home page',
		signIn: 'Sign in'
	},
	demonstration: {
		title: 'Try as…',
		lead: 'These people do not exist. One click takes their place; you can try anything.',
		reset: 'This public demonstration starts afresh every night.',
		people: 'One person for each role',
		others: 'Other people of the territory',
		enter: (name: string) => `Continue as ${name}`,
		none: 'No demonstration person is loaded.',
		noneText: 'Start Parvis with DEMO=1 and an empty database to load the trial territory.',
		outbox: 'Read the mail that Parvis would have sent',
		kinds: {
			resident: 'Resident',
			professional: 'Professional',
			lead: 'Leader of a working group',
			coordinator: 'Coordination of the contract',
			elected: 'Elected member',
			mediator: 'Health mediation',
			ars_referent: 'Regional health agency (ARS)',
			clerk: 'Town hall office',
			evaluator: 'Evaluation'
		},
		can: {
			resident: 'Proposes, supports, comments and gives an opinion.',
			professional: 'Proposes as a professional and joins an open group.',
			lead: 'Writes with the group and welcomes new members.',
			coordinator: 'Reads all, brings together, prepares answers and keeps the plan.',
			elected: 'Sits on the steering committee and sees what waits.',
			mediator: 'Enters what others say or write, with their consent.',
			ars_referent: 'Follows the State’s commitments and the progress of the plan.',
			clerk: 'Enters the sheets received on paper.',
			evaluator: 'Reads the plan and what becomes of it.'
		}
	},
	roles: {
		coordinator: 'coordination',
		ars_referent: 'referent of the regional health agency (ARS)',
		elected: 'elected member',
		mediator: 'health mediation',
		clerk: 'entering sheets',
		evaluator: 'evaluation'
	},
	signInMail: {
		subject: (code: string, territory: string) => `${code}: your code for ${territory}`,
		greeting: 'Hello,',
		code: (territory: string) => `Here is the code to sign in to Parvis, ${territory}:`,
		lasts: 'Enter it in the page that stayed open. It is valid for 30 minutes and works once.',
		link: 'Or open this page in the same browser:',
		notYou: 'You asked for nothing? Do nothing: without this code nobody gets in.',
		footer: (territory: string) =>
			`Parvis, the local health contract of ${territory}. Do not answer this e-mail.`
	},
	draft: {
		erase: 'Erase this draft',
		eraseText: 'Your text has not been sent yet. It cannot be found again.',
		eraseSure: 'Yes, erase this draft',
		erased: 'Your draft is erased.'
	},
	issues: {
		email_required: 'Write your e-mail address.',
		email_malformed: 'This address does not look complete. Example: name@example.org',
		too_many_codes: 'Too many codes were asked for in a row. Wait ten minutes and try again.',
		code_required: 'Write the code that you got by e-mail.',
		code_length: 'The code has 8 characters: digits and letters.',
		code_wrong: 'This is not the right code. Copy the one of the last e-mail that you got.',
		code_over:
			'This code no longer works: it is over, was used or was tried too often. Ask for another.',
		too_many_attempts: 'Too many attempts in a row. Wait ten minutes and try again.',
		name_required: 'Write the name to show.',
		name_short: 'This name is too short: two characters at least.',
		name_long: 'This name is too long: 40 characters at most.',
		name_address: 'Do not show an address: choose a name.',
		name_letters: 'This name must hold at least one letter.',
		name_taken: 'Someone already uses this name here. Add an initial or a place.',
		college_required: 'Say as what you answer.',
		age_required: 'Confirm that you are 15 or older.',
		commune_unknown: 'This commune is not of this territory. Choose from the list.',
		leave_required: 'Tick the box to confirm the deletion.',
		last_coordinator:
			'You are the only person at the coordination. Appoint someone else before you leave.',
		no_mail_here:
			'This public demonstration sends no e-mail. Enter in one click as an invented person, or follow your proposal by its number.',
		not_demonstration: 'This person is not of the demonstration.'
	}
} satisfies typeof french;
