/** What the file of proposals holds: what was received, what became of it. */
import * as v from 'valibot';
import {
	answerChannel,
	college,
	comment,
	day,
	maybeDay,
	maybeText,
	text,
	texts
} from './fields.ts';

const relation = v.picklist([
	'verbatim',
	'edited',
	'summarised',
	'merged',
	'postponed',
	'declined',
	'redirected'
]);
const words = { what: text, forWhom: maybeText, where: maybeText };
const field = v.picklist(['context', 'description']);
const dated = v.array(v.strictObject({ day, text }));

const moderation = v.strictObject({
	decision: v.picklist(['published', 'held', 'held-then-rewritten', 'redirected']),
	day,
	by: text,
	note: text,
	originalErasedDay: maybeDay,
	events: dated
});

const answer = v.strictObject({
	outcome: v.picklist(['retained', 'merged', 'postponed', 'declined', 'redirected']),
	text,
	reasons: text,
	decidedBy: text,
	decidedAt: maybeText,
	decision: maybeText,
	decidedDay: day,
	preparedBy: text,
	preparedDay: day,
	sentDay: day,
	sheet: maybeText,
	objective: maybeText
});

export const proposalsShape = v.strictObject({
	proposals: v.array(
		v.strictObject({
			key: text,
			day,
			window: text,
			kind: v.picklist(['idea', 'testimony', 'opinion']),
			title: text,
			received: v.strictObject(words),
			published: v.nullable(v.strictObject({ title: text, ...words })),
			plainSummary: maybeText,
			author: text,
			authorShown: text,
			placeShown: maybeText,
			channel: v.picklist(['online', 'paper', 'spoken', 'workshop', 'import']),
			channelNote: maybeText,
			enteredBy: maybeText,
			consent: v.strictObject({
				kind: v.picklist(['form', 'written', 'spoken', 'group']),
				note: text,
				day
			}),
			answerChannel,
			college: v.picklist([...college.options, 'citizen_committee']),
			axis: maybeText,
			themes: texts,
			commune: maybeText,
			body: maybeText,
			overlaps: texts,
			groupedWith: maybeText,
			originalLanguage: v.nullable(v.strictObject({ code: text, name: text, text, note: text })),
			state: v.picklist(['received', 'held', 'published', 'answered']),
			publishedDay: maybeDay,
			moderation: v.nullable(moderation),
			supporters: v.array(v.strictObject({ person: text, day })),
			comments: v.array(comment),
			objective: maybeText,
			answer: v.nullable(answer),
			lineage: v.array(
				v.strictObject({
					sheet: text,
					field,
					passage: text,
					quote: text,
					relation,
					by: text,
					day
				})
			)
		})
	)
});

export type DemoProposal = v.InferOutput<typeof proposalsShape>['proposals'][number];
