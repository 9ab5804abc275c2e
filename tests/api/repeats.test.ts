import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Post, Repeat, RepeatDate, Today } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

describe('repeats of posts', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  let post: Post;
  const clock = new ManualClock('2026-12-01T09:00:00Z');
  const params = () => ({ institutionId: house.id });
  const at = (postId: string) => ({ params: { ...params(), postId } });

  before(async () => {
    app = await testApp({ clock });
  });
  after(() => app[Symbol.asyncDispose]());
  beforeEach(async () => {
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    accountId = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@ured', 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [accountId, house.id],
    );
    post = await create('Svake sedmice', '2026-12-11T10:00');
  });

  const create = (title: string, local: string) => {
    const targets = [{ accountId, variant: 'bs' }];
    const content = { ...emptyPost().content, texts: { bs: 'Dobar dan.' }, targets, due: { local } };
    return editor.get<Post>('createPost', { params: params(), body: { ...emptyPost(), title, content } });
  };
  const weekly = { every: 'week', start: '2026-12-11T10:00', end: { times: 4 } };
  const repeat = async (who = editor, body: object = weekly) =>
    (await who.get<{ postIds: string[] }>('repeatPost', { ...at(post.id), body })).postIds;
  const series = async (id = post.id) => (await editor.get<{ items: Repeat[] }>('listRepeats', at(id))).items;

  test('each date is a draft of its own, with its own review, that points at the first', async () => {
    const ids = await repeat();
    assert.equal(ids.length, 4);
    const second = await editor.get<Post>('getPost', at(ids[1]!));
    assert.deepEqual(
      [second.state, second.content.dueAt, second.origin?.kind, second.origin?.postId],
      ['draft', '2026-12-25T09:00:00Z', 'repeat', post.id],
    );
    assert.deepEqual({ ...second.content, dueAt: null }, { ...post.content, dueAt: null });
    const body = { version: second.version };
    await editor.get('submitPost', { ...at(second.id), body });
    await head.get('approvePost', { ...at(second.id), body });
    const states = (await series(ids[3])).map(({ state }) => state);
    assert.deepEqual(
      states,
      ['draft', 'scheduled', 'draft', 'draft'],
      'from a repeat the same series is seen',
    );
  });

  test('asked again, or by two at once, or from one of the repeats, nothing is made twice', async () => {
    const made = await Promise.all([editor, head, editor, head].map((who) => repeat(who)));
    assert.equal(made.flat().length, 4);
    assert.deepEqual(await repeat(), []);
    const [first] = await series();
    const { postIds } = await editor.get<{ postIds: string[] }>('repeatPost', {
      ...at(first!.id),
      body: weekly,
    });
    assert.deepEqual(postIds.length, 0);
    assert.equal((await series()).length, 4);
  });

  test('one that was moved is still that repeat: its first time is not made again', async () => {
    const [, second] = await repeat();
    const moved = await editor.get<Post>('getPost', at(second!));
    await editor.get('reschedulePost', {
      ...at(second!),
      body: { version: moved.version, due: { local: '2026-12-24T15:00' } },
    });
    const { items } = await editor.get<{ items: RepeatDate[] }>('lookAtRepeats', {
      ...at(post.id),
      body: weekly,
    });
    assert.deepEqual(
      items.map(({ there }) => there),
      [true, true, true, true],
    );
    assert.deepEqual(await repeat(), []);
    assert.equal((await series()).length, 4);
  });

  test('a beginning that is no day, or lies ages back, is told and not walked', async () => {
    for (const [start, code] of [
      ['2026-02-31T09:00', 'post.time-wrong'],
      ['0001-01-01T09:00', 'repeat.none'],
    ] as const) {
      const { status, body } = await editor.call('repeatPost', {
        ...at(post.id),
        body: { ...weekly, start },
      });
      assert.deepEqual([status, (body as { code: string }).code], [422, code]);
    }
  });

  test('before anything is made each date says its holidays, conflicts and what was moved; one can be left out', async () => {
    await create('U isto vrijeme', '2027-01-08T10:10');
    const body = { every: 'week', start: '2026-12-11T10:00', end: { until: '2027-01-08' } };
    const look = async (rule: object = body) =>
      (await editor.get<{ items: RepeatDate[] }>('lookAtRepeats', { ...at(post.id), body: rule })).items;
    const dates = await look();
    assert.deepEqual(
      dates.map(({ date }) => date),
      ['2026-12-18', '2026-12-25', '2027-01-01', '2027-01-08'],
    );
    assert.deepEqual(
      dates.map(({ daysOff }) => daysOff.length),
      [0, 0, 1, 0],
    );
    assert.deepEqual(
      dates.map(({ conflict }) => conflict?.title),
      [undefined, undefined, undefined, 'U isto vrijeme'],
    );
    assert.equal((await series()).length, 0);
    await repeat(editor, { ...body, without: ['2027-01-01', '2027-01-08'] });
    assert.equal((await series()).length, 2);
    assert.deepEqual(
      (await look()).map(({ there }) => there),
      [true, true, false, false],
    );
    const monthly = await look({ every: 'month', start: '2027-01-31T10:00', end: { times: 2 } });
    assert.deepEqual(
      monthly.map(({ moved }) => moved),
      [null, 'month-end'],
    );
  });

  test('without an end, or with too many, nothing is made', async () => {
    const refused = (end: object | undefined) =>
      editor.problem('repeatPost', { ...at(post.id), body: { ...weekly, end } });
    assert.equal((await refused(undefined)).status, 422);
    assert.equal((await refused({ times: 53 })).status, 422);
    assert.equal((await refused({ until: '2028-12-31' })).code, 'repeat.too-many');
    assert.equal((await series()).length, 0);
  });

  test('stopping takes back what nobody has approved, and drafts can be taken up again', async () => {
    const [first, second] = await repeat();
    for (const id of [first!, second!]) await editor.get('submitPost', { ...at(id), body: { version: 1 } });
    await head.get('approvePost', { ...at(first!), body: { version: 1 } });
    type Stopped = { items: { postId: string; version: number; wasDraft: boolean }[] };
    const stop = () =>
      editor.get<Stopped>('stopRepeats', { ...at(post.id), body: { reason: 'Nije više potrebno' } });
    const { items } = await stop();
    assert.equal(items.length, 3);
    assert.deepEqual(
      (await series()).map(({ id, state }) => [id, state]),
      [[first, 'scheduled']],
    );
    assert.deepEqual(items.find(({ postId }) => postId === second)?.wasDraft, false);
    for (const { postId, version, wasDraft } of items)
      if (wasDraft) await editor.get('reopenPost', { ...at(postId), body: { version } });
    assert.deepEqual(
      (await series()).map(({ state }) => state),
      ['scheduled', 'draft', 'draft'],
    );
    assert.equal((await editor.get<Post>('getPost', at(post.id))).state, 'draft', 'the first post stays');
  });

  test('a repeat waits for its author once its time is near, and a post of its own from the first day', async () => {
    await repeat();
    await create('Za godinu dana', '2027-12-01T10:00');
    clock.advance({ hours: 5 * 24 });
    const today = await editor.get<Today>('getToday', { params: params() });
    const waiting = today.waiting.map(({ title, dueAt }) => `${title} ${dueAt?.slice(0, 10)}`);
    const times = (await series()).map(({ dueAt }) => dueAt?.slice(0, 10));
    assert.deepEqual(times, ['2026-12-18', '2026-12-25', '2027-01-01', '2027-01-08']);
    assert.deepEqual(waiting, [
      'Svake sedmice 2026-12-11',
      'Svake sedmice 2026-12-18',
      'Za godinu dana 2027-12-01',
    ]);
  });
});
