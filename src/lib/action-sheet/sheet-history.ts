/** Events of a sheet in plain words, the same act several times in a row told once. */
import type { Messages } from '#lib/messages/messages.ts';
import { PROGRESSES, SHEET_STATES } from './action-sheet.ts';

interface SheetEvent {
	id: string;
	verb: string;
	detail: Record<string, unknown>;
	at: Date;
}

export interface HistoryLine {
	id: string;
	said: string;
	at: Date;
}

/** The history of a sheet, the latest first; what has no words is left out. */
export function historyOf(m: Messages, events: readonly SheetEvent[]): HistoryLine[] {
	const lines: HistoryLine[] = [];
	for (const { id, verb, detail, at } of events) {
		const said = sentenceOf(m, verb, detail);
		if (said !== '' && lines.at(-1)?.said !== said) lines.push({ id, said, at });
	}
	return lines;
}

function sentenceOf(m: Messages, verb: string, detail: Record<string, unknown>): string {
	const { history, states, progress } = m.actionSheet;
	switch (verb) {
		case 'action-sheet-created':
			return history.created;
		case 'action-sheet-edited':
			return history.edited;
		case 'action-sheet-stepped': {
			const to = SHEET_STATES.find((state) => state === detail['to']);
			return to ? history.stepped(states[to]) : '';
		}
		case 'action-sheet-followed': {
			const now = PROGRESSES.find((one) => one === detail['progress']);
			return now ? history.followed(progress[now]) : '';
		}
		case 'passage-taken':
			return history.passage;
		case 'funding-line-added':
		case 'funding-line-edited':
		case 'funding-line-removed':
			return history.money;
		case 'indicator-added':
		case 'indicator-edited':
		case 'indicator-removed':
			return history.indicator;
		default:
			return '';
	}
}
