/** The tables as Kysely sees them. Written by `npm run schema` from the migrations: do not edit. */
import type { ColumnType, Generated } from 'kysely';

/** An instant in UTC. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** A plain day, YYYY-MM-DD. */
export type Day = ColumnType<string, string, string>;
/** A JSON object; pass objects, never JSON strings. */
export type Json = ColumnType<Record<string, unknown>, object, object>;
export type GeneratedJson = ColumnType<Record<string, unknown>, object | undefined, object>;
export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;

export interface AccountTable {
	id: string;
	email: string;
	locale: Generated<'fr' | 'en'>;
	demonstration: Generated<boolean>;
	suspendedAt: Timestamp | null;
	createdAt: Timestamp;
}

export interface ActionSheetTable {
	id: string;
	territoryId: string;
	contractId: string;
	amendmentId: string | null;
	axisId: string;
	documentId: string;
	code: string;
	title: string;
	plainSummary: Generated<string>;
	state: 'IDEA' | 'DRAFT' | 'IN_REVIEW' | 'COMPLETE' | 'ARBITRATED' | 'SIGNED';
	progress: Generated<
		'TO_DISCUSS' | 'TO_START' | 'IN_PROGRESS' | 'LATE' | 'BLOCKED' | 'PAUSED' | 'DONE' | 'DROPPED'
	>;
	kind: Generated<'NEW' | 'STRENGTHENED' | 'RENEWED' | 'EXPERIMENT'>;
	priority: Generated<'high' | 'medium' | 'low'>;
	leadOrganisationId: string | null;
	leadLabel: Generated<string>;
	electedSponsor: Generated<string>;
	versionLabel: Generated<string>;
	startsOn: Day | null;
	endsOn: Day | null;
	details: GeneratedJson;
	position: Generated<number>;
	createdAt: Timestamp;
	updatedAt: Timestamp;
}

export interface ActionSheetCommuneTable {
	actionSheetId: string;
	communeId: string;
}

export interface ActionSheetObjectiveTable {
	actionSheetId: string;
	operationalObjectiveId: string;
}

export interface ActionSheetPartnerTable {
	actionSheetId: string;
	organisationId: string;
	role: Generated<string>;
}

export interface AmendmentTable {
	id: string;
	contractId: string;
	number: number;
	title: string;
	purpose: Generated<string>;
	state:
		| 'PROPOSED'
		| 'IMPACT_CHECKED'
		| 'COTECH_OPINION'
		| 'COPIL_DECIDED'
		| 'DELIBERATED'
		| 'SIGNED_BY_CONCERNED'
		| 'IN_FORCE';
}

export interface AnswerTable {
	id: string;
	territoryId: string;
	proposalId: string;
	outcome: 'retained' | 'merged' | 'postponed' | 'declined' | 'redirected';
	text: string;
	reasons: Generated<string>;
	redirectedTo: Generated<string>;
	actionSheetId: string | null;
	intoProposalId: string | null;
	reviewOn: Day | null;
	proposedToBodyId: string | null;
	state: Generated<'draft' | 'proposed' | 'decided' | 'published' | 'replaced'>;
	preparedById: string | null;
	preparedAt: Timestamp;
	decidedByBodyId: string | null;
	decidedByCoordination: Generated<boolean>;
	decidedOn: Day | null;
	publishedAt: Timestamp | null;
	version: Generated<number>;
}

export interface AppointmentTable {
	territoryId: string;
	personId: string;
	role: 'coordinator' | 'ars_referent' | 'elected' | 'mediator' | 'clerk' | 'evaluator';
	appointedAt: Timestamp;
}

export interface AxisTable {
	id: string;
	contractId: string;
	code: string;
	title: string;
	summary: Generated<string>;
	tone: Generated<'pine' | 'plum' | 'sky' | 'brick' | 'gorse' | 'neutral'>;
	position: number;
}

export interface BallotTable {
	id: string;
	pollId: string;
	college: string;
	choices: string[];
}

