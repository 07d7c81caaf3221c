import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readForm } from '#lib/form.ts';
import { messagesOf, sentence } from '#lib/messages/messages.ts';
import {
	draftSchema,
	knownReplySchema,
	newcomerReplySchema,
	printSchema,
	sheetSchema,
	strangerReplySchema
} from './proposal-form.ts';

const id = '0190b8a0-1111-7abc-8def-0123456789ab';

function issuesOf(schema: v.GenericSchema<unknown, unknown>, values: unknown) {
	const parsed = v.safeParse(schema, values);
	if (parsed.success) return {};
	const first: Record<string, string> = {};
	for (const issue of parsed.issues) first[String(issue.path?.[0]?.key)] ??= issue.message;
	return first;
}

describe('the form of a proposal', () => {
	const draft = { windowId: id, title: 'Un bus', what: 'Le jeudi.' };

	it('asks for a question, a sentence and a text, and nothing else', () => {
		expect(issuesOf(draftSchema, {})).toEqual({
			windowId: 'proposal.window_required',
			title: 'proposal.title_required',
			what: 'proposal.what_required'
		});
		expect(issuesOf(draftSchema, draft)).toEqual({});
	});

	it('refuses blanks, and texts of a hundred thousand letters, in words', () => {
		expect(issuesOf(draftSchema, { ...draft, title: ' \n\t ' })).toEqual({
			title: 'proposal.title_required'
		});
		const long = 'é'.repeat(100_000);
		const issues = issuesOf(draftSchema, {
			windowId: id,
			title: long,
			what: long,
			forWhom: long,
			location: long
		});
		expect(Object.keys(issues)).toEqual(['title', 'what', 'forWhom', 'location']);
		for (const reason of Object.values(issues)) {
			expect(sentence(messagesOf('fr'), reason)).not.toBe(messagesOf('fr').common.issues.invalid);
		}
	});

	it('keeps markup, emoji and accents as typed, on one form of letters', () => {
		const data = new FormData();
		data.set('windowId', id);
		data.set('title', '<b>É</b> 👩‍⚕️ e\u0301\u0000');
		data.set('what', '<script>alert(1)</script>\r\nligne');
		const parsed = v.parse(draftSchema, readForm(data));
		expect(parsed.title).toBe('<b>É</b> 👩‍⚕️ é');
		expect(parsed.what).toBe('<script>alert(1)</script>\nligne');
	});

	it('refuses ids that are none, whatever stands there', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
				fc.pre(!/^[0-9a-f-]{36}$/i.test(text));
				expect(issuesOf(draftSchema, { ...draft, axisId: text, themeIds: [text] })).toMatchObject({
					axisId: 'contract.axis_unknown',
					themeIds: 'contract.theme_unknown'
				});
			})
		);
	});
});

describe('how to be answered', () => {
	const who = { publicName: 'Merle 27', college: 'resident', ageConfirmed: 'on' };
	const base = { token: id, consented: 'on' };

	it('asks only for what the chosen way needs', () => {
		const needs: [string, Record<string, string>][] = [
			['email', { email: 'proposal.email_required' }],
			['letter', { postalAddress: 'proposal.address_required' }],
			['town_hall', { townHallCommuneId: 'proposal.town_hall_required' }],
			['none', {}]
		];
		for (const [replyChannel, issues] of needs) {
			expect(issuesOf(strangerReplySchema, { ...base, ...who, replyChannel })).toEqual(issues);
		}
		expect(issuesOf(newcomerReplySchema, { ...base, ...who, replyChannel: 'email' })).toEqual({});
		expect(issuesOf(knownReplySchema, { ...base, replyChannel: 'email' })).toEqual({});
	});

	it('asks for a way, a name, a college, the age and the agreement, in the order of the page', () => {
		expect(Object.entries(issuesOf(strangerReplySchema, { token: id }))).toEqual([
			['replyChannel', 'proposal.reply_required'],
			['publicName', 'account.name_required'],
			['college', 'proposal.college_required'],
			['ageConfirmed', 'proposal.age_required'],
			['consented', 'proposal.consent_required']
		]);
	});
});

describe('the forms of paper', () => {
	it('say what a sheet lacks', () => {
		expect(issuesOf(sheetSchema, { token: id })).toMatchObject({
			windowId: 'proposal.window_required',
			title: 'proposal.title_required',
			channel: 'proposal.channel_required',
			consent: 'proposal.consent_kind_required',
			replyChannel: 'proposal.reply_required'
		});
	});

	it('print from one to fifty sheets', () => {
		for (const count of ['1', '50']) expect(issuesOf(printSchema, { count })).toEqual({});
		for (const count of ['', '0', '51', '-1', '1e1', 'dix', '999999999999']) {
			expect(issuesOf(printSchema, { count })).toEqual({ count: 'proposal.count_range' });
		}
	});
});
