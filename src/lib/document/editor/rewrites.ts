/** What a rule of typing has just made of what was typed: Backspace right after, or undo, takes back that alone. */
import { Plugin, PluginKey, type Command, type Transaction } from 'prosemirror-state';

/** Its meta says `done` of what rules do, `taken back` when that is undone. */
export const rewritesKey = new PluginKey<Transaction | null>('rewrites');

/** Keeps what rules did since something was last typed or the caret moved. */
export function rewrites(): Plugin<Transaction | null> {
	return new Plugin<Transaction | null>({
		key: rewritesKey,
		state: {
			init: () => null,
			apply(tr, done) {
				if (tr.getMeta(rewritesKey) === 'done') return tr;
				return tr.docChanged || tr.selectionSet ? null : done;
			}
		}
	});
}

/** Gives back what the keys alone had written, when rules have just rewritten it. */
export const takeBackRewrite: Command = (state, dispatch) => {
	const done = rewritesKey.getState(state);
	if (!done) return false;
	const { tr } = state;
	for (let at = done.steps.length - 1; at >= 0; at--) {
		const [step, doc] = [done.steps[at], done.docs[at]];
		if (step && doc) tr.step(step.invert(doc));
	}
	dispatch?.(tr.setMeta(rewritesKey, 'taken back'));
	return true;
};
