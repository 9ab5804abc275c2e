import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FreeSlot, Post, SlotTimetable } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

describe('slots', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    // A Tuesday, 10:00 in Sarajevo.
    app = await testApp({ clock: new ManualClock('2026-12-01T09:00:00Z') });
  });
  after(() => app[Symbol.asyncDispose]());
  beforeEach(async () => {
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    accountId = await account();
    await set(accountId, 0, ['08:30', '12:00']);
  });

  async function account(): Promise<string> {
    const id = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, '@ured', 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [id, house.id],
    );
    return id;
  }
  const weekdays = [1, 2, 3, 4, 5];
  const request = (id: string, revision: number, times: string[], skipDaysOff = true) => ({
    params: { ...params(), accountId: id },
    body: { slots: weekdays.flatMap((weekday) => times.map((time) => ({ weekday, time }))), skipDaysOff },
    headers: { 'if-match': `"${revision}"` },
  });
  const set = (id: string, revision: number, times: string[], skipDaysOff?: boolean) =>
    editor.get<SlotTimetable>('setSlotTimetable', request(id, revision, times, skipDaysOff));
  const create = (local: string, accountIds = [accountId]) => {
    const targets = accountIds.map((id) => ({ accountId: id, variant: 'bs' }));
    const content = { ...emptyPost().content, targets, due: { local } };
    return editor.get<Post>('createPost', { params: params(), body: { ...emptyPost(), content } });
  };
  const next = async (accountIds: string[], query: object = {}) => {
    const found = await editor.get<{ dueAt: string | null }>('findNextSlot', {
      params: params(),
      query: { accountIds: accountIds.join(','), ...query },
    });
    return found.dueAt;
  };
  const take = (who: ApiClient, holder: string, postId: string | null = null) =>
    who.get<{ dueAt: string; heldUntil: string }>('takeNextSlot', {
      params: params(),
      body: { accountIds: [accountId], postId, holder },
    });

  test('a post in the way takes a slot, one that is withdrawn gives it back, and a post is not in its own way', async () => {
    assert.equal(await next([accountId]), '2026-12-01T11:00:00Z');
    const post = await create('2026-12-01T12:10');
    assert.equal(await next([accountId]), '2026-12-02T07:30:00Z');
    assert.equal(await next([accountId], { postId: post.id }), '2026-12-01T11:00:00Z');
    const body = { version: post.version, reason: 'Ne treba' };
    await head.get('withdrawPost', { params: { ...params(), postId: post.id }, body });
    assert.equal(await next([accountId]), '2026-12-01T11:00:00Z');
  });

  test('two who take the next free slot at the same moment get two', async () => {
    const people = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? editor : head));
    const taken = await Promise.all(people.map((who) => take(who, newId())));
    const times = new Set(taken.map(({ dueAt }) => dueAt));
    assert.equal(times.size, people.length, [...times].join(' '));
    assert.ok(times.has('2026-12-01T11:00:00Z'), 'the first of them is given');
  });

  test('whoever takes another slot lets the first go; one that nobody saves is free again after some minutes', async () => {
    const holder = newId();
    assert.equal((await take(editor, holder)).dueAt, '2026-12-01T11:00:00Z');
    assert.equal(await next([accountId], { holder }), '2026-12-01T11:00:00Z', 'it is its own');
    assert.equal(await next([accountId]), '2026-12-02T07:30:00Z');
    assert.equal((await take(editor, holder)).dueAt, '2026-12-01T11:00:00Z');
    // Another person's word of the same holder changes nothing.
    assert.equal((await take(head, holder)).dueAt, '2026-12-02T07:30:00Z');
    assert.equal(await next([accountId]), '2026-12-02T11:00:00Z');
    await app.database.owner.query(`update slot_holds set ends_at = '2026-12-01T08:59:00Z'`);
    assert.equal(await next([accountId]), '2026-12-01T11:00:00Z');
  });

  test('a post that was saved with its slot is not in the way of itself, opened anew', async () => {
    const { dueAt } = await take(editor, newId());
    assert.equal(dueAt, '2026-12-01T11:00:00Z');
    const post = await create('2026-12-01T12:00');
    const reloaded = { postId: post.id, holder: newId() };
    assert.equal(await next([accountId], reloaded), dueAt);
    assert.equal((await take(editor, reloaded.holder, post.id)).dueAt, dueAt);
    assert.equal(await next([accountId], { holder: newId() }), '2026-12-02T07:30:00Z', 'nobody else gets it');
  });

  test('of two accounts both must be free', async () => {
    const other = await account();
    await set(other, 0, ['12:00', '15:00']);
    assert.equal(await next([accountId, other]), '2026-12-01T11:00:00Z');
    await create('2026-12-01T12:00', [other]);
    assert.equal(await next([accountId, other]), '2026-12-02T11:00:00Z');
    assert.equal(await next([accountId]), '2026-12-01T11:00:00Z');
  });

  test('days off are skipped where the timetable says so; free slots of a span are told with their accounts', async () => {
    const span = { from: '2026-12-31T00:00:00Z', to: '2027-01-05T00:00:00Z' };
    const free = async () => {
      const { items } = await editor.get<{ items: FreeSlot[] }>('listFreeSlots', {
        params: params(),
        query: span,
      });
      return items.map(({ dueAt, accountIds }) => (assert.deepEqual(accountIds, [accountId]), dueAt));
    };
    assert.deepEqual(await free(), [
      '2026-12-31T07:30:00Z',
      '2026-12-31T11:00:00Z',
      '2027-01-04T07:30:00Z',
      '2027-01-04T11:00:00Z',
    ]);
    await set(accountId, 1, ['12:00'], false);
    assert.deepEqual(await free(), ['2026-12-31T11:00:00Z', '2027-01-01T11:00:00Z', '2027-01-04T11:00:00Z']);
    await create('2027-01-01T12:00');
    assert.deepEqual(await free(), ['2026-12-31T11:00:00Z', '2027-01-04T11:00:00Z']);
  });

  test('no slot is found where an account has none, and none is taken', async () => {
    const other = await account();
    assert.equal(await next([other]), null);
    const body = { accountIds: [other], postId: null, holder: newId() };
    assert.equal((await editor.problem('takeNextSlot', { params: params(), body })).code, 'slot.none');
  });

  test('a timetable is changed by whoever has read it, and of two the second is told', async () => {
    const answers = await Promise.all(
      [editor, head].map((who) => who.call('setSlotTimetable', request(accountId, 1, ['10:00']))),
    );
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '412']);
    const { items } = await editor.get<{ items: SlotTimetable[] }>('listSlotTimetables', {
      params: params(),
    });
    assert.deepEqual([items[0]?.revision, items[0]?.slots.length], [2, 5]);
    const { rows } = await app.database.owner.query<{ kind: string }>(
      `select kind from acts where institution_id = $1 and kind = 'slots.changed'`,
      [house.id],
    );
    assert.equal(rows.length, 2);
  });

  test("another institution's account is not there", async () => {
    const other = await app.addInstitution();
    const stranger = await signIn(app.url, other.people.editor.email);
    const at = { institutionId: other.id };
    const body = { accountIds: [accountId], postId: null, holder: newId() };
    assert.equal((await stranger.problem('takeNextSlot', { params: at, body })).code, 'account.not-found');
    const query = { accountIds: accountId };
    assert.equal((await stranger.problem('findNextSlot', { params: at, query })).code, 'account.not-found');
  });
});
