import { describe, expect, test } from 'vitest';
import { composeMail, isFictitious, mailDelivery } from './mail.ts';

describe('what becomes of mail', () => {
	test.each([
		['local', null, 'keep'],
		['local', 'smtp://localhost', 'send'],
		['public', null, 'keep'],
		['public', 'smtp://localhost', 'keep'],
		['off', null, 'print'],
		['off', 'smtp://localhost', 'send']
	] as const)('with DEMO %s and SMTP_URL %s it is: %s', (demo, smtpUrl, expected) => {
		expect(mailDelivery({ demo, smtpUrl })).toBe(expected);
	});

	test.each([
		['solene@habitants.example', true],
		['X@Y.TEST', true],
		['a@example.org', true],
		['a@b.invalid', true],
		['a@example.fr', false],
		['a@monexample.org', false],
		['example@mairie.fr', false],
		['a@example.org.fr', false]
	])('%s is fictitious: %s', (address, expected) => {
		expect(isFictitious(address)).toBe(expected);
	});
});

describe('a mail', () => {
	const mail = composeMail({
		locale: 'fr',
		subject: 'Votre code\r\nBcc: tous@mairie.fr',
		parts: [
			'Bonjour <b>vous</b>',
			{ code: 'ABCD-2345' },
			{ href: 'https://p.fr/?a=1&b="2"', label: 'Ouvrir' }
		],
		footer: ['Pays d’essai']
	});

	test('has one line of subject, whatever was typed', () => {
		expect(mail.subject).toBe('Votre code Bcc: tous@mairie.fr');
	});

	test('shows what people wrote as they wrote it', () => {
		expect(mail.html).toContain('Bonjour &lt;b&gt;vous&lt;/b&gt;');
		expect(mail.html).toContain('href="https://p.fr/?a=1&amp;b=&quot;2&quot;"');
		expect(mail.text).toContain('Bonjour <b>vous</b>');
	});

	test('says the same in plain text, with the address in full', () => {
		expect(mail.text).toBe(
			'Bonjour <b>vous</b>\n\n    ABCD-2345\n\nOuvrir\nhttps://p.fr/?a=1&b="2"\n\n-- \nPays d’essai\n'
		);
	});
});
