import type { lineage as french } from './lineage.fr.ts';

export const lineage = {
	relations: {
		verbatim: 'taken word for word',
		edited: 'taken and edited',
		summarised: 'summed up',
		merged: 'grouped with another one',
		postponed: 'postponed',
		declined: 'not kept',
		redirected: 'passed on'
	},
	fidelity: {
		verbatim: 'word for word',
		edited: 'edited since',
		reworded: 'in other words',
		removed: 'no longer in the text'
	},
	channels: {
		online: 'online',
		paper: 'on paper',
		spoken: 'spoken',
		workshop: 'in a workshop',
		import: 'from a former collection'
	},
	origin: 'Where the text comes from',
	originLead: 'Whose words this sheet is made of.',
	originEmpty: 'This text was written by the coordination team and the partners.',
	originalWords: 'The original words',
	by: (names: string) => `by ${names}`,
	taken: (text: string) => `in “${text}”`,
	pending: 'In progress: the passage is on its way into the text.',
	conflict: 'This passage could not be written into the text. Take it again.',
	undo: 'Stop showing this origin',
	undoHint: 'The words stay in the sheet. To remove them, edit the text.',
	undoMerge: 'Undo this grouping',
	undoMergeHint: 'The contribution is open for debate again, with its supports and comments.',
	became: 'What became of it',
	mergedInto: (title: string) => `Grouped with “${title}”`,
	mergedHere: (title: string) => `“${title}” is grouped here`,
	issues: {
		choose_contribution: 'Choose a contribution.',
		choose_target: 'Choose the contribution to group it with.',
		choose_passage: 'Tick at least one sentence, or paste an extract.',
		same: 'A contribution cannot be grouped with itself.',
		not_open: 'This contribution is no longer open for debate: it cannot be grouped any more.',
		target_not_open: 'The other contribution is no longer open for debate. Choose another one.',
		undone_already: 'This is undone already.',
		changed: 'This contribution changed state in the meantime. Read it again, then try again.',
		answered: 'The answer is published: another decision is needed.',
		not_public: 'This contribution is not public: its words cannot go into the plan.',
		not_an_extract:
			'These words are not, or no longer, in the contribution. Read it again, then choose again.',
		content_required: 'Write the words that will go into the sheet.',
		passage_too_long: 'This passage is too long: 5,000 characters at most.',
		reason_too_long: 'This reason is too long: 500 characters at most.'
	}
} satisfies typeof french;
