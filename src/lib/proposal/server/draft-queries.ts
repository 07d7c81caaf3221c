import * as v from 'valibot';
import type { QueryContext } from '#lib/command.ts';
import { findPendingAct } from '#lib/account/server/pending-act.ts';

const keptSchema = v.object({
	fields: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	token: v.pipe(v.string(), v.uuid()),
	reply: v.optional(v.record(v.string(), v.string()), {})
});

export type KeptDraft = v.InferOutput<typeof keptSchema>;

/** The contribution kept under a token, if it is one of this territory; null otherwise. */
export async function readDraft(
	{ db, actor }: QueryContext,
	pendingToken: string,
	now: Date
): Promise<(KeptDraft & { sharedComputer: boolean }) | null> {
	const act = await findPendingAct(db, pendingToken, now);
	if (act?.kind !== 'proposal' || act.territoryId !== actor.territoryId) return null;
	const parsed = v.safeParse(keptSchema, act.payload);
	return parsed.success ? { ...parsed.output, sharedComputer: act.sharedComputer } : null;
}
