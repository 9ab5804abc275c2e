import type pg from 'pg';
import { migrationNames } from '#/db/migrate.ts';
import { CliFault } from '../io.ts';
import type { Manifest } from './manifest.ts';

const folder = new URL('../../db/migrations/', import.meta.url);

/** @throws CliFault `backup.newer` where the back-up knows steps that this program does not */
export async function requireKnownSteps(manifest: Manifest, file: string): Promise<void> {
  const known = new Set((await migrationNames()).map((name) => name.replace(/\.ts$/, '')));
  const strange = manifest.migrations.find((name) => !known.has(name));
  if (strange !== undefined)
    throw new CliFault('backup.newer', { file, version: manifest.glasnik, step: strange });
}

/** Everything of ours in the schema, and nothing that an extension brought. */
const CLEAR = `
do $$ declare found record; begin
  for found in select oid::regclass::text as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname not in ('kysely_migration', 'kysely_migration_lock')
      and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
  loop execute format('drop table %s cascade', found.name); end loop;
  for found in select oid::regprocedure::text as name from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')
  loop execute format('drop function %s cascade', found.name); end loop;
  for found in select oid::regtype::text as name from pg_type t where typnamespace = 'public'::regnamespace
      and (typtype in ('e', 'd') or (typtype = 'c' and exists
        (select 1 from pg_class where pg_class.oid = t.typrelid and relkind = 'c')))
      and not exists (select 1 from pg_depend where classid = 'pg_type'::regclass and objid = t.oid and deptype = 'e')
  loop execute format('drop type %s cascade', found.name); end loop;
end $$`;

/** The schema as it was when the back-up was made, empty, inside the transaction of the caller. */
export async function rebuildSchema(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  await client.query(CLEAR);
  for (const name of manifest.migrations) {
    const { statements } = (await import(new URL(`${name}.ts`, folder).href)) as { statements: string };
    await client.query(statements);
  }
  await client.query('delete from kysely_migration');
  await client.query(
    `insert into kysely_migration (name, timestamp) select name, $2 from unnest($1::text[]) as steps (name)`,
    [manifest.migrations, manifest.madeAt],
  );
}
