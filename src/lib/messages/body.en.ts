import type { body as french } from './body.fr.ts';

export const body = {
	title: 'Groups',
	intro:
		'A group prepares, gives its opinion or decides. Some are open to everyone: joining takes a minute.',
	none: 'No group yet',
	noneHint: 'Groups will be announced here as soon as they exist.',
	kinds: {
		STEERING_COMMITTEE: 'Steering committee',
		TECHNICAL_COMMITTEE: 'Technical committee',
		PROJECT_SECRETARIAT: 'Project secretariat',
		WORKING_GROUP: 'Working group',
		CITIZEN_COMMITTEE: 'Citizens’ committee',
		USER_GROUP: 'Users’ group',
		FOLLOW_UP_COMMITTEE: 'Follow-up committee',
		MENTAL_HEALTH_COUNCIL: 'Local mental health council',
		FUNDERS_COMMITTEE: 'Funders’ committee',
		ASSEMBLY: 'Assembly'
	},
	kindHints: {
		STEERING_COMMITTEE: 'It decides. The signatories sit on it.',
		TECHNICAL_COMMITTEE: 'It gives a technical opinion before decisions.',
		PROJECT_SECRETARIAT: 'It moves the contract forward week after week.',
		WORKING_GROUP: 'It writes the proposals and actions of one theme.',
		CITIZEN_COMMITTEE: 'Residents give their opinion on the whole contract.',
		USER_GROUP: 'The people concerned say what they live through.',
		FOLLOW_UP_COMMITTEE: 'It follows what was promised.',
		MENTAL_HEALTH_COUNCIL: 'It carries out what concerns mental health.',
		FUNDERS_COMMITTEE: 'It brings funding together.',
		ASSEMBLY: 'Everyone meets there once a year.'
	},
	admissions: {
		open: 'Open to all',
		application: 'On request',
		lot: 'By drawing lots',
		invitation: 'By invitation'
	},
	admissionHints: {
		open: 'Anyone aged 15 or over gets in at once.',
		application: 'You say in a few words why you want to come, the group answers.',
		lot: 'Members are drawn by lot, then written to.',
		invitation: 'Members sit for their organisation or are invited.'
	},
	members: (count: number) =>
		count > 1 ? `${count} members` : count === 1 ? '1 member' : 'No member',
	does: 'What this group does',
	facts: {
		kind: 'Kind',
		axis: 'Axis',
		composition: 'Who is in it',
		rhythm: 'Rhythm',
		rule: 'How it decides',
		admission: 'How to get in'
	},
	endSeat: 'End this seat',
	endSeatOf: (name: string) => `End the seat of ${name}`,
	endSeatText:
		'This person will no longer be a member, and is told if they gave an address. What they wrote stays.',
	endSeatReason: 'The reason, which they will read',
	seatEnded: 'The seat has ended.',
	membersTitle: 'Members',
	membersNone: 'This group awaits its first members.',
	membersNote: 'Everyone chooses their public name. A small commune is never shown beside a name.',
	roles: { member: 'member', lead: 'leader', chair: 'chair', secretary: 'secretary' },
	voices: { deliberative: 'full vote', consultative: 'advisory voice' },
	yours: 'You belong to it',
	join: 'Join this group',
	joinTitle: (name: string) => `Join “${name}”`,
	joinIntro:
		'You become a member at once. Your public name appears in the list of members. You can leave whenever you like.',
	joinAs: (name: string) => `You join the group under the name “${name}”.`,
	joinSignIn: 'An e-mail address and a public name are enough: less than a minute.',
	joined: 'Welcome to the group. You can now write with the other members.',
	apply: 'Ask to join this group',
	applyTitle: (name: string) => `Ask to join “${name}”`,
	applyIntro: 'The leaders of the group read your request and answer by e-mail.',
	motivation: 'Why do you want to take part?',
	motivationHint: 'Two sentences are enough. Write nothing about your health or a relative’s.',
	applied: 'Your request is sent. The leaders of the group will answer by e-mail.',
	waiting: 'Your request awaits an answer from the leaders of the group.',
	refused: 'Your request was not accepted.',
	refusedReason: (reason: string) => `The reason given: ${reason}`,
	refusedAgain: 'You can ask again.',
	lotExplained:
		'The members of this group are drawn by lot and receive a letter or an e-mail. You can propose, support and comment without being a member.',
	invitationExplained:
		'This group is entered by invitation. You can propose, support and comment without being a member.',
	leave: 'Leave this group',
	leaveText: 'What you wrote stays. Your name disappears from the list of members.',
	leaveConfirm: 'Yes, leave this group',
	left: 'You have left the group.',
	applications: (count: number) =>
		count > 1 ? `${count} requests to read` : 'One request to read',
	askedOn: 'Asked on',
	admit: 'Welcome',
	admitOf: (name: string) => `Welcome ${name}`,
	admitted: 'The person is a member now, an e-mail tells them.',
	refuse: 'Do not accept…',
	refuseReason: 'The reason, for this person alone',
	refuseSend: 'Do not accept, and write to the person',
	refusedDone: 'The request is not accepted, an e-mail says why.',
	invite: 'Invite someone',
	inviteText: 'The person receives an e-mail with a link valid for 30 days.',
	inviteEmail: 'E-mail address',
	inviteRole: 'Seat in the group',
	inviteSend: 'Send the invitation',
	invited: 'The invitation has left.',
	pending: 'Invitations waiting',
	pendingUntil: (day: string) => `valid until ${day}`,
	invitation: {
		title: 'An invitation for you',
		toBody: (name: string) => `You are invited to join the group “${name}”.`,
		toRole: (role: string) => `You are offered a role in the local health contract: ${role}.`,
		signIn: 'To accept, sign in with your e-mail address.',
		signInButton: 'Sign in to accept',
		name: 'It remains to choose the name under which you are seen.',
		nameButton: 'Choose my public name',
		accept: 'Accept the invitation',
		accepted: 'The invitation is accepted. Welcome.',
		over: 'This invitation is no longer valid',
		overText:
			'It has been used or is older than 30 days. Ask the person who invited you for a new one.'
	},
	mail: {
		invitationSubject: (territory: string) =>
			`An invitation from the local health contract, ${territory}`,
		invitationBody: (by: string, name: string) =>
			by === ''
				? `You are invited to join the group “${name}”.`
				: `${by} invites you to join the group “${name}”.`,
		invitationRole: (by: string, role: string) =>
			by === ''
				? `You are offered a role in the local health contract: ${role}.`
				: `${by} offers you a role in the local health contract: ${role}.`,
		invitationValid: (days: number) =>
			`This link opens a page with a button. It is valid for ${days} days.`,
		invitationLink: 'See the invitation',
		seatEndedSubject: (name: string) => `Your seat in the group “${name}” has ended`,
		seatEnded: (name: string) => `You are no longer a member of the group “${name}”.`,
		seatEndedStays: 'What you wrote stays. You can still propose, support and comment.',
		admittedSubject: (name: string) => `Welcome to the group “${name}”`,
		admitted: (name: string) =>
			`Your request is accepted: you are a member of the group “${name}”.`,
		refusedSubject: (name: string) => `Your request for the group “${name}”`,
		refused: (name: string) => `Your request to join the group “${name}” was not accepted.`,
		reason: (reason: string) => `The reason given: ${reason}`,
		other: 'You can propose, support and comment without being a member of the group.',
		link: 'See the group',
		footer: (territory: string) => `Local health contract, ${territory}`,
		ignore: 'If this e-mail is not for you, ignore it: nothing will happen.'
	},
	form: {
		name: 'Name of the group',
		kind: 'Kind',
		admission: 'How does one get in?',
		axis: 'Axis it follows',
		axisNone: 'The whole contract',
		description: 'What this group does',
		descriptionHint: 'In short sentences, for someone who does not know the contract.',
		composition: 'Who is in it',
		rhythm: 'Rhythm',
		rhythmHint: 'For example: 4 meetings a year, on Thursday evenings.',
		rule: 'How it decides',
		public: 'Show this group to everyone'
	},
	settings: {
		title: 'Groups',
		intro: 'Committees, working groups, citizens’ committee: what they do and how one gets in.',
		add: 'Add a group',
		addTitle: 'New group',
		hidden: 'not public',
		see: 'See the page of the group',
		remove: 'Delete this group',
		removeText: 'Only a group without members or decisions can be deleted.',
		removeConfirm: 'Yes, delete this group',
		saved: 'The group is saved.',
		removed: 'The group is deleted.'
	},
	issues: {
		unknown: 'This group does not exist, or no longer does. Choose another one.',
		kind_required: 'Say what sort of group it is.',
		admission_required: 'Say how people enter this group.',
		role_required: 'Say what place this person will have.',
		motivation_required: 'Say in a sentence why you want to take part.',
		motivation_too_long: 'This text is over 2,000 characters. Shorten it.',
		reason_required: 'Give the reason: the person will read it.',
		reason_too_long: 'This reason is over 1,000 characters. Shorten it.',
		email_required: 'Write an e-mail address.',
		email_malformed: 'This e-mail address is not complete. Example: name@example.org.',
		name_required: 'Give the group a name.',
		already_asked: 'You have already asked to join this group, or already belong to it.',
		already_answered: 'Someone has already answered this request. Nothing was changed.',
		seat_over: 'This person is no longer a member of the group already. Nothing was changed.',
		not_member: 'You no longer belong to this group.',
		invitation_over: 'This invitation has been used or is no longer valid.',
		stale: 'Someone changed this group in the meantime. Read the page again, then retry.',
		has_members: 'This group has members: it cannot be deleted. You can stop showing it.',
		in_use: 'This group has taken decisions: it cannot be deleted. You can stop showing it.'
	}
} satisfies typeof french;
