/** Who may import whom. Columns are listed ground floor first: a column sees only those before it. */
const COLUMNS = [
  'people',
  'files',
  'notices',
  'grids',
  'points',
  'cases',
  'reports',
  'patrols',
  'volunteering',
  'boards',
  'flags',
  'honours',
  'bulletins',
  'projects',
  'accountability',
  'stats',
]
const any = COLUMNS.join('|')
const rule = (name, from, to, more = {}) => ({ name, severity: 'error', from, to, ...more })

module.exports = {
  forbidden: [
    rule('no-circles', {}, { circular: true }),
    rule('shared-is-pure', { path: '^shared/' }, { pathNot: ['^shared/', '^node_modules/(zod|@noble/hashes)/'] }),
    rule(
      'schema-sees-shared',
      { path: '^schema/', pathNot: '^schema/drizzle\\.config' },
      { pathNot: ['^(schema|shared)/', '^node_modules/drizzle-orm/'] },
    ),
    rule(
      'phone-sees-shared',
      { path: '^miniapp/' },
      { path: '^(functions|schema|tests)/|^node_modules/(hono|drizzle-orm)/' },
    ),
    rule('server-sees-no-phone', { path: '^functions/' }, { path: '^(miniapp|tests)/' }),
    rule(
      'sql-lives-in-queries',
      { path: '^functions/', pathNot: '/queries\\.ts$|-queries\\.ts$|^functions/(db|seed|tools)/' },
      { path: '^schema/(?!seed/)|^node_modules/drizzle-orm/' },
    ),
    rule(
      'hono-lives-at-the-door',
      { path: '^functions/', pathNot: '/routes\\.ts$|^functions/(http/|app|serve|edge)' },
      { path: '^node_modules/(hono|@hono)/' },
    ),
    rule('doors-hold-no-sql', { path: '/routes\\.ts$' }, { path: 'queries\\.ts$' }),
    rule('queries-know-no-http', { path: 'queries\\.ts$' }, { path: '^functions/http/' }),
    rule('hall-knows-no-room', { path: '^functions/(http|db|outside)/' }, { path: `^functions/(${any})/` }),
    rule(
      'outside-comes-in-through-deps',
      { path: '^functions/', pathNot: '^functions/(serve|edge|outside/|db/|tools/)' },
      { path: '^functions/(outside/|db/(pglite|postgres|neon))' },
    ),
    rule(
      'device-knows-the-phone-only',
      { path: '^miniapp/src/device/' },
      { path: '^miniapp/src/(api|ui|features|pages|mine|staff)/' },
    ),
    rule('ui-is-dumb', { path: '^miniapp/src/ui/' }, { path: '^miniapp/src/(api|features|pages|mine|staff)/' }),
    rule(
      'nobody-imports-pages',
      { path: '^miniapp/src/(api|ui|features)/' },
      { path: '^miniapp/src/(pages|mine|staff)/' },
    ),
    rule('pages-do-not-call', { path: '^miniapp/src/(pages|mine|staff|ui)/' }, { path: '^miniapp/src/api/' }),
    ...COLUMNS.map((column, i) =>
      rule(
        `${column}-sees-only-below`,
        { path: `^(shared|schema|functions|miniapp/src/features)/${column}[/.]` },
        { path: `^(shared|schema|functions|miniapp/src/features)/(${COLUMNS.slice(i + 1).join('|') || '-'})[/.]` },
      ),
    ),
    rule(
      'every-room-has-a-name',
      { path: '^functions/' },
      { path: `^functions/(?!(${any}|http|db|jobs|outside|seed|tools)/|app|serve|edge)` },
    ),
    rule(
      'no-orphans',
      {
        orphan: true,
        pathNot:
          '^tests/|\\.(d|config)\\.ts$|^miniapp/src/(pages|mine|staff|app)|^functions/(serve|edge|app|tools/run)|\\.mjs$',
      },
      {},
    ),
    rule('declared', {}, { dependencyTypes: ['npm-no-pkg', 'unknown'] }),
    rule('resolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^\\.data/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
