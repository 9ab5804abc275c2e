import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite, test } from 'node:test';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = dirname(import.meta.dirname);

/** What each rule is there to forbid: who imports whom. `type` marks an import of types alone. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, to: string, type?: 'type'])[] = [
  ['room-kernel', 'src/kernel/a.ts', 'src/config/config.ts'],
  ['room-language', 'src/language/a.ts', 'src/kernel/errors.ts'],
  ['room-contract', 'src/contract/a.ts', 'src/language/index.ts'],
  ['room-config', 'src/config/a.ts', 'src/db/database.ts'],
  ['room-db', 'src/db/a.ts', 'src/config/config.ts'],
  ['room-db', 'src/db/b.ts', 'src/modules/posts/index.ts', 'type'],
  ['room-connector-contract', 'src/connectors/contract.ts', 'src/connectors/index.ts'],
  ['room-connector-list', 'src/connectors/registry.ts', 'src/modules/posts/index.ts'],
  ['room-connector', 'src/connectors/bluesky/a.ts', 'src/connectors/sandbox/index.ts'],
  ['room-connector', 'src/connectors/bluesky/b.ts', 'src/connectors/registry.ts'],
  ['room-connector', 'src/connectors/bluesky/c.ts', 'src/db/database.ts'],
  ['room-connector', 'src/connectors/bluesky/d.ts', 'src/modules/posts/index.ts', 'type'],
  ['room-module-posts', 'src/modules/posts/a.ts', 'src/modules/publishing/index.ts'],
  ['room-module-posts', 'src/modules/posts/b.ts', 'src/modules/publishing/index.ts', 'type'],
  ['room-module-posts', 'src/modules/posts/c.ts', 'src/modules/media/queries.ts'],
  ['room-module-posts', 'src/modules/posts/d.ts', 'src/connectors/registry.ts'],
  ['room-module-posts', 'src/modules/posts/e.ts', 'src/config/config.ts'],
  ['room-module-posts', 'src/modules/posts/f.ts', 'src/contract/index.ts'],
  ['room-module-posts', 'src/modules/posts/g.ts', 'src/worker/jobs.ts'],
  ['room-module-records', 'src/modules/records/a.ts', 'src/modules/people/index.ts'],
  ['room-module-programme', 'src/modules/programme/a.ts', 'src/modules/insights/queries.ts'],
  ['room-api', 'src/api/a.ts', 'src/modules/posts/queries.ts'],
  ['room-api', 'src/api/b.ts', 'src/db/migrate.ts'],
  ['room-api', 'src/api/c.ts', 'src/site/pages.ts'],
  ['edges-know-types-only', 'src/api/d.ts', 'src/db/database.ts'],
  ['edges-know-types-only', 'src/api/f.ts', 'src/connectors/registry.ts'],
  ['room-site', 'src/site/a.ts', 'src/connectors/bluesky/e.ts'],
  ['room-worker', 'src/worker/a.ts', 'src/language/index.ts'],
  ['room-cli', 'src/cli/a.ts', 'src/api/routes.ts'],
  ['room-client', 'src/client/a.ts', 'src/modules/posts/index.ts', 'type'],
  ['room-client', 'src/client/b.ts', 'src/config/config.ts'],
  ['room-client', 'src/client/c.ts', 'src/cli/io.ts'],
  ['room-studio', 'studio/a.tsx', 'src/modules/posts/index.ts'],
  ['room-studio', 'studio/b.tsx', 'src/kernel/errors.ts'],
  ['room-design', 'design/a.ts', 'src/language/index.ts'],
  ['room-demo', 'demo/a.ts', 'src/modules/posts/queries.ts'],
  ['room-demo', 'demo/b.ts', 'src/api/routes.ts'],
  ['no-import-of-tests', 'src/kernel/b.ts', 'tests/helpers/x.ts'],
  ['no-import-of-tests', 'studio/c.tsx', 'src/kernel/errors.test.ts'],
  ['no-test-imports-a-test', 'src/modules/posts/x.test.ts', 'src/kernel/errors.test.ts'],
  ['nobody-imports-the-root', 'src/api/e.ts', 'src/app.ts'],
  ['nobody-imports-main', 'tests/e2e/a.ts', 'src/main.ts'],
  ['known-rooms-only', 'src/utils/a.ts', 'src/kernel/errors.ts'],
  ['known-rooms-only', 'src/modules/chat/a.ts', 'src/kernel/errors.ts'],
  ['resolvable', 'src/kernel/c.ts', './gone.ts'],
  ['contract-speaks-zod-only', 'src/contract/b.ts', 'pg'],
  ['runs-in-the-browser-too', 'src/language/b.ts', 'fs'],
  ['no-cycle', 'src/kernel/ring-a.ts', 'src/kernel/ring-b.ts', 'type'],
];

/** The other half of the ring above; its violation is told once. */
const RING = ['src/kernel/ring-b.ts', 'src/kernel/ring-a.ts', 'type'] as const;

