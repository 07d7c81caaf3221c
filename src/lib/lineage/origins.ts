/** What the page of a sheet says of each passage: its original words, and how near the text still is. */
import { broughtTexts } from './brought.ts';
import { fidelityOf, isPassage, type Fidelity, type Relation } from './lineage.ts';

interface PassageEdge {
	id: string;
	relation: Relation;
	quote: string;
	intentState: 'pending' | 'applied' | 'conflict' | null;
}

/**
 * Passages of a sheet with what stands of them in its rendered texts. Fidelity is null while a passage
 * is on its way, and for one that was not brought in as letters (the relation then says what it is).
 */
export function originsOf<E extends PassageEdge>(
	edges: readonly E[],
	html: string
): (E & { fidelity: Fidelity | null })[] {
	const brought = broughtTexts(html);
	return edges
		.filter((edge) => isPassage(edge.relation))
		.map((edge) => ({ ...edge, fidelity: fidelityOfEdge(edge, brought.get(edge.id)) }));
}

function fidelityOfEdge(edge: PassageEdge, current: string | undefined): Fidelity | null {
	if (current !== undefined) return fidelityOf(edge.quote, current);
	return edge.intentState === 'applied' ? 'removed' : null;
}
