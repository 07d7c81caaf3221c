import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

/**
 * Makes a database that starts as a copy of the template at `templateUrl`.
 *
 * @returns the address of the copy
 */
export async function createFromTemplate(templateUrl: string): Promise<string> {
	const copy = new URL(templateUrl);
	copy.pathname = `/test_${randomUUID().replaceAll('-', '')}`;
	await administer(templateUrl, (sql) =>
		sql.unsafe(`create database ${nameOf(copy.href)} template ${nameOf(templateUrl)}`)
	);
	return copy.href;
}

/**
 * Makes an empty database on the same server as `url`, and gives its address.
 */
export async function createEmpty(url: string): Promise<string> {
	const fresh = new URL(url);
	fresh.pathname = `/test_${randomUUID().replaceAll('-', '')}`;
	await administer(url, (sql) => sql.unsafe(`create database ${nameOf(fresh.href)}`));
	return fresh.href;
}

/**
 * Drops the database at `url`, connections included.
 */
export async function dropDatabase(serverUrl: string, url: string): Promise<void> {
	await administer(serverUrl, (sql) =>
		sql.unsafe(`drop database if exists ${nameOf(url)} with (force)`)
	);
}

function nameOf(url: string): string {
	return `"${new URL(url).pathname.slice(1)}"`;
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>) {
	const maintenance = new URL(url);
	maintenance.pathname = '/postgres';
	const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}