export interface BodyTable {
	id: string;
	contractId: string;
	axisId: string | null;
	kind:
		| 'STEERING_COMMITTEE'
		| 'TECHNICAL_COMMITTEE'
		| 'PROJECT_SECRETARIAT'
		| 'WORKING_GROUP'
		| 'CITIZEN_COMMITTEE'
		| 'USER_GROUP'
		| 'FOLLOW_UP_COMMITTEE'
		| 'MENTAL_HEALTH_COUNCIL'
		| 'FUNDERS_COMMITTEE'
		| 'ASSEMBLY';
	name: string;
	description: Generated<string>;
	composition: Generated<string>;
	rhythm: Generated<string>;
	rule: Generated<string>;
	admission: 'open' | 'application' | 'lot' | 'invitation';
	public: Generated<boolean>;
	position: number;
}

export interface CalendarEntryTable {
	id: string;
	contractId: string;
	title: string;
	place: Generated<string>;
	onDay: Day;
	public: Generated<boolean>;
}

export interface CommentTable {
	id: string;
	territoryId: string;
	proposalId: string | null;
	actionSheetId: string | null;
	parentId: string | null;
	depth: Generated<number>;
	personId: string | null;
	body: string;
	state: 'published' | 'held' | 'hidden' | 'withdrawn';
	hiddenReason: Generated<string>;
	token: string | null;
	createdAt: Timestamp;
}

export interface CommuneTable {
	id: string;
	territoryId: string;
	code: string;
	name: string;
	population: number;
	note: Generated<string>;
	townHall: Generated<string>;
	position: Generated<number>;
}

export interface ContractTable {
	id: string;
	territoryId: string;
	title: string;
	generation: Generated<number>;
	state:
		| 'EMERGENCE'
		| 'PREFIGURATION'
		| 'INVENTORY_AND_ASSESSMENT'
		| 'PRIORITISATION'
		| 'DRAFTING'
		| 'CONSOLIDATION'
		| 'VALIDATION'
		| 'SIGNED'
		| 'IMPLEMENTATION'
		| 'FINAL_EVALUATION'
		| 'RENEWAL'
		| 'EXTENDED'
		| 'CLOSED';
	startsOn: Day | null;
	endsOn: Day | null;
	signedOn: Day | null;
	summary: Generated<string>;
	answerDays: Generated<number>;
	objectiveDepth: Generated<number>;
	createdAt: Timestamp;
}

export interface ContractPhaseTable {
	id: string;
	contractId: string;
	kind: string;
	title: string;
	detail: Generated<string>;
	startsOn: Day | null;
	endsOn: Day | null;
	progress: 'done' | 'current' | 'upcoming';
	position: number;
}

export interface ContractQuestionTable {
	id: string;
	contractId: string;
	question: string;
	answer: string;
	position: number;
}

export interface ContributionWindowTable {
	id: string;
	contractId: string;
	amendmentId: string | null;
	title: string;
	question: string;
	description: Generated<string>;
	audience: Generated<'everyone' | 'members' | 'professionals'>;
	opensAt: Timestamp;
	closesAt: Timestamp;
}

export interface ContributionWindowAxisTable {
	windowId: string;
	axisId: string;
}

export interface DeliveryTable {
	id: string;
	territoryId: string;
	proposalId: string;
	kind: 'acknowledgement' | 'answer' | 'moderation';
	channel: 'email' | 'letter' | 'town_hall' | 'none';
	state: 'queued' | 'to_print' | 'done';
	mailId: string | null;
	createdAt: Timestamp;
	doneAt: Timestamp | null;
}

export interface DocumentTable {
	id: string;
	territoryId: string;
	kind: string;
	state: Generated<'open' | 'frozen' | 'sealed'>;
	epoch: Generated<number>;
	headSeq: Generated<number>;
	createdAt: Timestamp;
	attributedSeq: Generated<number>;
	damagedSeq: number | null;
	damagedAt: Timestamp | null;
}

