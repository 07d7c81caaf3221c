/** Ages and states of a text, as its history tells them. */

/** Detail younger than this is never pruned, in days. */
export const KEPT_DAYS = 90;

export interface Sitting {
	/** First and last update. */
	first: number;
	last: number;
	startedAt: Date;
	endedAt: Date;
	/** Public names; null for someone who is not known. */
	authors: (string | null)[];
}

export interface Version {
	id: string;
	seq: number;
	label: string;
	kind: 'named' | 'sealed' | 'restored';
	madeBy: string | null;
	at: Date;
}

/** A moment to compare: an update with words for it. */
export interface Moment {
	seq: number;
	at: Date;
	/** The name of a version; null for the end of a sitting. */
	label: string | null;
}

/** Finds the version by which people know an update: the newest that has a name, else the final one. */
export function versionAt(seq: number, versions: readonly Version[]): Version | null {
	const there = versions.filter((version) => version.seq === seq);
	const newest = (kind: Version['kind']) =>
		there
			.filter((version) => version.kind === kind)
			.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
	return newest('named') ?? newest('sealed') ?? null;
}

/** Gives the moments to choose from, the newest first, each once. */
export function momentsOf(sittings: readonly Sitting[], versions: readonly Version[]): Moment[] {
	const moments = new Map<number, Moment>();
	for (const { first, last, startedAt, endedAt } of sittings) {
		moments.set(last, { seq: last, at: endedAt, label: null });
		if (first === 1 && last > 1) moments.set(1, { seq: 1, at: startedAt, label: null });
	}
	for (const { seq, at, label, kind } of versions) {
		if (kind === 'named') moments.set(seq, { seq, at, label });
	}
	return [...moments.values()].sort((one, other) => other.seq - one.seq);
}
