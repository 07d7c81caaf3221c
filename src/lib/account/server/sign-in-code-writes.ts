/** One-time codes in their table: hashed, bound to the browser that asked, used once. */
import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { CODE_ATTEMPTS, CODE_LASTS, codeFrom } from '../sign-in-code.ts';
import { hashToken, newToken } from './token.ts';

export interface NewSignInCode {
	email: string;
	browserToken: string;
	sharedComputer: boolean;
	nextPath: string;
	now: Date;
}

export interface UsedSignInCode {
	email: string;
	sharedComputer: boolean;
	nextPath: string;
}

/**
 * The hash of a code is made with the browser's secret, which is not stored: whoever reads the table
 * cannot find the code by trying them all.
 */
function hashCode(code: string, browserToken: string): string {
	return hashToken(`${browserToken}:${code}`);
}

/** Makes a code and a link for one address. Gives both in clear, this once. */
export async function insertSignInCode(
	trx: Transaction<Database>,
	request: NewSignInCode
): Promise<{ id: string; code: string; linkToken: string }> {
	const id = newId();
	const code = codeFrom(randomBytes(64));
	const linkToken = newToken();
	await trx
		.insertInto('signInCode')
		.values({
			id,
			email: request.email,
			codeHash: hashCode(code, request.browserToken),
			linkHash: hashToken(linkToken),
			browserHash: hashToken(request.browserToken),
			sharedComputer: request.sharedComputer,
			nextPath: request.nextPath,
			createdAt: request.now,
			expiresAt: new Date(request.now.getTime() + CODE_LASTS)
		})
		.execute();
	return { id, code, linkToken };
}

/** Counts one attempt at every live code of a browser. Gives those that the attempt may open. */
export async function countAttempt(
	trx: Transaction<Database>,
	browserToken: string,
	now: Date
): Promise<string[]> {
	const tried = await trx
		.updateTable('signInCode')
		.set((eb) => ({ attempts: eb('attempts', '+', 1) }))
		.where('browserHash', '=', hashToken(browserToken))
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.where('attempts', '<', CODE_ATTEMPTS)
		.returning('id')
		.execute();
	return tried.map(({ id }) => id);
}

/**
 * Uses the code up and gives what it was asked for; null when it is not one of this browser, is over,
 * was used, or was tried too often. Of two uses at once one gets it.
 */
export async function useSignInCode(
	trx: Transaction<Database>,
	proof: { code: string; among: readonly string[] } | { linkToken: string },
	browserToken: string,
	now: Date
): Promise<UsedSignInCode | null> {
	const used = await trx
		.updateTable('signInCode')
		.set({ usedAt: now })
		.where('browserHash', '=', hashToken(browserToken))
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.where((eb) =>
			'code' in proof
				? eb.and([
						eb('codeHash', '=', hashCode(proof.code, browserToken)),
						eb('id', 'in', proof.among)
					])
				: eb('linkHash', '=', hashToken(proof.linkToken))
		)
		.returning(['email', 'sharedComputer', 'nextPath'])
		.executeTakeFirst();
	return used ?? null;
}

/** Ends the other codes of an address: signing in with one makes the older mails worthless. */
export async function endSignInCodes(
	trx: Transaction<Database>,
	email: string,
	now: Date
): Promise<void> {
	await trx
		.updateTable('signInCode')
		.set({ usedAt: now })
		.where('email', '=', email)
		.where('usedAt', 'is', null)
		.execute();
}

/** Deletes codes a day after they are over: with them goes the address. Says how many. */
export async function purgeSignInCodes(db: Kysely<Database>, now: Date): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('signInCode')
		.where('expiresAt', '<', new Date(now.getTime() - 86_400_000))
		.executeTakeFirst();
	return Number(numDeletedRows);
}
