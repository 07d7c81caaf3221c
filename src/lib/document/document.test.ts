import { expect, test } from 'vitest';
import { canBecome, isDocumentId, isTextName, rightWithin } from './document.ts';

test('a seal is for ever, a freeze is not', () => {
	expect(canBecome('open', 'frozen')).toBe(true);
	expect(canBecome('frozen', 'open')).toBe(true);
	expect(canBecome('open', 'sealed')).toBe(true);
	expect(canBecome('sealed', 'open')).toBe(false);
	expect(canBecome('sealed', 'frozen')).toBe(false);
});

test('nobody writes in a frozen or sealed document', () => {
	expect(rightWithin('open', 'write')).toBe('write');
	expect(rightWithin('frozen', 'write')).toBe('comment');
	expect(rightWithin('sealed', 'write')).toBe('comment');
	expect(rightWithin('sealed', 'none')).toBe('none');
});

test('text names and document ids have one form', () => {
	expect(isTextName('body')).toBe(true);
	expect(isTextName('Body')).toBe(false);
	expect(isTextName('__proto__')).toBe(false);
	expect(isDocumentId('018f2f6e-0000-7000-8000-000000000000')).toBe(true);
	expect(isDocumentId('018F2F6E-0000-7000-8000-000000000000')).toBe(false);
	expect(isDocumentId('../etc/passwd')).toBe(false);
});
