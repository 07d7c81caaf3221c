/** Writes schema.ts from an empty database migrated to the latest version: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '#migrations/index.ts';

interface Column {
	table: string;
	name: string;
	type: string;
	nullable: boolean;
	defaulted: boolean;
	generated: boolean;
}

const TYPES: Record<string, string> = {
	uuid: 'string',
	text: 'string',
	citext: 'string',
	bool: 'boolean',
	int4: 'number',
	int8: 'number',
	float8: 'number',
	timestamptz: 'Timestamp',
	date: 'Day',
	bytea: 'Uint8Array',
	jsonb: 'Json',
	tsvector: 'Generated<string>',
	_uuid: 'string[]',
	_text: 'string[]'
};

const pascal = (name: string) =>
	name.replace(/(^|_)(\w)/g, (_match, _gap, letter: string) => letter.toUpperCase());
const camel = (name: string) => {
	const whole = pascal(name);
	return whole.charAt(0).toLowerCase() + whole.slice(1);
};

const client = await PGlite.create({ extensions: { pg_trgm, unaccent, citext } });
const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: client }) });
const migrator = new Migrator({
	db,
	provider: { getMigrations: () => Promise.resolve(migrations) }
});
const { error } = await migrator.migrateToLatest();
if (error) throw error;

const columns = await sql<Column>`
	select c.relname as "table", a.attname as name, t.typname as type,
		not a.attnotnull as nullable, a.atthasdef as defaulted, a.attgenerated <> '' as generated
	from pg_class c
	join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	join pg_type t on t.oid = a.atttypid
	where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%'
	order by c.relname, a.attnum
`.execute(db);
const checks = await sql<{ table: string; definition: string }>`
	select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition
	from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
`.execute(db);

const unions = new Map<string, string>();
for (const { table, definition } of checks.rows) {
	const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition);
	if (match?.[1] && match[2]) {
		const values = [...match[2].matchAll(/'([^']*)'::text/g)].map((value) => `'${value[1] ?? ''}'`);
		unions.set(`${table}.${match[1]}`, values.join(' | '));
	}
}

const tables = new Map<string, string[]>();
for (const column of columns.rows) {
	let type = unions.get(`${column.table}.${column.name}`) ?? TYPES[column.type];
	if (!type) throw new Error(`no type for ${column.table}.${column.name} (${column.type})`);
	if (column.nullable && !column.generated) type = `${type} | null`;
	if (column.defaulted && !column.generated) {
		type = type === 'Json' || type === 'Timestamp' ? `Generated${type}` : `Generated<${type}>`;
	}
	const lines = tables.get(column.table) ?? [];
	lines.push(`\t${camel(column.name)}: ${type};`);
	tables.set(column.table, lines);
}

const names = [...tables.keys()];
writeFileSync(
	new URL('./schema.ts', import.meta.url),
	`/** The tables as Kysely sees them. Written by \`npm run schema\` from the migrations: do not edit. */
import type { ColumnType, Generated } from 'kysely';

/** An instant in UTC. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** A plain day, YYYY-MM-DD. */
export type Day = ColumnType<string, string, string>;
/** A JSON object; pass objects, never JSON strings. */
export type Json = ColumnType<Record<string, unknown>, object, object>;
export type GeneratedJson = ColumnType<Record<string, unknown>, object | undefined, object>;
export type GeneratedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;

${names.map((name) => `export interface ${pascal(name)}Table {\n${(tables.get(name) ?? []).join('\n')}\n}`).join('\n\n')}

export interface Database {
${names.map((name) => `\t${camel(name)}: ${pascal(name)}Table;`).join('\n')}
}
`
);
await db.destroy();
