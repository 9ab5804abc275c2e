import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { createPost } from '#/modules/posts/index.ts';
import { reviewHold } from '#/modules/review/index.ts';
import { addInstitution } from '../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { expireOverduePosts } from './posts.ts';

describe('posts whose time passes without an approval', () => {
  let database: TestDatabase;
  const clock = new ManualClock('2026-11-24T09:00:00Z');
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());

  test('expire in every institution, are recorded, and only after the moment that approving takes', async () => {
    const deps = {
      db: database.db,
      clock,
      log: createLogger('silent'),
      reviews: reviewHold,
      links: createLinkSigner(['a key of thirty-two characters or more']),
      mail: { canMail: false },
      deliveries: { hold: async () => {} },
      outgoing: { resolve: async () => [] },
      readHouse: async () => ({ timeZone: 'Europe/Sarajevo', glossary: [] }),
    };
    const houses = [await addInstitution(database), await addInstitution(database)];
    for (const house of houses) {
      for (const local of ['2026-11-24T10:30', '2026-11-24T12:00']) {
        const content = {
          texts: { bs: 'x' },
          cyrillicFollows: true,
          overrides: {},
          images: [],
          targets: [],
          due: { local },
        };
        await createPost(deps, house.actor('editor'), { title: local, planItemId: null, content });
      }
    }
    clock.set('2026-11-24T09:39:00Z');
    assert.equal(await expireOverduePosts(deps), 0);
    clock.set('2026-11-24T09:41:00Z');
    assert.equal(await expireOverduePosts(deps), 2);
    assert.equal(await expireOverduePosts(deps), 0);
    const { rows } = await database.owner.query(
      `select posts.title, posts.state, acts.via from posts join acts on acts.subject_id = posts.id::text and acts.kind = 'post.expired'`,
    );
    assert.deepEqual(
      rows,
      [1, 2].map(() => ({ title: '2026-11-24T10:30', state: 'expired', via: 'worker' })),
    );
  });
});
