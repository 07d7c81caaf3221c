/** Questions to the database that many ask at the same moment become one. */
import { isRefusedForGood } from '#lib/database/refused-for-good.ts';

/** Longer arrays than this slow the database down. */
const AT_ONCE = 1000;

interface Asked<Question, Answer> {
	question: Question;
	settle: (answer: Answer | PromiseLike<Answer>) => void;
	fail: (error: unknown) => void;
}

/**
 * Gathers what is asked in one turn of the event loop. `ask` gives the answers in the order of the
 * questions. What the database refuses in one question must not fail the others: they are asked apart.
 */
export function gathered<Question, Answer>(
	ask: (questions: readonly Question[]) => Promise<readonly Answer[]>
): (question: Question) => Promise<Answer> {
	let waiting: Asked<Question, Answer>[] = [];

	async function askAll(): Promise<void> {
		const asked = waiting;
		waiting = [];
		for (let start = 0; start < asked.length; start += AT_ONCE) {
			await askTogether(asked.slice(start, start + AT_ONCE));
		}
	}

	async function askTogether(asked: readonly Asked<Question, Answer>[]): Promise<void> {
		try {
			const answers = await ask(asked.map(({ question }) => question));
			for (const [index, answer] of answers.entries()) asked[index]?.settle(answer);
		} catch (error) {
			if (asked.length > 1 && isRefusedForGood(error)) {
				for (const one of asked) await askTogether([one]);
			} else for (const { fail } of asked) fail(error);
		}
	}

	return (question) =>
		new Promise((settle, fail) => {
			if (waiting.length === 0) setImmediate(() => void askAll());
			waiting.push({ question, settle, fail });
		});
}
