/** The plan as a tree: axes, strategic and operational objectives, and the sheets that serve them. */
import type { Axis } from '#lib/contract/contract.ts';

interface Placed {
	id: string;
	axisId: string;
	objectiveIds: readonly string[];
}

export interface PlanObjective<S> {
	id: string;
	code: string;
	title: string;
	sheets: S[];
}

export interface PlanStrategy<S> {
	id: string;
	code: string;
	title: string;
	objectives: PlanObjective<S>[];
}

export interface PlanAxis<S> extends Pick<Axis, 'id' | 'code' | 'title' | 'summary' | 'tone'> {
	strategies: PlanStrategy<S>[];
	/** Sheets of the axis that serve none of its objectives. */
	others: S[];
	count: number;
}

/**
 * Places each sheet once: under the first objective of its own axis that it serves, in the order of
 * the plan, else among the others of its axis. With `compact`, branches without sheet are left out.
 */
export function buildPlan<S extends Placed>(
	axes: readonly Axis[],
	sheets: readonly S[],
	{ compact = false } = {}
): PlanAxis<S>[] {
	return axes
		.map((axis) =>
			buildAxis(
				axis,
				sheets.filter((sheet) => sheet.axisId === axis.id),
				compact
			)
		)
		.filter((axis) => !compact || axis.count > 0);
}

function buildAxis<S extends Placed>(
	axis: Axis,
	sheets: readonly S[],
	compact: boolean
): PlanAxis<S> {
	const placed = new Set<string>();
	const strategies = axis.strategicObjectives.map((strategy) => ({
		id: strategy.id,
		code: strategy.code,
		title: strategy.title,
		objectives: strategy.operationalObjectives
			.map((objective) => {
				const here = sheets.filter(
					(sheet) => !placed.has(sheet.id) && sheet.objectiveIds.includes(objective.id)
				);
				for (const sheet of here) placed.add(sheet.id);
				return { ...objective, sheets: here };
			})
			.filter((objective) => !compact || objective.sheets.length > 0)
	}));
	const { id, code, title, summary, tone } = axis;
	return {
		id,
		code,
		title,
		summary,
		tone,
		strategies: strategies.filter((strategy) => !compact || strategy.objectives.length > 0),
		others: sheets.filter((sheet) => !placed.has(sheet.id)),
		count: sheets.length
	};
}
