import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase } from '../../../tests/helpers/database.ts';
import { listPosts } from './index.ts';

/** A word in every so many posts, over six years: by walking, by stretches, and in all that is older. */
const EVERY = { cesto: 10, srednje: 90, rijetko: 400, jednom: 1999 };
const POSTS = 2000;

test('pages of a search hold each post with the word once, newest first, however rare the word is', async () => {
  await using database = await testDatabase();
  const house = await addInstitution(database);
  await database.owner.query(
    `insert into posts (id, institution_id, title, state, content, version, search, created_at, updated_at)
     select gen_random_uuid(), $1, n::text, case n % 3 when 0 then 'draft' else 'published' end,
       '{"texts":{},"overrides":{},"images":[],"targets":[],"cyrillicFollows":true}', 1,
       'objava' || (select coalesce(string_agg(' ' || key, ''), '') from jsonb_each_text($2::jsonb) where n % value::int = 0),
       now(), now() - n * interval '26 hours'
     from generate_series(1, $3::int) n`,
    [house.id, JSON.stringify(EVERY), POSTS],
  );
  const numbersOf = async (search: string, state?: 'draft') => {
    const found: number[] = [];
    let after: string | undefined;
    do {
      const page = await database.db.within(house.actor('head'), (tx) =>
        listPosts(tx, house.actor('head'), {
          search,
          limit: 7,
          ...(after ? { after } : {}),
          ...(state ? { state } : {}),
        }),
      );
      found.push(...page.rows.map(({ title }) => Number(title)));
      after = page.next ?? undefined;
    } while (after);
    return found;
  };
  const all = Array.from({ length: POSTS }, (_, index) => index + 1);
  for (const [word, every] of Object.entries(EVERY)) {
    const holding = all.filter((n) => n % every === 0);
    assert.deepEqual(await numbersOf(word), holding, word);
    assert.deepEqual(
      await numbersOf(word, 'draft'),
      holding.filter((n) => n % 3 === 0),
      `${word} among drafts`,
    );
  }
  assert.deepEqual(await numbersOf('nigdje'), []);
});