export interface DocumentAttributionTable {
	documentId: string;
	clientId: number;
	clockFrom: number;
	clockTo: number;
	personId: string | null;
	via: Generated<'typed' | 'carried' | 'uncertain'>;
	at: Timestamp;
}

export interface DocumentClientTable {
	documentId: string;
	clientId: number;
	personId: string;
	claimedAt: Timestamp;
}

export interface DocumentIntentTable {
	id: string;
	documentId: string;
	kind: string;
	payload: Json;
	personId: string | null;
	state: Generated<'pending' | 'applied' | 'conflict'>;
	outcome: string | null;
	createdAt: Timestamp;
	settledAt: Timestamp | null;
}

export interface DocumentRenderTable {
	documentId: string;
	text: string;
	seq: number;
	html: string;
	plain: string;
	search: Generated<string>;
	renderedAt: Timestamp;
}

export interface DocumentSnapshotTable {
	documentId: string;
	seq: number;
	epoch: number;
	state: Uint8Array;
	stateVector: Uint8Array;
	sha256: string;
	at: Timestamp;
}

export interface DocumentUpdateTable {
	documentId: string;
	seq: number;
	epoch: number;
	personId: string | null;
	clientId: number | null;
	clockFrom: number | null;
	clockTo: number | null;
	bytes: Uint8Array;
	at: GeneratedTimestamp;
	checksum: number | null;
}

export interface DocumentVersionTable {
	id: string;
	documentId: string;
	seq: number;
	label: Generated<string>;
	kind: 'named' | 'sealed' | 'restored';
	delta: Json;
	plain: string;
	sha256: string;
	madeById: string | null;
	at: Timestamp;
}

export interface EventTable {
	id: string;
	territoryId: string | null;
	personId: string | null;
	verb: string;
	subjectKind: string;
	subjectId: string | null;
	detail: GeneratedJson;
	at: Timestamp;
}

export interface FundingLineTable {
	id: string;
	actionSheetId: string;
	funder: string;
	lever: Generated<string>;
	year: number;
	requestedCents: number | null;
	grantedCents: number | null;
	spentCents: number | null;
	status: Generated<string>;
	position: Generated<number>;
}

export interface IndicatorTable {
	id: string;
	actionSheetId: string;
	code: string;
	type: 'STRUCTURE' | 'PROCESS' | 'RESULT' | 'IMPACT';
	label: string;
	unit: Generated<string>;
	baseline: Generated<string>;
	target: Generated<string>;
	source: Generated<string>;
	frequency: Generated<string>;
	owner: Generated<string>;
	lastValue: Generated<string>;
	position: Generated<number>;
}

export interface InvitationTable {
	id: string;
	territoryId: string;
	bodyId: string | null;
	role: string | null;
	email: string;
	tokenHash: string;
	invitedById: string | null;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	acceptedAt: Timestamp | null;
}

export interface LexiconEntryTable {
	id: string;
	contractId: string;
	acronym: string;
	expansion: string;
	explanation: Generated<string>;
}

export interface LineageTable {
	id: string;
	territoryId: string;
	proposalId: string;
	actionSheetId: string | null;
	intoProposalId: string | null;
	intentId: string | null;
	text: Generated<string>;
	relation:
		'verbatim' | 'edited' | 'summarised' | 'merged' | 'postponed' | 'declined' | 'redirected';
	quote: Generated<string>;
	reason: Generated<string>;
	personId: string | null;
	at: Timestamp;
	undoneAt: Timestamp | null;
}

export interface MailTable {
	id: string;
	territoryId: string | null;
	kind: string;
	recipient: string;
	subject: string;
	text: string;
	html: string;
	state: Generated<'queued' | 'sent' | 'failed' | 'kept'>;
	attempts: Generated<number>;
	lastError: string | null;
	createdAt: Timestamp;
	sentAt: Timestamp | null;
}

