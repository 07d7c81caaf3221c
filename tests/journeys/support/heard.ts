// What a screen reader is given of the text that is written: Chromium's own tree, not the page's elements.
import type { CDPSession, Page } from '@playwright/test';

type Tree = Awaited<ReturnType<typeof readTree>>;
type Told = Tree[number];

function readTree(session: CDPSession) {
	return session.send('Accessibility.getFullAXTree').then(({ nodes }) =>
		nodes.map(({ nodeId, childIds, role, name }) => ({
			id: nodeId,
			children: childIds ?? [],
			role: String(role?.value ?? ''),
			name: String(name?.value ?? '')
		}))
	);
}

/**
 * The text as it is told, a line a block, from the line that holds `start` on: « list », then its items two
 * blanks further in, each with its sign or number before its words.
 */
export async function heardFrom(page: Page, start: string): Promise<string[]> {
	const session = await page.context().newCDPSession(page);
	const tree = await readTree(session);
	await session.detach();
	const byId = new Map(tree.map((node) => [node.id, node]));
	const text = tree.find(({ role, name }) => role === 'textbox' && name.startsWith('Texte'));
	const lines = text ? linesIn(text, byId, '') : [];
	return lines.slice(lines.findIndex((line) => line.includes(start)));
}

function linesIn(node: Told, byId: Map<string, Told>, indent: string): string[] {
	return childrenOf(node, byId).flatMap((child) => {
		if (child.role === 'list') return [`${indent}list`, ...linesIn(child, byId, `${indent}  `)];
		if (child.role === 'listitem') {
			return [`${indent}${wordsIn(child, byId)}`, ...linesIn(child, byId, `${indent}  `)];
		}
		if (['StaticText', 'ListMarker', 'LineBreak', 'InlineTextBox'].includes(child.role)) return [];
		// What is drawn and told as nothing would be an empty stop on the way.
		const words = wordsIn(child, byId);
		return child.role === 'none' && words === '' ? [] : [`${indent}${child.role} ${words}`];
	});
}

function wordsIn(node: Told, byId: Map<string, Told>): string {
	if (node.role === 'StaticText' || node.role === 'ListMarker') return node.name;
	const parts = childrenOf(node, byId).filter(({ role }) => role !== 'list');
	return parts
		.map((part) => wordsIn(part, byId))
		.join('')
		.trimEnd();
}

function childrenOf(node: Told, byId: Map<string, Told>): Told[] {
	return node.children.flatMap((id) => byId.get(id) ?? []);
}
