import type { territory as french } from './territory.fr.ts';

export const territory = {
	roles: {
		coordinator: 'coordination of the contract',
		ars_referent: 'referent of the regional health agency (ARS)',
		elected: 'elected sponsor',
		mediator: 'health mediation: writes for others, with their consent',
		clerk: 'entry of paper sheets',
		evaluator: 'evaluation'
	},
	zones: {
		QPV: 'priority urban quarter (QPV)',
		FRR: 'rural revitalisation zone (FRR)',
		FRR_PLUS: 'reinforced rural revitalisation zone (FRR+)',
		ISOLATED_RURAL: 'isolated rural zone',
		MEDICAL_DESERT: 'zone short of carers',
		OTHER: 'particular zone'
	},
	communes: {
		title: 'Choose my commune',
		heading: 'My commune',
		intro:
			'One page a commune: what the contract plans there, what its residents proposed, whom to talk to. It can be printed.',
		none: 'No commune yet',
		noneHint: 'The coordination has not entered the communes of the territory yet.',
		inhabitants: (count: string, many: boolean) => `${count} ${many ? 'inhabitants' : 'inhabitant'}`
	},
	commune: {
		population: 'Population',
		zones: 'Zones',
		noZone: 'no particular zone',
		townHall: 'Town hall',
		note: 'Good to know',
		actions: 'What the contract plans here',
		actionsHere: 'For this commune',
		actionsEverywhere: 'For the whole territory, so here too',
		actionsNone: 'No action is adopted yet.',
		fromHere: (count: number) =>
			count > 1
				? `${count} proposals come from here`
				: count === 1
					? 'One proposal comes from here'
					: 'Proposals from here',
		fromHereNone: 'Nobody from here has proposed anything yet. Two sentences are enough.',
		propose: 'Propose an action',
		seeAll: 'See all proposals of the commune',
		supports: (count: number) =>
			count > 1 ? `${count} supports` : count === 1 ? '1 support' : 'no support',
		groups: 'Groups you can come to',
		contacts: 'Whom to contact',
		dates: 'Next dates',
		datesNone: 'No date is announced.',
		print: 'To print this page: Ctrl + P on a computer, or “Share” then “Print” on a telephone.',
		printed: (day: string) => `Page prepared on ${day}.`,
		other: 'Choose another commune',
		states: {
			PUBLISHED: 'under debate',
			MERGED_INTO: 'grouped with another',
			RETAINED: 'retained',
			POSTPONED: 'postponed',
			REJECTED: 'not retained'
		},
		fateSheet: (code: string) => `taken up in action ${code}`,
		fateAnswered: (day: string) => `answered on ${day}`,
		fateWaiting: 'no answer yet'
	},
	settings: {
		title: 'Settings',
		intro: 'Everything that makes your contract is set here: the software imposes nothing.',
		territory: {
			title: 'The territory',
			intro:
				'Its name, help by telephone, and from how many inhabitants a commune may be shown beside a name.',
			name: 'Name of the territory',
			description: 'In one or two sentences',
			helpPhone: 'Help telephone',
			helpPhoneHint: 'It is written at the foot of every page.',
			helpEmail: 'Help e-mail address',
			helpHours: 'Hours',
			helpHoursHint: 'For example: Monday to Friday, 9 am to noon.',
			postalAddress: 'Postal address',
			threshold: 'Number of inhabitants from which a commune is shown beside a name',
			thresholdHint: 'Usually 1,000. Under 500, a name and a commune point at one person.',
			timeZone: 'Time zone',
			timeZoneHint:
				'Europe/Paris in mainland France; Indian/Reunion, America/Martinique… elsewhere.',
			saved: 'The territory is saved.'
		},
		communes: {
			title: 'Communes',
			intro: 'The communes of the contract, their population and town hall.',
			add: 'Add a commune',
			addTitle: 'New commune',
			name: 'Name',
			insee: 'Official geographic code',
			inseeHint: 'Five characters, for example 48095.',
			population: 'Number of inhabitants',
			townHall: 'Town hall: address, telephone, hours',
			note: 'Good to know',
			saved: 'The commune is saved.',
			removed: 'The commune is removed.',
			remove: 'Remove this commune',
			removeText: 'What comes from this commune stays, without the name of a commune.',
			removeConfirm: 'Yes, remove this commune'
		},
		zones: {
			title: 'Zones',
			intro:
				'Priority districts, rural zones, zones short of carers: the page of each commune names its own.',
			add: 'Add a zone',
			addTitle: 'New zone',
			none: 'No zone yet',
			kind: 'Sort of zone',
			name: 'Name',
			reference: 'Code',
			referenceHint: 'The official one, if there is one.',
			population: 'Number of inhabitants',
			populationHint: 'If it is known.',
			communes: 'Communes that it is in, wholly or in part',
			communesCount: (count: number) => (count > 1 ? `${count} communes` : `${count} commune`),
			saved: 'The zone is saved.',
			removed: 'The zone is removed.',
			remove: 'Remove this zone',
			removeText: 'A zone is removed only when no commune is ticked in it any more.',
			removeConfirm: 'Yes, remove this zone'
		},
		members: {
			title: 'People and their roles',
			intro: 'People who have an account here. A role opens rights: give it to those who need it.',
			search: 'Search a public name',
			none: 'Nobody bears this name',
			noneHint: 'Check the spelling, or invite the person by e-mail.',
			count: (count: number) => (count > 1 ? `${count} people` : '1 person'),
			noRole: 'no particular role',
			suspended: 'account suspended',
			groups: 'Member of',
			change: (name: string) => `Change the roles of ${name}`,
			role: 'Role',
			appoint: 'Give this role',
			dismiss: (role: string) => `Take back: ${role}`,
			appointed: 'The role is given.',
			dismissed: 'The role is taken back.',
			invite: 'Invite someone to a role',
			inviteText: 'The person receives an e-mail with a link valid for 30 days.',
			email: 'E-mail address',
			inviteSend: 'Send the invitation',
			invited: 'The invitation has left.',
			pending: 'Invitations waiting'
		}
	},
	issues: {
		name_required: 'Give the territory a name.',
		email_malformed: 'This e-mail address is not complete. Example: name@example.org.',
		threshold_range: 'Write a whole number, at least 500.',
		time_zone_unknown: 'This time zone does not exist. Example: Europe/Paris.',
		commune_name_required: 'Give the name of the commune.',
		commune_reference_required: 'Give the code of the commune.',
		commune_taken: 'Another commune already has this code.',
		population_range: 'Write a whole number of inhabitants.',
		zone_kind_required: 'Choose a sort of zone.',
		zone_name_required: 'Give the zone a name.',
		zone_used: 'Communes are in this zone: untick them and save, then remove the zone.',
		role_required: 'Choose a role.',
		role_conflict:
			'One person cannot both coordinate the contract and be the mediator of the city health workshop. Take the other role back first.',
		last_coordinator: 'This is the only person who coordinates: appoint another one first.',
		stale: 'Someone changed this in the meantime. Read the page again, then retry.'
	}
} satisfies typeof french;
