// The import table of docs/architecture.md, and no cycles.

// Lowest first: a noun may use those before it, never those after it.
const nouns = [
	'event',
	'notification',
	'account',
	'territory',
	'organisation',
	'contract',
	'body',
	'document',
	'moderation',
	'proposal',
	'discussion',
	'lineage',
	'action-sheet',
	'answer',
	'plan',
	'poll',
	'task',
	'setup'
];
const anyNoun = `^src/lib/(?:${nouns.join('|')})/`;
const tests = '(?:\\.test|-arbitraries)\\.ts$';
const data = '^node_modules/(?:kysely|kysely-postgres-js|postgres|@electric-sql|pg-boss|lucia)/';
const live =
	'^node_modules/(?:yjs|y-protocols|y-websocket|y-indexeddb|lib0|ws|prosemirror-[a-z]+)/';
const kit = '^(?:node_modules/@sveltejs/|\\$app/|\\$env/|src/routes/)';

const lowerOnly = nouns.slice(0, -1).map((noun, index) => ({
	name: `${noun}-is-below`,
	comment: `${noun} is lower than what it imports here: the lower noun owns what both need.`,
	severity: 'error',
	from: { path: `^src/lib/${noun}/`, pathNot: tests },
	to: { path: `^src/lib/(?:${nouns.slice(index + 1).join('|')})/` }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circular',
			comment: 'Types alone may know each other: they are gone when the code runs.',
			severity: 'error',
			// A component that draws a tree imports itself.
			from: { path: '^(.+)$' },
			to: { circular: true, pathNot: '^$1$', viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'resolvable',
			comment: 'An import that leads nowhere is not checked by anything.',
			severity: 'error',
			from: {},
			to: {
				couldNotResolve: true,
				pathNot: '^\\$(?:app|env)/|^\\$service-worker$|^virtual:|^\\./\\$types|^(?:\\.\\./)+build/'
			}
		},
		...lowerOnly,
		{
			name: 'pure-files-are-pure',
			comment: 'Files at the top of a noun are safe everywhere: no I/O, no clock, no framework.',
			severity: 'error',
			from: { path: `${anyNoun}[^/]+\\.ts$`, pathNot: tests },
			to: {
				path: [
					'/server/',
					'^server/',
					'^migrations/',
					'^src/lib/(?:database|env\\.ts|log\\.ts|command\\.ts|form-action\\.ts)',
					data,
					live,
					kit
				]
			}
		},
		{
			name: 'pure-files-need-no-node',
			severity: 'error',
			from: { path: `${anyNoun}[^/]+\\.ts$`, pathNot: tests },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'noun-servers-know-no-framework',
			severity: 'error',
			from: { path: '^src/lib/[^/]+/server/', pathNot: tests },
			to: { path: [kit, '^server/', '\\.svelte$'] }
		},
		{
			name: 'no-command-of-another-noun',
			comment:
				'Commands use the queries and writes of lower nouns: two commands would authorise twice.',
			severity: 'error',
			from: { path: '^src/lib/([^/]+)/server/', pathNot: tests },
			to: {
				path: `${anyNoun}server/`,
				pathNot: [
					'^src/lib/$1/',
					'-(?:queries|writes)\\.ts$',
					'^src/lib/event/server/',
					'^src/lib/notification/server/queue-mail\\.ts$',
					'^src/lib/account/server/(?:pending-act|rate-limit|revocation|session|token)\\.ts$'
				]
			}
		},
		{
			name: 'components-stay-in-the-browser',
			severity: 'error',
			from: { path: '^src/.*\\.svelte(?:\\.ts)?$' },
			to: { path: ['/server/', '^server/', '^src/lib/(?:database/|env\\.ts|log\\.ts)', data] }
		},
		{
			name: 'ui-knows-no-domain',
			severity: 'error',
			from: { path: '^src/lib/ui/', pathNot: tests },
			to: { path: [anyNoun, '^src/lib/(?:access|database)/'] }
		},
		{
			name: 'routes-write-no-sql',
			severity: 'error',
			from: { path: '^src/(?:routes/|hooks)', pathNot: tests },
			to: { path: ['^node_modules/(?:kysely|kysely-postgres-js|postgres|@electric-sql)/'] }
		},
		{
			name: 'only-hooks-touch-the-process',
			severity: 'error',
			from: { path: '^src/', pathNot: ['^src/hooks\\.server\\.ts$', tests] },
			to: { path: '^server/' }
		},
		{
			name: 'the-process-knows-no-routes',
			severity: 'error',
			from: { path: '^server/', pathNot: ['^server/build-plugins/', tests] },
			to: { path: kit }
		},
		{
			name: 'the-main-file-loads-no-second-copy',
			comment: 'What has state lives in the build alone; of the sources only what has none.',
			severity: 'error',
			from: { path: '^server/main\\.mjs$' },
			to: {
				pathNot: ['^build/', '^src/lib/(?:env|log)\\.ts$'],
				dependencyTypesNot: ['core']
			}
		},
		{
			name: 'the-start-needs-nothing-installed',
			severity: 'error',
			from: { path: '^server/start' },
			to: { pathNot: '^server/(?:start/|main\\.mjs$)', dependencyTypesNot: ['core'] }
		},
		{
			name: 'migrations-are-frozen',
			comment: 'A migration must do tomorrow what it does today: it never depends on current code.',
			severity: 'error',
			from: { path: '^migrations/', pathNot: tests },
			to: { pathNot: ['^migrations/', '^node_modules/kysely/'] }
		},
		{
			name: 'nothing-imports-tests',
			severity: 'error',
			from: { pathNot: ['^tests/', tests] },
			to: { path: ['^tests/', tests] }
		},
		{
			name: 'no-tools-in-the-product',
			severity: 'error',
			from: { path: '^(?:src|server|migrations)/', pathNot: [tests, '^server/build-plugins/'] },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', '^build/'] },
		exclude: { path: '^\\.svelte-kit/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
			conditionNames: ['svelte', 'import', 'node', 'default'],
			exportsFields: ['exports']
		}
	}
};
