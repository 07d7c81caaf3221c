import { describe, expect, test } from 'vitest';
import { answerMail, answerParagraphs, type AnswerToTell } from './answer-mail.ts';
import {
	coordinationDecides,
	dayIn,
	dueAt,
	isOpen,
	OUTCOMES,
	requiredField,
	stateAfter,
	urgencyOf
} from './answer.ts';

describe('outcomes', () => {
	test('each gives a contribution a state of its own', () => {
		expect(new Set(OUTCOMES.map(stateAfter)).size).toBe(OUTCOMES.length);
	});

	test('the coordination alone only passes on what is outside the contract', () => {
		expect(OUTCOMES.filter(coordinationDecides)).toEqual(['redirected']);
	});

	test('each but the refusal must point somewhere', () => {
		expect(OUTCOMES.map(requiredField)).toEqual([
			'actionSheetId',
			'intoProposalId',
			'reviewOn',
			null,
			'redirectedTo'
		]);
	});

	test('a decided answer is no longer rewritten', () => {
		expect((['draft', 'proposed', 'decided', 'published'] as const).map(isOpen)).toEqual([
			true,
			true,
			false,
			false
		]);
	});
});

describe('deadlines', () => {
	const sent = new Date('2026-09-01T08:00:00Z');

	test('an answer is due the contract’s days after what was sent', () => {
		expect(dueAt(sent, 90).toISOString()).toBe('2026-11-30T08:00:00.000Z');
	});

	test.each([
		['2026-11-30T08:00:01Z', 'late'],
		['2026-11-30T08:00:00Z', 'soon'],
		['2026-11-09T08:00:00Z', 'soon'],
		['2026-11-09T07:59:59Z', 'in-time']
	])('at %s it is %s', (now, urgency) => {
		expect(urgencyOf(dueAt(sent, 90), new Date(now))).toBe(urgency);
	});

	test('the day of an instant is that of the territory', () => {
		expect(dayIn(new Date('2026-11-22T23:30:00Z'), 'Europe/Paris')).toBe('2026-11-23');
		expect(dayIn(new Date('2026-11-22T23:30:00Z'), 'America/Martinique')).toBe('2026-11-22');
	});
});

describe('what the author reads', () => {
	const answer: AnswerToTell = {
		outcome: 'postponed',
		text: 'Nous y reviendrons.',
		reasons: 'Le budget est voté en mars.',
		redirectedTo: '',
		reviewOn: '2027-03-01',
		decidedOn: '2026-11-20',
		decidedByBodyName: 'Comité de pilotage',
		proposalTitle: 'Un <bus>',
		sheetCode: null,
		sheetTitle: null,
		intoTitle: null
	};

	test('says who decided, when, why and when it comes back', () => {
		const said = answerParagraphs('fr', answer).join('\n');
		expect(said).toContain('Comité de pilotage le vendredi 20 novembre 2026');
		expect(said).toContain('Le budget est voté en mars.');
		expect(said).toContain('lundi 1er mars 2027');
	});

	test('names the coordination when it decided alone', () => {
		const alone = { ...answer, decidedByBodyName: null, outcome: 'redirected' as const };
		expect(answerParagraphs('fr', { ...alone, redirectedTo: 'la mairie' }).join('\n')).toMatch(
			/coordination du contrat[^]*la mairie/
		);
	});

	test('leads to the page and escapes what people wrote', () => {
		const place = { territory: 'Essai', address: 'https://x.example/p', helpPhone: '01' };
		for (const locale of ['fr', 'en'] as const) {
			const mail = answerMail(locale, answer, place);
			expect(mail.text).toContain('https://x.example/p');
			expect(mail.html).toContain('Un &lt;bus&gt;');
			expect(mail.subject).not.toContain('\n');
		}
	});
});
