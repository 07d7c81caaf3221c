/** What the console says once Parvis answers: where it is, and how to come in. */
import type { Kysely } from 'kysely';
import { arrangePeople, demonstrationKind } from '#lib/account/demonstration.ts';
import { listDemonstrationPeople } from '#lib/account/server/demonstration-queries.ts';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import { createSetupLink } from '#lib/setup/server/setup-link.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';
import { fr } from '#lib/messages/fr.ts';

/** Writes the address and the ways in, in French, on standard output. */
export async function announce(db: Kysely<Database>): Promise<void> {
	const { demo, origin } = environment();
	const lines = [`Parvis est ouvert : ${origin}`];
	if (demo === 'off') lines.push(...(await setupLines(db, origin)));
	else lines.push(...(await demonstrationLines(db, origin)));
	process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

async function demonstrationLines(db: Kysely<Database>, origin: string): Promise<string[]> {
	if (!demonstrationIsOpen()) {
		return [
			'Données fictives. L’entrée en un clic et les courriers restent fermés : cette adresse se joint',
			'd’une autre machine, et tout le monde pourrait y être n’importe qui. Gardez HOST=127.0.0.1, ou',
			'écrivez DEMO=public pour une démonstration ouverte à tous.'
		];
	}
	const people = await listDemonstrationPeople(db);
	const { chosen } = arrangePeople(
		people.map((person) => ({ ...person, kind: demonstrationKind(person) }))
	);
	const shown = chosen.map(
		({ publicName, kind }) => `  · ${publicName} – ${fr.account.demonstration.kinds[kind]}`
	);
	return [
		'Données fictives. Pour entrer en un clic comme l’une de ces personnes :',
		`  ${origin}/demonstration`,
		...shown,
		`Les courriers que Parvis aurait envoyés : ${origin}/demonstration/courriers`
	];
}

async function setupLines(db: Kysely<Database>, origin: string): Promise<string[]> {
	const token = await createSetupLink(db, new Date());
	if (token === null) return [];
	return [
		'Aucun territoire encore. Cette adresse, valable une fois, crée le premier et sa coordination :',
		`  ${origin}/installation/${token}`
	];
}
