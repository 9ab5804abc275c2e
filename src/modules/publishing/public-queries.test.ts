import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';

/** Enough that an index is worth its while. */
const POSTS = 20_000;

describe('what citizens ask of a large archive', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  let other: TestInstitution;
  before(async () => {
    database = await testDatabase();
    [house, other] = [await addInstitution(database, ['editor']), await addInstitution(database, ['editor'])];
    await database.owner.query(
      `insert into posts (id, institution_id, title, state, content, version, search, created_at, updated_at)
       select gen_random_uuid(), $1, 'p', 'published', '{}', 1,
         case when n = 77 then 'tekst #rijetko.' when n = 78 then 'tekst #rijetkost' else 'tekst ' || md5(n::text) end, now(), now()
       from generate_series(1, ${POSTS}) n`,
      [house.id],
    );
    await database.owner.query(
      `insert into post_versions (post_id, no, institution_id, title, content, seal, saved_at)
       select id, 1, institution_id, 'p', jsonb_build_object('images', jsonb_build_array(jsonb_build_object('mediaId', id))), '', now()
       from posts`,
    );
    await database.owner.query('vacuum analyze posts, post_versions');
  });
  after(() => database[Symbol.asyncDispose]());

  const ask = async (institutionId: string, statement: string, values: unknown[] = []) => {
    const client = await database.db.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('glasnik.institution', $1, true)`, [institutionId]);
      const { rows } = await client.query<Record<string, unknown>>(statement, values);
      return rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test('a hashtag is a whole word, and nobody sees those of another institution', async () => {
    assert.equal((await ask(house.id, 'select * from tagged_posts($1)', ['rijetko'])).length, 1);
    assert.equal((await ask(house.id, 'select * from tagged_posts($1)', ['rijetkost'])).length, 1);
    assert.equal((await ask(other.id, 'select * from tagged_posts($1)', ['rijetko'])).length, 0);
    assert.equal((await ask('', 'select * from tagged_posts($1)', ['rijetko'])).length, 0);
  });

  test('a hashtag and a picture are found by an index, not by reading the archive', async () => {
    const reads = async (statement: string, values: unknown[]) => {
      const counted = 'select sum(seq_tup_read)::int as n from pg_stat_user_tables';
      await database.owner.query('select pg_stat_force_next_flush()');
      const before = (await database.owner.query<{ n: number }>(counted)).rows[0]?.n ?? 0;
      const client = await database.db.pool.connect();
      await client.query('begin');
      await client.query(`select set_config('glasnik.institution', $1, true)`, [house.id]);
      await client.query(statement, values);
      await client.query('commit');
      await client.query('select pg_stat_force_next_flush()');
      client.release();
      return ((await database.owner.query<{ n: number }>(counted)).rows[0]?.n ?? 0) - before;
    };
    // The test of the test: without the index it would be seen.
    assert.ok((await reads(`select count(*) from posts where search ~ '#rijetko'`, [])) >= POSTS);
    assert.ok((await reads('select * from tagged_posts($1)', ['rijetko'])) < POSTS / 10);
    assert.ok((await reads('select picture_is_out($1)', [house.id])) < POSTS / 10);
  });

  test('a search finds a rare word beyond the newest hundred, in its own institution', async () => {
    const search = (institutionId: string) =>
      ask(
        institutionId,
        `select * from search_posts(array['%rijetko.%'], null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)`,
      );
    assert.equal((await search(house.id)).length, 1);
    assert.equal((await search(other.id)).length, 0);
  });
});
