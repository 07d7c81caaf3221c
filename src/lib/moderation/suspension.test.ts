import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { newId } from '#lib/database/ids.ts';
import { liftForm, suspendForm } from './suspension-form.ts';
import { suspendedMail } from './suspension-mail.ts';
import { isRunning } from './suspension.ts';

const now = new Date('2026-11-22T10:00:00Z');
const before = new Date('2026-11-21T23:00:00Z');
const after = new Date('2026-11-23T23:00:00Z');

describe('a suspension', () => {
	it.each([
		['without end', { endsAt: null, overAt: null }, true],
		['before its end', { endsAt: after, overAt: null }, true],
		['at its end', { endsAt: now, overAt: null }, false],
		['after its end', { endsAt: before, overAt: null }, false],
		['once lifted', { endsAt: after, overAt: before }, false]
	])('%s', (_when, suspension, runs) => {
		expect(isRunning(suspension, now)).toBe(runs);
	});
});

describe('the form of a suspension', () => {
	const whole = { person: newId(), ground: 'insult', reason: ' Trois menaces. ', endsOn: '' };

	it('takes a reason trimmed, and no end', () => {
		expect(v.parse(suspendForm, whole)).toMatchObject({ reason: 'Trois menaces.', endsOn: null });
	});

	it.each([
		[{ person: 'x' }, 'common.stale_page'],
		[{ ground: undefined }, 'moderation.ground_required'],
		[{ ground: 'ugly' }, 'moderation.ground_required'],
		[{ reason: ' \n' }, 'moderation.reason_required'],
		[{ reason: 'x'.repeat(2001) }, 'moderation.reason_too_long'],
		[{ endsOn: '2026-02-31' }, 'moderation.end_malformed']
	])('says what is wrong of %j', (values, issue) => {
		expect(v.safeParse(suspendForm, { ...whole, ...values }).issues?.[0].message).toBe(issue);
	});

	it('lifts nobody in particular for nobody', () => {
		expect(v.safeParse(liftForm, {}).issues?.[0].message).toBe('common.stale_page');
	});
});

describe('the mail of a suspension', () => {
	const about = {
		locale: 'fr' as const,
		territory: 'Val d’Orsente',
		address: 'https://parvis.example/val/compte/suspension',
		reason: 'Trois menaces <b>écrites</b>.',
		ground: 'C’est insultant ou menaçant',
		lastDay: '30 novembre 2026',
		helpPhone: '01 99 00 10 00',
		helpEmail: 'aide@val.example'
	};

	it('says why, until when, what stays and whom to ask', () => {
		const { subject, text, html } = suspendedMail(about);
		expect(subject).toBe('Votre compte est suspendu – Val d’Orsente');
		for (const words of [
			'C’est insultant ou menaçant',
			'Trois menaces',
			'30 novembre 2026',
			'Vos votes et vos soutiens déjà donnés comptent toujours',
			'01 99 00 10 00 ou aide@val.example',
			'Défenseur des droits',
			about.address
		]) {
			expect(text).toContain(words);
		}
		expect(html).not.toContain('<b>');
	});

	it('says that it lasts until it is lifted, and leaves out an address that there is not', () => {
		const { text } = suspendedMail({ ...about, lastDay: null, helpPhone: '', helpEmail: '' });
		expect(text).toContain('jusqu’à ce que la coordination la lève');
		expect(text).toContain('personne la relise.');
	});

	it('is in the language of who reads it', () => {
		const { subject, text } = suspendedMail({ ...about, locale: 'en' });
		expect(subject).toBe('Your account is suspended – Val d’Orsente');
		expect(text).toContain('review it: 01 99 00 10 00 or aide@val.example.');
	});
});
