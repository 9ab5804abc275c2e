# builds the template on my own server from a copy with 0008 mended
set -e
cd /work/main
rm -rf tests/kill/_db && cp -r src/db tests/kill/_db
sed -i 's/from acts where request_id = id)/from acts where acts.request_id = request_was_done.id)/' tests/kill/_db/migrations/0008-requests.ts
cat > tests/kill/_build.ts <<'E2'
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate } from './_db/migrate.ts';
import { migrationNames } from '#/db/migrate.ts';
const url = process.env.GLASNIK_TEST_DATABASE_URL!;
const hash = createHash('sha256');
for (const file of ['migrate.ts', ...(await migrationNames()).map((n) => `migrations/${n}`)]) hash.update(await readFile(new URL('../../src/db/' + file, import.meta.url)));
const name = 'template_' + hash.digest('hex').slice(0, 12);
const c = new pg.Client(url); await c.connect();
const { rows } = await c.query('select 1 from pg_database where datname=$1', [name]);
if (!rows.length) {
  await c.query(`create database ${name}`);
  await migrate({ ownerUrl: Object.assign(new URL(url), { pathname: '/' + name }).href, appPassword: 'app-in-tests' });
  console.log('built', name);
}
await c.end();
E2
node_modules/.bin/node tests/kill/_build.ts
rm -rf tests/kill/_db tests/kill/_build.ts
