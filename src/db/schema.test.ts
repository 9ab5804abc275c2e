import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { newId } from '#/kernel/ids.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { schemaSnapshot } from './schema-snapshot.ts';

/** Tables that belong to no institution, each with the reason. Everything else must be behind the wall. */
const OF_NO_TENANT: Record<string, string> = {
  people: 'a person can belong to several institutions',
  sessions: 'of a person',
  credentials: 'of a person',
  verifications: 'of a person, before one is known',
  two_factors: 'of a person',
  passkeys: 'of a person',
  push_keys: 'of the installation; the private half is sealed',
  kysely_migration: 'of the program',
  kysely_migration_lock: 'of the program',
};

/** Behind a wall of their own: a row is seen by its person, in whichever institution they work at the moment. */
const OF_A_PERSON = ['push_subscriptions', 'coordinators'];

describe('the database', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  test('has the shape that schema.sql shows (npm run schema writes it)', async () => {
    const kept = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
    assert.equal(await schemaSnapshot(database.owner), kept);
  });

  test('has row-level security with a policy on every table of a tenant', async () => {
    const { rows } = await database.owner.query<{ name: string; walled: boolean; policies: string }>(`
      select c.relname as name, c.relrowsecurity as walled,
        (select count(*) from pg_policy where polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    assert.ok(rows.length > 20, `only ${rows.length} tables were seen`);
    const open = rows.filter((row) => !row.walled || Number(row.policies) === 0).map((row) => row.name);
    assert.deepEqual(open.toSorted(), Object.keys(OF_NO_TENANT).toSorted());
  });

  test('gives every table of a tenant an institution, and none to the others', async () => {
    const { rows } = await database.owner.query<{ name: string; has: boolean }>(`
      select c.relname as name, exists (select 1 from pg_attribute where attrelid = c.oid
        and attname = 'institution_id' and not attisdropped) as has
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'institutions'`);
    const without = rows.filter((row) => !row.has).map((row) => row.name);
    assert.deepEqual(without.toSorted(), [...Object.keys(OF_NO_TENANT), ...OF_A_PERSON].toSorted());
  });

  test('is used by a role that cannot step over the wall', async () => {
    const { rows } = await database.db.pool.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*) from pg_class where relowner = r.oid)::int as owned
      from pg_roles r where rolname = current_user`);
    assert.deepEqual(rows, [
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });

  test('shows nothing of a tenant outside a transaction of that tenant', async () => {
    const [one, other] = [newId(), newId()];
    for (const id of [one, other]) {
      await database.db.within({ institutionId: id }, async (tx) => {
        await tx
          .insertInto('institutions')
          .values({
            id,
            slug: `s-${id}`,
            names: '{}',
            short_names: '{}',
            descriptions: '{}',
            colour: '#000000',
            logo_media_id: null,
            time_zone: 'UTC',
            contact: '{}',
            glossary: '[]',
            is_demo: false,
            revision: 1,
            created_at: Temporal.Now.instant().toString(),
            updated_at: Temporal.Now.instant().toString(),
          })
          .execute();
      });
      await database.owner.query(
        `insert into objectives (id, institution_id, titles, created_at) values (gen_random_uuid(), $1, '{}', now())`,
        [id],
      );
    }
    const seen = async (scope: { institutionId?: string }) =>
      database.db.within(
        scope,
        async (tx) =>
          (
            await tx
              .selectFrom('objectives' as never)
              .selectAll()
              .execute()
          ).length,
      );
    assert.equal(await seen({}), 0);
    assert.equal(await seen({ institutionId: one }), 1);
    await assert.rejects(
      database.db.within({ institutionId: one }, (tx) =>
        tx
          .insertInto('objectives' as never)
          .values({
            id: newId(),
            institution_id: other,
            titles: '{}',
            created_at: Temporal.Now.instant().toString(),
          } as never)
          .execute(),
      ),
      /row-level security/,
    );
  });
});
