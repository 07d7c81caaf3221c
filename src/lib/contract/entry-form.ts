/** Forms of the lists of a contract, and of the contract itself. */
import * as v from 'valibot';
import {
	day,
	line,
	many,
	oneOf,
	optionalDay,
	optionalId,
	optionalLine,
	optionalProse,
	prose,
	requiredId,
	ticked
} from '#lib/form.ts';
import { wholeNumber } from '#lib/territory/territory-form.ts';
import { CONTRACT_STATES } from './contract.ts';
import { ENTRY_LISTS } from './entry.ts';
import { AXIS_TONES } from './tone.ts';
import { WINDOW_AUDIENCES } from './window.ts';

const common = {
	/** Empty for a new one. */
	entry: v.string(),
	stamp: v.optional(v.string(), '')
};
const title = line('contract.title_required', 'common.too_long', 200);
const reference = line('contract.reference_required', 'common.too_long', 20);
const invalidDay = 'contract.day_invalid';

function inOrder<T extends { startsOn: string | null; endsOn: string | null }>({
	startsOn,
	endsOn
}: T) {
	return startsOn === null || endsOn === null || startsOn <= endsOn;
}

/** The form of an entry, by the list that it belongs to. */
export const entryForm = v.variant('list', [
	v.pipe(
		v.object({
			list: v.literal('phases'),
			...common,
			title,
			detail: optionalLine('common.too_long', 300),
			progress: oneOf(['done', 'current', 'upcoming'], 'contract.progress_required'),
			startsOn: optionalDay(invalidDay),
			endsOn: optionalDay(invalidDay)
		}),
		v.forward(v.check(inOrder, 'contract.ends_before_start'), ['endsOn'])
	),
	v.object({
		list: v.literal('axes'),
		...common,
		reference,
		title,
		summary: optionalProse('common.too_long', 600),
		tone: oneOf(AXIS_TONES, 'contract.tone_required')
	}),
	v.object({
		list: v.picklist(['objectifs', 'objectifs-operationnels']),
		...common,
		parent: requiredId('contract.parent_required'),
		reference,
		title
	}),
	v.object({ list: v.literal('themes'), ...common, title }),
	v.object({
		list: v.literal('priorites'),
		...common,
		side: oneOf(['ARS', 'TERRITORY'], 'contract.side_required'),
		title
	}),
	v.object({
		list: v.literal('questions'),
		...common,
		title,
		answer: prose('contract.answer_required', 'common.too_long', 4000)
	}),
	v.object({
		list: v.literal('lexique'),
		...common,
		acronym: line('contract.acronym_required', 'common.too_long', 30),
		expansion: line('contract.expansion_required', 'common.too_long', 200),
		explanation: optionalProse('common.too_long', 600)
	}),
	v.object({
		list: v.literal('calendrier'),
		...common,
		title,
		onDay: day('contract.day_required'),
		place: optionalLine('common.too_long', 200),
		public: ticked()
	}),
	v.object({
		list: v.literal('avenants'),
		...common,
		number: wholeNumber('contract.number_range', { min: 1, max: 99 }),
		title,
		purpose: optionalProse('common.too_long', 2000)
	}),
	v.object({
		list: v.literal('signataires'),
		...common,
		organisationId: requiredId('contract.organisation_required'),
		tier: oneOf(['CORE', 'ASSOCIATED'], 'contract.tier_required'),
		capacity: optionalLine('common.too_long', 200),
		commitment: optionalProse('common.too_long', 1500),
		validation: optionalLine('common.too_long', 300),
		signedOn: optionalDay(invalidDay)
	}),
	v.object({
		list: v.literal('partenaires'),
		...common,
		organisationId: requiredId('contract.organisation_required'),
		kind: optionalLine('common.too_long', 100),
		contribution: optionalProse('common.too_long', 1000)
	})
]);

export type EntryInput = v.InferOutput<typeof entryForm>;

export const entryActForm = v.object({ list: v.picklist(ENTRY_LISTS), entry: v.string() });

export const moveForm = v.object({
	list: v.picklist(ENTRY_LISTS),
	entry: v.string(),
	direction: oneOf(['up', 'down'], 'common.stale_page')
});

export const contractForm = v.pipe(
	v.object({
		stamp: v.optional(v.string(), ''),
		title,
		summary: optionalProse('common.too_long', 1000),
		state: oneOf(CONTRACT_STATES, 'contract.state_required'),
		startsOn: optionalDay(invalidDay),
		endsOn: optionalDay(invalidDay),
		signedOn: optionalDay(invalidDay),
		answerDays: wholeNumber('contract.answer_days_range', { min: 1, max: 730 })
	}),
	v.forward(
		v.check(
			({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn < endsOn,
			'contract.ends_before_start'
		),
		['endsOn']
	)
);

export const windowForm = v.pipe(
	v.object({
		...common,
		title,
		question: line('contract.question_required', 'common.too_long', 300),
		description: optionalProse('common.too_long', 1500),
		audience: oneOf(WINDOW_AUDIENCES, 'contract.audience_required'),
		opensOn: day('contract.day_required'),
		closesOn: day('contract.day_required'),
		axisIds: many(30),
		amendmentId: optionalId('contract.amendment_unknown')
	}),
	v.forward(
		v.check(({ opensOn, closesOn }) => opensOn <= closesOn, 'contract.closes_before_opening'),
		['closesOn']
	)
);

export const advanceForm = v.object({
	amendment: v.string(),
	state: v.string(),
	on: day('contract.day_required')
});
