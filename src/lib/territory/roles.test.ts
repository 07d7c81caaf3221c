import { expect, it } from 'vitest';
import { rolesConflict } from './roles.ts';

it('refuses that a mediator coordinates the contract', () => {
	expect(rolesConflict(['mediator', 'coordinator'])).toBe(true);
	expect(rolesConflict(['coordinator', 'elected'])).toBe(false);
	expect(rolesConflict(['mediator', 'clerk'])).toBe(false);
});
