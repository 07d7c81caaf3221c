/** What the forms of a proposal accept. Issues are `proposal.key` of the messages. */
import * as v from 'valibot';
import { publicName } from '#lib/account/name-form.ts';
import { sectionFields } from '#lib/document/document-form.ts';
import {
	email,
	line,
	many,
	mustTick,
	oneOf,
	optionalId,
	optionalLine,
	optionalProse,
	prose,
	requiredId,
	ticked
} from '#lib/form.ts';
import { DETAIL_MAX, SUMMARY_MAX, TEXT_MAX, TITLE_MAX } from './proposal.ts';

const themeIds = v.pipe(many(20), v.array(v.pipe(v.string(), v.uuid('contract.theme_unknown'))));

const words = {
	title: line('proposal.title_required', 'proposal.title_long', TITLE_MAX),
	what: prose('proposal.what_required', 'proposal.what_long', TEXT_MAX),
	forWhom: optionalProse('proposal.detail_long', DETAIL_MAX),
	location: optionalLine('proposal.detail_long', DETAIL_MAX)
};

/** First step: the idea itself, before anyone says who they are. */
export const draftSchema = v.object({
	windowId: requiredId('proposal.window_required'),
	...words,
	communeId: optionalId('account.commune_unknown'),
	axisId: optionalId('contract.axis_unknown'),
	themeIds,
	testimony: ticked()
});

export type Draft = v.InferOutput<typeof draftSchema>;

const COLLEGES = ['resident', 'professional', 'elected'] as const;
const college = oneOf(COLLEGES, 'proposal.college_required');

const byChannel = {
	email: v.object({
		replyChannel: v.literal('email'),
		email: email('proposal.email_required', 'proposal.email_malformed')
	}),
	letter: v.object({
		replyChannel: v.literal('letter'),
		postalAddress: prose('proposal.address_required', 'proposal.detail_long', DETAIL_MAX)
	}),
	townHall: v.object({
		replyChannel: v.literal('town_hall'),
		townHallCommuneId: requiredId('proposal.town_hall_required')
	}),
	none: v.object({ replyChannel: v.literal('none') })
};

/** How to answer: each way with what it needs. */
const reply = v.variant(
	'replyChannel',
	[byChannel.email, byChannel.letter, byChannel.townHall, byChannel.none],
	'proposal.reply_required'
);

/** An account has an address already: it is not asked again. */
const replySignedIn = v.variant(
	'replyChannel',
	[
		v.object({ replyChannel: v.literal('email') }),
		byChannel.letter,
		byChannel.townHall,
		byChannel.none
	],
	'proposal.reply_required'
);

export type Reply =
	| { replyChannel: 'email'; email: string }
	| { replyChannel: 'letter'; postalAddress: string }
	| { replyChannel: 'town_hall'; townHallCommuneId: string }
	| { replyChannel: 'none' };

const token = v.object({ token: v.pipe(v.optional(v.string(), ''), v.uuid('common.invalid')) });
const consent = v.object({ consented: mustTick('proposal.consent_required') });
const identity = v.object({
	publicName: publicName(),
	college,
	ageConfirmed: mustTick('proposal.age_required')
});

// In the order of the page: the summary of what to correct follows it.

/** Second step of someone who has no public name here yet. */
export const strangerReplySchema = v.intersect([token, reply, identity, consent]);

/** Second step of someone signed in who has no public name here yet. */
export const newcomerReplySchema = v.intersect([token, replySignedIn, identity, consent]);

/** Second step of someone known here: nothing is asked again. */
export const knownReplySchema = v.intersect([token, replySignedIn, consent]);

/** A sheet, a spoken word or a workshop's sentence, entered for someone else. */
export const sheetSchema = v.intersect([
	token,
	v.object({
		windowId: requiredId('proposal.window_required'),
		...words,
		communeId: optionalId('account.commune_unknown'),
		axisId: optionalId('contract.axis_unknown'),
		themeIds,
		testimony: ticked(),
		channel: oneOf(['paper', 'spoken', 'workshop'], 'proposal.channel_required'),
		consent: oneOf(['written', 'spoken', 'group'], 'proposal.consent_kind_required'),
		sheetNumber: optionalLine('proposal.number_malformed', 40),
		authorName: optionalLine('proposal.name_long', 60),
		college
	}),
	reply
]);

export type SheetInput = v.InferOutput<typeof sheetSchema>;

/** How many sheets to print at once. */
export const printSchema = v.object({
	count: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^\d{1,3}$/, 'proposal.count_range'),
		v.transform(Number),
		v.minValue(1, 'proposal.count_range'),
		v.maxValue(50, 'proposal.count_range')
	)
});

const proposal = v.pipe(v.string(), v.uuid('common.not_found'));

/** The one field of acts on a proposal that ask nothing more. */
export const proposalOnlySchema = v.object({ proposal });

const classification = {
	summary: optionalProse('proposal.summary_long', SUMMARY_MAX),
	axisId: optionalId('contract.axis_unknown'),
	themeIds,
	communeId: optionalId('account.commune_unknown'),
	bodyId: optionalId('body.unknown'),
	openWriting: ticked()
};

/** The words to publish, as received or rewritten for the general interest. */
export const publishSchema = v.object({ proposal, ...words, ...classification });

export const classifySchema = v.object({ proposal, ...classification });

const reason = prose('proposal.reason_required', 'proposal.reason_long', 2000);

export const returnSchema = v.object({ proposal, reason });

export const redirectSchema = v.object({
	proposal,
	reason,
	redirectedTo: line('proposal.redirected_to_required', 'proposal.detail_long', 200)
});

export const holdSchema = v.object({
	proposal,
	reason: optionalProse('proposal.reason_long', 2000)
});

/** A contribution that its author takes up again. */
export const reviseSchema = v.object({ proposal, ...words, testimony: ticked() });

/** A part of the text without a script: what it read as when the form was opened comes back with it. */
export const textSchema = v.object({ proposal, ...sectionFields });

export const followSchema = v.object({
	number: v.pipe(v.optional(v.string(), ''), v.trim(), v.nonEmpty('proposal.number_required'))
});