export interface MembershipTable {
	id: string;
	bodyId: string;
	personId: string;
	organisationId: string | null;
	role: Generated<'member' | 'lead' | 'chair' | 'secretary'>;
	voice: Generated<'deliberative' | 'consultative'>;
	state: 'applied' | 'active' | 'left' | 'refused';
	motivation: Generated<string>;
	refusalReason: Generated<string>;
	askedAt: Timestamp;
	joinedAt: Timestamp | null;
	endedAt: Timestamp | null;
}

export interface ModerationDecisionTable {
	id: string;
	territoryId: string;
	proposalId: string;
	personId: string | null;
	decision: 'published' | 'returned' | 'redirected' | 'held';
	reason: Generated<string>;
	redirectedTo: Generated<string>;
	rewritten: Generated<boolean>;
	at: Timestamp;
}

export interface OperationalObjectiveTable {
	id: string;
	strategicObjectiveId: string;
	code: string;
	title: string;
	position: number;
}

export interface OrganisationTable {
	id: string;
	territoryId: string;
	name: string;
	kind: Generated<string>;
	description: Generated<string>;
}

export interface OrganisationContactTable {
	id: string;
	organisationId: string;
	label: string;
	phone: Generated<string>;
	email: Generated<string>;
	hours: Generated<string>;
	public: Generated<boolean>;
	position: Generated<number>;
}

export interface PaperSheetTable {
	id: string;
	territoryId: string;
	number: string;
	printedById: string | null;
	printedAt: Timestamp;
	proposalId: string | null;
}

export interface PartnerTable {
	id: string;
	contractId: string;
	organisationId: string;
	kind: Generated<string>;
	contribution: Generated<string>;
	position: number;
}

export interface PendingActTable {
	id: string;
	territoryId: string;
	tokenHash: string;
	kind: 'proposal' | 'comment' | 'support';
	payload: Json;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	sharedComputer: Generated<boolean>;
}

export interface PersonTable {
	id: string;
	territoryId: string;
	accountId: string | null;
	publicName: string;
	nameChosen: Generated<boolean>;
	communeId: string | null;
	college: Generated<'resident' | 'professional' | 'elected'>;
	ageConfirmedAt: Timestamp | null;
	firstPublishedAt: Timestamp | null;
	suspendedAt: Timestamp | null;
	createdAt: Timestamp;
	suspendedUntil: Timestamp | null;
}

export interface PollTable {
	id: string;
	territoryId: string;
	contractId: string;
	title: string;
	question: string;
	description: Generated<string>;
	method: 'approval' | 'majority_judgement';
	maxChoices: number | null;
	audience: Generated<'everyone' | 'members'>;
	bodyId: string | null;
	decidedBy: Generated<string>;
	publicationThreshold: Generated<number>;
	opensAt: Timestamp;
	closesAt: Timestamp;
	countedAt: Timestamp | null;
	createdAt: Timestamp;
	roll: Generated<'open' | 'fixed'>;
}

export interface PollOptionTable {
	id: string;
	pollId: string;
	proposalId: string | null;
	actionSheetId: string | null;
	label: string;
	description: Generated<string>;
	position: number;
}

export interface PollRollTable {
	pollId: string;
	personId: string;
	college: string;
}

export interface PollTallyTable {
	pollId: string;
	optionId: string;
	college: string;
	grade: Generated<number>;
	count: number;
}

export interface PollTurnoutTable {
	pollId: string;
	college: string;
	voters: number;
	weight: number | null;
}

export interface PriorityTable {
	id: string;
	contractId: string;
	side: 'ARS' | 'TERRITORY';
	label: string;
	position: number;
}

