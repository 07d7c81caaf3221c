import { expect, test } from 'vitest';
import { safeError } from './log.ts';

test('an error of the database keeps its code and constraint, and nothing people wrote', () => {
	const error = Object.assign(new Error('invalid input syntax for type uuid: "Claire Martin"'), {
		code: '22P02',
		detail: 'Key (email)=(claire@example.org) already exists.',
		constraint_name: 'account_email_unique',
		parameters: ['claire@example.org']
	});
	const kept = JSON.stringify(safeError(error));
	expect(kept).toContain('22P02');
	expect(kept).toContain('account_email_unique');
	expect(kept).toContain('log.test.ts');
	expect(kept).not.toMatch(/claire/i);
});

test('a parser’s error says where, not what', () => {
	let thrown: unknown;
	try {
		JSON.parse('mon témoignage');
	} catch (error) {
		thrown = error;
	}
	expect(JSON.stringify(safeError(thrown))).not.toContain('témoignage');
});

test('an error of ours keeps its message and its cause', () => {
	const error = new Error('the room is gone', { cause: new TypeError('x is not a function') });
	expect(safeError(error)).toMatchObject({
		name: 'Error',
		message: 'the room is gone',
		cause: { name: 'TypeError', message: 'x is not a function' }
	});
});

test('what is not an error says only what kind of thing it is', () => {
	expect(safeError('un texte')).toEqual({ name: 'string' });
});
