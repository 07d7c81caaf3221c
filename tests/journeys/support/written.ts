// What the people of the demonstration wrote, to find it again in pages that speak another language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fr } from '#lib/messages/fr.ts';
import { en } from '#lib/messages/en.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'server', 'demo');
/** Names of people and of places have no language. */
const named = ['people.json', 'territory.json', 'organisations.json'];

function stringsOf(value: unknown): string[] {
	if (typeof value === 'string') return value.split('\n');
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap((inner) => stringsOf(inner));
}

/** Passages of more than a word, as pages show them. */
export function writtenPassages(): string[] {
	const said = new Set([...stringsOf(fr), ...stringsOf(en)]);
	const names = new Set(
		named.flatMap((file) =>
			stringsOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))).filter((s) => s.length < 60)
		)
	);
	const passages = readdirSync(folder)
		.filter((file) => file.endsWith('.json') && !named.includes(file))
		.flatMap((file) => stringsOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
		.map((text) => text.replace(/\s+/g, ' ').trim())
		.filter((text) => text.length >= 10 && text.includes(' ') && !text.includes('{'))
		.filter((text) => !said.has(text) && !names.has(text));
	return [...new Set(passages)];
}

/** Passages that a page shows as if they were in its own language, each with the element around it. */
export function unmarkedIn(page: Page, html: string, passages: string[]): Promise<string[]> {
	return page.evaluate(
		({ source, written }) => {
			const read = new DOMParser().parseFromString(source, 'text/html');
			const whole = new Set(written);
			const long = written.filter((passage) => passage.length >= 16);
			const faults: string[] = [];
			const texts = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
				const { currentNode } = texts;
				const parent = currentNode.parentElement;
				const words = (currentNode.textContent ?? '').replace(/\s+/g, ' ').trim();
				if (words.length < 10 || !parent || parent.closest('[lang="fr"], script, style')) continue;
				if (whole.has(words) || long.some((passage) => words.includes(passage))) {
					faults.push(
						`<${parent.tagName.toLowerCase()} class="${parent.className}"> ${words.slice(0, 90)}`
					);
				}
			}
			return [...new Set(faults)];
		},
		{ source: html, written: passages }
	);
}
