import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { workerActor } from '#/modules/people/index.ts';
import { createPost, type PostDeps } from '#/modules/posts/index.ts';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import {
  approvePost,
  changeReviewSettings,
  expirePost,
  reviewHold,
  reviewsToWatch,
  submitPost,
  watchReview,
  type PathStep,
  type ReviewDeps,
} from './index.ts';

/** Tuesday, 10:00 in Sarajevo. */
const NOW = '2026-11-24T09:00:00Z';

describe('deadlines of a step', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  const clock = new ManualClock(NOW);
  let deps: PostDeps & ReviewDeps;

  before(async () => {
    database = await testDatabase();
    house = await addInstitution(database);
    deps = {
      db: database.db,
      clock,
      links: createLinkSigner(['a key of thirty-two characters or more']),
      mail: { canMail: true },
      reviews: reviewHold,
      deliveries: { hold: async () => {} },
      outgoing: { resolve: async () => [] },
      checksOf: async () => [],
      readHouse: async () => ({ timeZone: 'Europe/Sarajevo', glossary: [] }),
    };
    const step: PathStep = {
      id: 'provjera',
      name: 'Provjera',
      roles: ['administrator'],
      people: [],
      outside: [],
      deputies: [],
      need: 'any',
      edits: false,
      deadline: { hours: 8, from: 'arrival', remind: 2 },
    };
    const id = newId();
    await changeReviewSettings(deps, house.actor('head'), 0, {
      kinds: [],
      paths: [{ id, name: 'Sve', steps: [step, { ...step, id: 'kraj', name: 'Kraj', deadline: null }] }],
      defaultPathId: id,
    });
  });
  after(() => database[Symbol.asyncDispose]());

  async function submitted(): Promise<string> {
    const content = {
      texts: { bs: 'x' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [],
      due: { local: '2026-11-27T10:00' },
    };
    const id = await createPost(deps, house.actor('editor'), { title: 'Rok', planItemId: null, content });
    await submitPost(deps, house.actor('editor'), id, 1);
    return id;
  }
  const worker = () => workerActor(house.id, newId());
  const watch = async () => {
    for (const { id } of await reviewsToWatch(database.db.open, clock.now(), 10))
      await watchReview(deps, worker(), id);
  };
  const told = async (postId: string) => {
    const { rows } = await database.owner.query<{ kind: string; name: string }>(
      `select kind, people.name from notices join people on people.id = person_id
       where subject_id = $1 order by kind, people.name`,
      [postId],
    );
    return rows.map(({ kind, name }) => `${kind} ${name.split(' ')[0]}`);
  };

  test('whoever is asked hears it at once, is reminded in time, and others hear when it is late', async () => {
    const id = await submitted();
    assert.deepEqual(await told(id), ['review.asked administrator']);
    await watch();
    assert.deepEqual(await told(id), ['review.asked administrator'], 'nothing before its time');
    // Eight working hours from Tuesday ten o'clock end on Wednesday at ten; two before that is eight.
    clock.set('2026-11-25T07:00:00Z');
    await watch();
    await watch();
    assert.deepEqual(await told(id), ['review.asked administrator', 'review.reminder administrator']);
    clock.set('2026-11-25T09:00:00Z');
    await watch();
    assert.deepEqual(await told(id), [
      'review.asked administrator',
      'review.late editor',
      'review.late head',
      'review.reminder administrator',
    ]);
    const { rows } = await database.owner.query<{ times: number }>(
      `select times from notices where subject_id = $1 and kind = 'review.late'`,
      [id],
    );
    await watch();
    assert.deepEqual(
      rows.map(({ times }) => times),
      [1, 1],
    );
    clock.set(NOW);
  });

  test('an answer ends the deadline of its step', async () => {
    const id = await submitted();
    await approvePost(deps, house.actor('administrator'), id, { version: 1 });
    clock.set('2026-11-26T09:00:00Z');
    await watch();
    assert.ok(!(await told(id)).some((line) => line.startsWith('review.late')));
    clock.set(NOW);
  });

  test('what nobody approved in time does not go out, and author and heads hear it', async () => {
    const id = await submitted();
    clock.set('2026-11-27T09:11:00Z');
    assert.equal(await expirePost(deps, worker(), id), true);
    assert.equal(await expirePost(deps, worker(), id), false);
    assert.deepEqual(
      (await told(id)).filter((line) => line.startsWith('post.expired')),
      ['post.expired editor', 'post.expired head'],
    );
    const { rows } = await database.owner.query<{ outcome: string; open: string }>(
      `select outcome, (select count(*) from review_seats where review_id = reviews.id and closed_at is null) as open
       from reviews where post_id = $1`,
      [id],
    );
    assert.deepEqual(rows, [{ outcome: 'expired', open: '0' }]);
    clock.set(NOW);
  });
});
