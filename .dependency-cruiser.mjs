// The rooms of the house and what each may import: the table in docs/architecture.md, as rules.
// tests/walls.test.ts plants a violation of each rule and expects it to be found.

/** Modules in the order of the chain: each may know those before it. All write to the record, so it comes first. */
const CHAIN = [
  'records',
  'institutions',
  'mail',
  'people',
  'sign-in',
  'notices',
  'writing',
  'accounts',
  'strategy',
  'planning',
  'calendar',
  'media',
  'elections',
  'templates',
  'posts',
  'links',
  'slots',
  'deadlines',
  'review',
  'publishing',
  'pause',
  'exchange',
  'handover',
  'digests',
  'webhooks',
  'sandbox',
  'dialogue',
  'decisions',
  'insights',
  'visuals',
  'promotion',
  'contests',
  'events',
  'academy',
  'programme',
];

const OURS = '^(src|studio|demo|design|bench|tests|scripts)/';
/** Tests see everything but each other; the benchmark is one. */
const TESTS = '([.]test[.]tsx?$|^tests/|^bench/)';

const KERNEL = '^src/kernel/';
const LANGUAGE = '^src/language/';
const CONTRACT = '^src/contract/';
const CONFIG = '^src/config/';
const DB = '^src/db/';
/** Edges hand on what the root gives them; what they may know of it is its type (`edges-know-types-only`). */
const HANDED_ON = '^src/(db/database|connectors/(contract|registry))[.]ts$';
const DESIGN = '^design/';
/** The contract, and what a connector says of itself, which it hands on. */
const CONNECTOR_CONTRACT = '^src/connectors/(contract|manifest)[.]ts$';
const FRONT_DOORS = '^src/modules/[^/]+/index[.]ts$';

const ROOMS = [
  { name: 'kernel', may: [] },
  { name: 'language', may: [] },
  { name: 'contract', may: [] },
  { name: 'config', may: [KERNEL] },
  { name: 'db', may: [KERNEL] },
  { name: 'api', may: [KERNEL, LANGUAGE, CONTRACT, HANDED_ON, FRONT_DOORS] },
  { name: 'site', may: [KERNEL, LANGUAGE, CONTRACT, DESIGN, HANDED_ON, FRONT_DOORS] },
  { name: 'worker', may: [KERNEL, HANDED_ON, FRONT_DOORS] },
  { name: 'client', may: [KERNEL, LANGUAGE, CONTRACT] },
  { name: 'cli', may: [KERNEL, LANGUAGE, CONFIG, DB, FRONT_DOORS] },
].map(({ name, may }) => room(name, `^src/${name}/`, may));

const MODULES = CHAIN.map((name, place) =>
  room(`module-${name}`, `^src/modules/${name}/`, [
    KERNEL,
    LANGUAGE,
    DB,
    CONNECTOR_CONTRACT,
    ...CHAIN.slice(0, place).map((before) => `^src/modules/${before}/index[.]ts$`),
  ]),
);

const OUTSIDE = [
  room('studio', '^studio/', [CONTRACT, LANGUAGE, DESIGN]),
  room('design', '^design/', []),
  room('demo', '^demo/', [KERNEL, LANGUAGE, CONFIG, DB, FRONT_DOORS]),
  room('connector-contract', CONNECTOR_CONTRACT, [KERNEL, LANGUAGE, CONNECTOR_CONTRACT]),
  // The list and the registry are where connectors meet; a connector itself knows its own folder only.
  room('connector-list', '^src/connectors/(?!(?:contract|manifest)[.])[^/]+[.]ts$', [
    KERNEL,
    LANGUAGE,
    '^src/connectors/',
  ]),
  room('connector', '^src/connectors/([^/]+)/', [
    KERNEL,
    LANGUAGE,
    CONNECTOR_CONTRACT,
    '^src/connectors/_kit/',
    '^src/connectors/$1/',
  ]),
];

const FOR_ALL = [
  {
    name: 'edges-know-types-only',
    from: { path: '^src/(api|site|worker)/', pathNot: TESTS },
    to: { path: HANDED_ON, dependencyTypesNot: ['type-only'] },
  },
  { name: 'no-cycle', from: {}, to: { circular: true } },
  { name: 'no-import-of-tests', from: { pathNot: [TESTS, '^scripts/'] }, to: { path: TESTS } },
  { name: 'no-test-imports-a-test', from: {}, to: { path: '[.]test[.]tsx?$' } },
  // The files right below src put the rooms together: app.ts, its helpers, main.ts.
  {
    name: 'nobody-imports-the-root',
    from: { pathNot: [TESTS, '^src/[^/]+[.]ts$', '^scripts/'] },
    to: { path: '^src/[^/]+[.]ts$' },
  },
  { name: 'nobody-imports-main', from: {}, to: { path: '^src/main[.]ts$' } },
  {
    name: 'known-rooms-only',
    from: {
      path: '^src/[^/]+/',
      pathNot: `^src/(kernel|language|contract|config|db|api|site|worker|cli|client|connectors|modules/(${CHAIN.join('|')}))/`,
    },
    to: {},
  },
  // A wall that cannot see where an import leads is no wall.
  { name: 'resolvable', from: { path: '^(src|demo|design)/' }, to: { couldNotResolve: true } },
  {
    name: 'contract-speaks-zod-only',
    from: { path: CONTRACT, pathNot: TESTS },
    to: { dependencyTypesNot: ['local', 'aliased', 'type-only'], pathNot: [OURS, '(^|/)node_modules/zod/'] },
  },
  {
    name: 'runs-in-the-browser-too',
    from: { path: ['^src/(language|contract)/', '^studio/'], pathNot: [TESTS, '^studio/vite', '/testing/'] },
    to: { dependencyTypes: ['core'] },
  },
].map((rule) => ({ severity: 'error', ...rule }));

/** A room: what lies in it may import itself, packages, and of ours only what is listed. */
function room(name, path, may) {
  const itself = path.startsWith('^src/connectors/') ? [] : [path];
  return {
    name: `room-${name}`,
    severity: 'error',
    from: { path, pathNot: TESTS },
    to: { path: OURS, pathNot: [...itself, ...may, TESTS] },
  };
}

export default {
  forbidden: [...ROOMS, ...MODULES, ...OUTSIDE, ...FOR_ALL],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^tests/networks/node_modules', '^dist/', '^data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type-only imports bind rooms as much as others do, and their cycles too.
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