export interface ProposalTable {
	id: string;
	territoryId: string;
	contractId: string;
	windowId: string | null;
	axisId: string | null;
	bodyId: string | null;
	communeId: string | null;
	documentId: string | null;
	number: number;
	title: string;
	summary: Generated<string>;
	kind: Generated<'idea' | 'testimony' | 'opinion'>;
	college: Generated<'resident' | 'professional' | 'elected' | 'citizen_committee'>;
	state:
		| 'RECEIVED'
		| 'RETURNED'
		| 'REDIRECTED'
		| 'HELD_PRIVACY'
		| 'PUBLISHED'
		| 'MERGED_INTO'
		| 'RETAINED'
		| 'POSTPONED'
		| 'REJECTED'
		| 'WITHDRAWN';
	openWriting: Generated<boolean>;
	channel: 'online' | 'paper' | 'spoken' | 'workshop' | 'import';
	enteredById: string | null;
	supportCount: Generated<number>;
	commentCount: Generated<number>;
	fairOrder: number;
	submittedAt: Timestamp;
	publishedAt: Timestamp | null;
	answeredAt: Timestamp | null;
	updatedAt: Timestamp;
	search: Generated<string>;
}

export interface ProposalAuthorTable {
	proposalId: string;
	personId: string;
	position: Generated<number>;
}

export interface ProposalReplyTable {
	proposalId: string;
	followNumber: string;
	channel: 'email' | 'letter' | 'town_hall' | 'none';
	email: string | null;
	postalAddress: string | null;
	townHallCommuneId: string | null;
	consent: 'form' | 'written' | 'spoken' | 'group';
	consentedAt: Timestamp;
}

export interface ProposalSubmissionTable {
	proposalId: string;
	what: string;
	forWhom: Generated<string>;
	location: Generated<string>;
	originalLanguage: Generated<string>;
	originalText: Generated<string>;
	eraseAfter: Timestamp | null;
	erasedAt: Timestamp | null;
}

export interface ProposalThemeTable {
	proposalId: string;
	themeId: string;
}

export interface RateLimitTable {
	key: string;
	tokens: number;
	updatedAt: Timestamp;
}

export interface ReportTable {
	id: string;
	territoryId: string;
	subjectKind: 'proposal' | 'comment' | 'action_sheet';
	subjectId: string;
	reason: 'personal_data' | 'insult' | 'illegal' | 'off_topic' | 'spam' | 'other';
	explanation: Generated<string>;
	contactEmail: string | null;
	personId: string | null;
	state: Generated<'open' | 'upheld' | 'dismissed'>;
	decisionReason: Generated<string>;
	createdAt: Timestamp;
	decidedAt: Timestamp | null;
	decidedById: string | null;
}

export interface SessionTable {
	id: string;
	accountId: string;
	expiresAt: Timestamp;
	absoluteExpiresAt: Timestamp;
	createdAt: Timestamp;
	lastSeenAt: Timestamp;
	sharedComputer: Generated<boolean>;
	deviceLabel: Generated<string>;
}

export interface SetupLinkTable {
	id: string;
	tokenHash: string;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	usedAt: Timestamp | null;
}

export interface SignInCodeTable {
	id: string;
	email: string;
	codeHash: string;
	linkHash: string;
	browserHash: string;
	sharedComputer: Generated<boolean>;
	nextPath: Generated<string>;
	attempts: Generated<number>;
	createdAt: Timestamp;
	expiresAt: Timestamp;
	usedAt: Timestamp | null;
}

export interface SignatoryTable {
	id: string;
	contractId: string;
	organisationId: string;
	tier: 'CORE' | 'ASSOCIATED';
	capacity: Generated<string>;
	commitment: Generated<string>;
	validation: Generated<string>;
	signedOn: Day | null;
	position: number;
}

export interface StrategicObjectiveTable {
	id: string;
	axisId: string;
	code: string;
	title: string;
	position: number;
}

export interface SubmissionTokenTable {
	token: string;
	proposalId: string;
	createdAt: Timestamp;
}

export interface SupportTable {
	proposalId: string;
	personId: string;
	at: Timestamp;
}

