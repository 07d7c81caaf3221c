import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Axis } from '#lib/contract/contract.ts';
import { buildPlan } from './plan.ts';

const objective = (id: string) => ({ id, code: id, title: id });
const axis = (id: string, ...objectives: string[]): Axis => ({
	id,
	code: id,
	title: id,
	summary: '',
	tone: 'pine',
	strategicObjectives: [
		{ id: `${id}-s`, code: 's', title: 's', operationalObjectives: objectives.map(objective) }
	]
});
const axes = [axis('A1', 'O1', 'O2'), axis('A2', 'O3')];

describe('the plan as a tree', () => {
	test('a sheet stands under the first objective of its axis that it serves', () => {
		const [first] = buildPlan(axes, [{ id: 'x', axisId: 'A1', objectiveIds: ['O3', 'O2', 'O1'] }]);
		expect(first?.strategies[0]?.objectives.map(({ sheets }) => sheets.length)).toEqual([1, 0]);
	});

	test('a sheet without an objective of its axis is among the others', () => {
		const [first] = buildPlan(axes, [{ id: 'x', axisId: 'A1', objectiveIds: ['O3'] }]);
		expect(first?.others.map(({ id }) => id)).toEqual(['x']);
	});

	test('a filtered plan leaves out what is empty', () => {
		const plan = buildPlan(axes, [{ id: 'x', axisId: 'A2', objectiveIds: ['O3'] }], {
			compact: true
		});
		expect(plan.map(({ id }) => id)).toEqual(['A2']);
		expect(buildPlan(axes, [])).toHaveLength(2);
	});

	test('every sheet of the axes is shown exactly once', () => {
		const sheet = fc.record({
			axisId: fc.constantFrom('A1', 'A2'),
			objectiveIds: fc.subarray(['O1', 'O2', 'O3', 'O9'])
		});
		fc.assert(
			fc.property(fc.array(sheet), fc.boolean(), (sheets, compact) => {
				const all = sheets.map((one, index) => ({ ...one, id: String(index) }));
				const shown = buildPlan(axes, all, { compact }).flatMap((one) => [
					...one.strategies.flatMap(({ objectives }) => objectives.flatMap((o) => o.sheets)),
					...one.others
				]);
				expect(shown.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
			})
		);
	});
});
