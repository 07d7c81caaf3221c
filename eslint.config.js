import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const rendered = 'src/lib/document/RenderedText.svelte';
const anyKysely = {
	selector: 'TSTypeReference[typeName.name=/^(Kysely|Transaction)$/] TSAnyKeyword',
	message: 'Kysely<any> checks nothing: name the tables, or use Kysely<unknown> in a migration.'
};
const bareTransaction = {
	selector: 'CallExpression[callee.property.name=/^(transaction|startTransaction)$/]',
	message: 'Use inTransaction of #lib/database/transaction.ts: it refuses db inside a transaction.'
};
const dollarLib = {
	selector: 'ImportDeclaration[source.value=/^\\$lib/]',
	message: 'Import #lib/…, with the extension: Node, Vite and TypeScript resolve it alike.'
};
const environment = {
	object: 'process',
	property: 'env',
	message: 'The environment is read in src/lib/env.ts alone.'
};

export default defineConfig(
	globalIgnores([
		'build/',
		'.svelte-kit/',
		'data/',
		'node_modules/',
		'test-results/',
		'playwright-report/'
	]),
	{ linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
	ts.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { attributes: false } }
			],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			// A name that begins with _ says that it is there to be left out.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			// It refuses Promise.withResolvers<void>(), the plain way to wait for a moment.
			'@typescript-eslint/no-invalid-void-type': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			'svelte/no-target-blank': 'error',
			// Links are plain paths: Parvis lives at the root of its address.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: [rendered], rules: { 'svelte/no-at-html-tags': 'off' } },
	{
		rules: {
			'max-lines': ['error', { max: 300 }],
			'no-console': 'error',
			'no-restricted-properties': ['error', environment],
			'no-restricted-syntax': ['error', anyKysely, bareTransaction, dollarLib],
			eqeqeq: 'error',
			'prefer-const': 'error',
			'no-param-reassign': 'error'
		}
	},
	{
		files: ['src/lib/database/**', 'migrations/**'],
		rules: { 'no-restricted-syntax': ['error', anyKysely, dollarLib] }
	},
	{
		files: [
			'src/lib/env.ts',
			'server/**/*.mjs',
			'server/build-plugins/**',
			'tests/**',
			'*.config.ts',
			'**/*.test.ts'
		],
		rules: { 'no-restricted-properties': 'off', 'no-console': 'off' }
	},
	{
		files: [
			'**/*.test.ts',
			'tests/**',
			'migrations/**',
			'src/lib/messages/**',
			'src/lib/database/schema.ts'
		],
		rules: { 'max-lines': 'off' }
	}
);