export interface SuspensionTable {
	id: string;
	territoryId: string;
	personId: string;
	ground: 'personal_data' | 'insult' | 'illegal' | 'off_topic' | 'spam' | 'other';
	reason: string;
	beganAt: Timestamp;
	endsAt: Timestamp | null;
	decidedById: string | null;
	overAt: Timestamp | null;
	liftedById: string | null;
}

export interface TerritoryTable {
	id: string;
	slug: string;
	name: string;
	kind: Generated<string>;
	description: Generated<string>;
	department: Generated<string>;
	areaKm2: number | null;
	timeZone: Generated<string>;
	helpPhone: Generated<string>;
	helpEmail: Generated<string>;
	helpHours: Generated<string>;
	postalAddress: Generated<string>;
	nameThreshold: Generated<number>;
	fictitious: Generated<boolean>;
	createdAt: Timestamp;
}

export interface ThemeTable {
	id: string;
	contractId: string;
	label: string;
	position: number;
}

export interface ZoneTable {
	id: string;
	territoryId: string;
	kind: 'QPV' | 'FRR' | 'FRR_PLUS' | 'ISOLATED_RURAL' | 'MEDICAL_DESERT' | 'OTHER';
	name: string;
	code: Generated<string>;
	population: number | null;
}

export interface ZoneCommuneTable {
	zoneId: string;
	communeId: string;
}

export interface Database {
	account: AccountTable;
	actionSheet: ActionSheetTable;
	actionSheetCommune: ActionSheetCommuneTable;
	actionSheetObjective: ActionSheetObjectiveTable;
	actionSheetPartner: ActionSheetPartnerTable;
	amendment: AmendmentTable;
	answer: AnswerTable;
	appointment: AppointmentTable;
	axis: AxisTable;
	ballot: BallotTable;
	body: BodyTable;
	calendarEntry: CalendarEntryTable;
	comment: CommentTable;
	commune: CommuneTable;
	contract: ContractTable;
	contractPhase: ContractPhaseTable;
	contractQuestion: ContractQuestionTable;
	contributionWindow: ContributionWindowTable;
	contributionWindowAxis: ContributionWindowAxisTable;
	delivery: DeliveryTable;
	document: DocumentTable;
	documentAttribution: DocumentAttributionTable;
	documentClient: DocumentClientTable;
	documentIntent: DocumentIntentTable;
	documentRender: DocumentRenderTable;
	documentSnapshot: DocumentSnapshotTable;
	documentUpdate: DocumentUpdateTable;
	documentVersion: DocumentVersionTable;
	event: EventTable;
	fundingLine: FundingLineTable;
	indicator: IndicatorTable;
	invitation: InvitationTable;
	lexiconEntry: LexiconEntryTable;
	lineage: LineageTable;
	mail: MailTable;
	membership: MembershipTable;
	moderationDecision: ModerationDecisionTable;
	operationalObjective: OperationalObjectiveTable;
	organisation: OrganisationTable;
	organisationContact: OrganisationContactTable;
	paperSheet: PaperSheetTable;
	partner: PartnerTable;
	pendingAct: PendingActTable;
	person: PersonTable;
	poll: PollTable;
	pollOption: PollOptionTable;
	pollRoll: PollRollTable;
	pollTally: PollTallyTable;
	pollTurnout: PollTurnoutTable;
	priority: PriorityTable;
	proposal: ProposalTable;
	proposalAuthor: ProposalAuthorTable;
	proposalReply: ProposalReplyTable;
	proposalSubmission: ProposalSubmissionTable;
	proposalTheme: ProposalThemeTable;
	rateLimit: RateLimitTable;
	report: ReportTable;
	session: SessionTable;
	setupLink: SetupLinkTable;
	signInCode: SignInCodeTable;
	signatory: SignatoryTable;
	strategicObjective: StrategicObjectiveTable;
	submissionToken: SubmissionTokenTable;
	support: SupportTable;
	suspension: SuspensionTable;
	territory: TerritoryTable;
	theme: ThemeTable;
	zone: ZoneTable;
	zoneCommune: ZoneCommuneTable;
}
