/** What can be wrong with a stored text. */

export const CHECKS = [
	'damaged',
	'gap',
	'checksum',
	'unreadable',
	'pending',
	'snapshot',
	'drift',
	'intent'
] as const;
export type Check = (typeof CHECKS)[number];

export interface Finding {
	documentId: string;
	check: Check;
	/** The update from which on; null when it is not known. */
	seq: number | null;
	/** The updates that are not what was written, 50 at most. */
	rows?: readonly number[];
}

/** Gathers findings by document, each check once, in the order of the checks. */
export function gatherFindings(
	findings: readonly Finding[]
): { documentId: string; checks: Finding[] }[] {
	const byDocument = new Map<string, Map<Check, Finding>>();
	for (const finding of findings) {
		const checks = byDocument.get(finding.documentId) ?? new Map<Check, Finding>();
		byDocument.set(finding.documentId, checks);
		if (!checks.has(finding.check)) checks.set(finding.check, finding);
	}
	return [...byDocument].map(([documentId, checks]) => ({
		documentId,
		checks: CHECKS.map((check) => checks.get(check)).filter((one) => one !== undefined)
	}));
}
