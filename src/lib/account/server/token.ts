/** Secrets that a browser holds; the database keeps their hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** Makes a secret of 256 random bits that fits in a cookie and in an address. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret: whoever reads the table cannot use it. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}
