import * as v from 'valibot';
import { day, line, many, oneOf, optionalId, optionalProse, pageId } from '#lib/form.ts';
import { ROLLS } from './poll.ts';

/** A ballot: options chosen; `confirmed` comes from the recap page (RGAA 11.12). */
export const ballotForm = v.object({
	choices: v.pipe(many(), v.minLength(1, 'poll.choices_required'))
});

/** Lines of a text area, empty ones left out. */
const lines = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) =>
		text
			.split('\n')
			.map((entry) => entry.trim())
			.filter((entry) => entry !== '')
	),
	v.minLength(2, 'poll.options_required'),
	v.maxLength(30, 'poll.options_too_many'),
	v.check((options) => new Set(options).size === options.length, 'poll.options_twice'),
	v.check((options) => options.every((option) => option.length <= 200), 'poll.option_too_long')
);

/** A new consultation by approval. */
export const pollForm = v.object({
	title: line('poll.title_required', 'poll.title_too_long', 160),
	question: line('poll.question_required', 'poll.question_too_long', 300),
	description: optionalProse('common.too_long', 3000),
	options: lines,
	maxChoices: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => (value.trim() === '' ? null : Number(value))),
		v.nullable(
			v.pipe(
				v.number('poll.max_choices'),
				v.integer('poll.max_choices'),
				v.minValue(1, 'poll.max_choices'),
				v.maxValue(30, 'poll.max_choices')
			)
		)
	),
	bodyId: optionalId('body.unknown'),
	roll: oneOf(ROLLS, 'poll.roll_required'),
	opensOn: day('poll.opens_required'),
	closesOn: day('poll.closes_required')
});

/** Closing before the day announced, or counting. */
export const countPollForm = v.object({ pollId: pageId() });
