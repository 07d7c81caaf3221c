/** What the toolbar offers, by name: the code that does it is loaded with the editor. */

/** As the toolbar has them: what belongs together stands together. */
export const ACTION_GROUPS = [
	['undo', 'redo'],
	['strong', 'em', 'link'],
	['h2', 'h3', 'h4'],
	['bullet', 'numbered', 'outdent', 'indent'],
	['quote']
] as const;
export type EditorAction = (typeof ACTION_GROUPS)[number][number];
export const EDITOR_ACTIONS: readonly EditorAction[] = ACTION_GROUPS.flat();

export interface ActiveFormats {
	kind: string;
	strong: boolean;
	em: boolean;
	link: string | null;
	canUndo: boolean;
	canRedo: boolean;
}

/** Whether an action is pressed at the selection; null for those that have no such state. */
export function isPressed(action: EditorAction, formats: ActiveFormats): boolean | null {
	switch (action) {
		case 'strong':
			return formats.strong;
		case 'em':
			return formats.em;
		case 'link':
			return formats.link !== null;
		case 'indent':
		case 'outdent':
		case 'undo':
		case 'redo':
			return null;
		case 'h2':
		case 'h3':
		case 'h4':
		case 'bullet':
		case 'numbered':
		case 'quote':
			return formats.kind === action;
	}
}

/** Whether an action can do something at the selection. */
export function isPossible(action: EditorAction, formats: ActiveFormats): boolean {
	if (action === 'undo') return formats.canUndo;
	if (action === 'redo') return formats.canRedo;
	if (action === 'indent' || action === 'outdent') {
		return formats.kind === 'bullet' || formats.kind === 'numbered';
	}
	return true;
}
