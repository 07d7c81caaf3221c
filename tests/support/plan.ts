/** Factories of contributions and action sheets, for tests of consolidation. */
import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import { createActionSheet } from '#lib/action-sheet/server/create-action-sheet.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import type { TestTerritory } from './people.ts';

export interface ContributionOptions {
	title?: string;
	text?: string;
	state?: ProposalState;
	axisId?: string | null;
	author?: Actor & { personId: string };
	reply?: 'email' | 'letter' | 'town_hall' | 'none';
	submittedAt?: Date;
	communeId?: string;
}

let number = 0;

/** Inserts a public contribution with its document, its author and their way to be answered. */
export async function aContribution(
	db: Kysely<Database>,
	t: TestTerritory,
	options: ContributionOptions = {}
): Promise<string> {
	const now = options.submittedAt ?? new Date('2026-11-01T10:00:00Z');
	const text = options.text ?? 'Je ne conduis plus. Un minibus le jeudi suffirait.';
	const documentId = await inTransaction(db, (trx) =>
		createDocument(trx, {
			territoryId: t.territoryId,
			kind: 'proposal',
			texts: { body: text },
			personId: options.author?.personId ?? null,
			now
		})
	);
	const id = newId();
	number += 1;
	await db
		.insertInto('proposal')
		.values({
			id,
			territoryId: t.territoryId,
			contractId: t.contractId,
			windowId: t.windowId,
			axisId: options.axisId === undefined ? t.axisIds[0] : options.axisId,
			communeId: options.communeId ?? null,
			documentId,
			number,
			title: options.title ?? 'Un minibus le jeudi',
			summary: text.slice(0, 200),
			state: options.state ?? 'PUBLISHED',
			channel: 'online',
			fairOrder: 0.5,
			submittedAt: now,
			publishedAt: now,
			updatedAt: now
		})
		.execute();
	if (options.author) {
		await db
			.insertInto('proposalAuthor')
			.values({ proposalId: id, personId: options.author.personId })
			.execute();
	}
	const channel = options.reply ?? 'email';
	await db
		.insertInto('proposalReply')
		.values({
			proposalId: id,
			followNumber: `T-${String(number)}-${id.slice(-6)}`,
			channel,
			email: channel === 'email' ? `auteur-${String(number)}@essai.example` : null,
			postalAddress: channel === 'letter' ? '1 rue du Four, Grandbourg' : null,
			townHallCommuneId: channel === 'town_hall' ? t.communeId : null,
			consent: 'form',
			consentedAt: now
		})
		.execute();
	return id;
}

/** Opens a sheet under the territory's objective, as its coordinator. */
export async function aSheet(
	db: Kysely<Database>,
	t: TestTerritory,
	coordinator: Actor,
	values: { title?: string; description?: string; context?: string; plainSummary?: string } = {}
): Promise<string> {
	const { sheetId } = await runCommand({ db, actor: coordinator }, createActionSheet, {
		objectiveId: t.objectiveId,
		title: values.title ?? 'Transport solidaire vers les soins',
		plainSummary: values.plainSummary ?? '',
		reference: '',
		context: values.context ?? '',
		description: values.description ?? '',
		amendmentId: null
	});
	return sheetId;
}
