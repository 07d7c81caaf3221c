import { expect, test } from 'vitest';
import { messagesOf } from '#lib/messages/messages.ts';
import { coordinatorNavigation, publicNavigation } from './navigation.ts';

const all = { hasContract: true, hasPolls: true, hasCircuit: true };
const m = messagesOf('fr');
const currentOf = (entries: { href: string; current: boolean }[]) =>
	entries.filter(({ current }) => current).map(({ href }) => href);

test('an entry shows only when it has something behind it', () => {
	const none = { hasContract: false, hasPolls: false, hasCircuit: false };
	expect(publicNavigation(m, '/val', '/val', none).map(({ href }) => href)).toEqual(['/val']);
	expect(publicNavigation(m, '/val', '/val', all)).toHaveLength(5);
	const without = coordinatorNavigation(m, '/val', '/val/a-faire', { ...all, hasCircuit: false });
	expect(without.map(({ href }) => href)).not.toContain('/val/coordination/validation');
});

test('one entry is current, also on the pages below it', () => {
	expect(currentOf(publicNavigation(m, '/val', '/val', all))).toEqual(['/val']);
	expect(currentOf(publicNavigation(m, '/val', '/val/plan/x', all))).toEqual(['/val/plan']);
	expect(currentOf(publicNavigation(m, '/val', '/val/planification', all))).toEqual([]);
});

test('the workbench stands under the sheets, and letters under the answers', () => {
	const at = (path: string) => currentOf(coordinatorNavigation(m, '/val', path, all));
	expect(at('/val/coordination/atelier/x')).toEqual(['/val/coordination/fiches']);
	expect(at('/val/coordination/courriers')).toEqual(['/val/coordination/reponses']);
	expect(at('/val/coordination/signalements')).toEqual(['/val/coordination/contributions']);
	expect(at('/val/a-faire')).toEqual(['/val/a-faire']);
});