const ALLOWED: readonly (readonly [from: string, to: string, type?: 'type'])[] = [
  ['src/db/fine.ts', 'src/kernel/errors.ts'],
  ['src/modules/posts/fine-1.ts', 'src/modules/media/index.ts'],
  ['src/modules/posts/fine-2.ts', 'src/connectors/contract.ts', 'type'],
  ['src/modules/posts/fine-3.ts', 'src/db/database.ts'],
  ['src/modules/posts/fine-4.ts', 'src/modules/posts/index.ts'],
  ['src/modules/institutions/fine.ts', 'src/modules/records/index.ts'],
  ['src/connectors/bluesky/fine-1.ts', 'src/connectors/_kit/kit.ts'],
  ['src/connectors/bluesky/fine-2.ts', 'src/connectors/contract.ts'],
  ['src/connectors/index.ts', 'src/connectors/sandbox/index.ts'],
  ['src/api/fine-1.ts', 'src/modules/posts/index.ts'],
  ['src/api/fine-2.ts', 'src/db/database.ts', 'type'],
  ['src/api/fine-3.ts', 'src/connectors/registry.ts', 'type'],
  ['src/client/fine.ts', 'src/contract/index.ts'],
  ['src/services.ts', 'src/modules/posts/queries.ts'],
  ['src/site/fine.ts', 'design/icons.ts'],
  ['src/app.ts', 'src/modules/posts/queries.ts'],
  ['src/main.ts', 'src/app.ts'],
  ['src/modules/posts/fine.test.ts', 'tests/helpers/x.ts'],
  ['tests/e2e/fine.ts', 'src/app.ts'],
  ['studio/fine.tsx', 'src/contract/index.ts'],
  ['src/contract/fine.ts', 'zod'],
];

async function walls(baseDir: string, paths: string[]): Promise<ICruiseResult> {
  const options = await extractOptions(join(root, '.dependency-cruiser.mjs'));
  const { output } = await cruise(paths, { ...options, baseDir }, undefined, {
    tsConfig: extractTSConfig(join(root, 'tsconfig.json')),
  });
  assert.ok(typeof output !== 'string');
  return output;
}

suite('the walls', { timeout: 120_000 }, () => {
  test('find every planted violation, and nothing else', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'glasnik-walls-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await plant(folder);
    const { summary } = await walls(folder, ['src', 'studio', 'demo', 'design', 'tests']);
    const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    const missing = FORBIDDEN.filter(
      ([rule, from, to]) =>
        !found.some((line) => line.startsWith(`${rule}: ${from} -> `) && line.includes(to)),
    );
    assert.deepEqual(missing, []);
    const guilty = new Set(FORBIDDEN.map(([, from]) => from));
    assert.deepEqual(
      summary.violations.filter(({ from }) => !guilty.has(from)),
      [],
    );
  });

  test('have no rule without a planted violation', async () => {
    const { ruleSet } = await extractOptions(join(root, '.dependency-cruiser.mjs'));
    const names = ruleSet!.forbidden!.map(({ name }) => name!);
    // The chain is one rule per module, made from one list: its ends and middle stand for all.
    const planted = new Set<string>(FORBIDDEN.map(([rule]) => rule));
    assert.deepEqual(
      names.filter((name) => !planted.has(name) && !name.startsWith('room-module-')),
      [],
    );
  });

  test('stand in the real tree, and see all of it', async () => {
    const { summary, modules } = await walls(root, ['src', 'studio', 'demo', 'design', 'scripts']);
    const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    assert.deepEqual(lines, []);
    const files = globSync('{src,studio,demo,design,scripts}/**/*.{ts,tsx,mjs}', { cwd: root });
    const seen = new Set(modules.map(({ source }) => source));
    const unseen = files.filter((file) => !seen.has(file));
    assert.ok(files.length > 50);
    assert.ok(unseen.length < files.length / 10, `the walls do not see ${unseen.join(', ')}`);
    // With the wrong compiler package all files are listed and none of their imports: see package.json.
    assert.ok(summary.totalDependenciesCruised! > files.length);
  });
});

async function plant(folder: string): Promise<void> {
  const words = new Map<string, string>();
  const edges = [
    ...FORBIDDEN.map(([, from, to, type]) => [from, to, type] as const),
    RING,
    ...ALLOWED.map(([from, to, type]) => [from, to, type] as const),
  ];
  for (const [from, to, type] of edges) {
    words.set(from, `${importOf(from, to, type)}\nexport type A = 1;\nexport const a = 1;\n`);
  }
  for (const [, to] of edges) {
    const isFile = /^(src|tests|design)\//.test(to);
    if (isFile && !words.has(to)) {
      words.set(to, 'export type A = 1;\nexport const a = 1;\n');
    }
  }
  words.set('package.json', JSON.stringify({ type: 'module', imports: { '#/*': './src/*' } }));
  for (const [path, text] of words) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function importOf(from: string, to: string, type?: 'type'): string {
  const names = type ? 'type { A }' : '* as b';
  const ours = to.startsWith('src/') ? `#/${to.slice(4)}` : to;
  const up = '../'.repeat(from.split('/').length - 1);
  const target = /^(tests|design)\//.test(to) ? `${up}${to}` : ours;
  return `import ${names} from '${target}';${type ? '' : ' export { b };'}`;
}
