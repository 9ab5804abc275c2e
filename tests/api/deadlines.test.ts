import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deadline, Notice, Post, PostSummary, Today, UpcomingDeadline } from '#/contract/index.ts';
import { ManualClock, systemClock } from '#/kernel/clock.ts';
import { watchSteps } from '#/worker/posts.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

type List<Item> = { items: Item[] };

describe('deadlines over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let auditor: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    const by = (role: 'editor' | 'head' | 'auditor') => signIn(app.url, house.people[role].email);
    [editor, head, auditor] = await Promise.all([by('editor'), by('head'), by('auditor')]);
  });
  after(() => app[Symbol.asyncDispose]());

  const local = (days: number, hour = '10:00') =>
    `${Temporal.Now.plainDateISO('Europe/Sarajevo').add({ days }).toString()}T${hour}`;
  const write = (days: number, more: Record<string, unknown> = {}) =>
    editor.get<Post>('createPost', {
      params,
      body: {
        title: 'Rokovi',
        planItemId: null,
        content: {
          texts: { bs: 'Rokovi' },
          cyrillicFollows: false,
          overrides: {},
          images: [],
          targets: [],
          due: { local: local(days) },
          ...more,
        },
      },
    });
  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const stepsOf = async (post: Post, client = auditor) => {
    const { items } = await client.get<List<Deadline>>('listPostDeadlines', at(post));
    return Object.fromEntries(items.map((step) => [step.kind, step]));
  };
  const plan = (
    kind: string,
    personId: string | null,
    due: { local: string } | null = null,
    needed = true,
  ) => ({
    kind,
    personId,
    due,
    needed,
  });

  test('a post with a time has every step of the template, none of them late', async () => {
    const post = await write(40);
    const steps = Object.values(await stepsOf(post));
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['brief', 'draft', 'facts', 'translation', 'visual', 'accessibility', 'approval'],
    );
    assert.ok(steps.every(({ dueAt, overdue }) => dueAt! < post.content.dueAt! && !overdue));
    assert.ok(
      steps.every(({ dueAt }, no) => no === 0 || dueAt! >= steps[no - 1]!.dueAt!),
      'in order',
    );
  });

  test('only what is not done moves with the post', async () => {
    const post = await write(40);
    const before = await stepsOf(post);
    await editor.get('finishDeadline', { ...at(post), body: { kind: 'brief' } });
    const byHand = { local: local(12, '09:15') };
    await editor.get('planDeadline', { ...at(post), body: plan('facts', null, byHand) });
    await editor.get('reschedulePost', { ...at(post), body: { version: 1, due: { local: local(47) } } });
    const now = await stepsOf(post);
    assert.equal(now['brief']?.dueAt, before['brief']?.dueAt);
    assert.equal(now['brief']?.doneBy?.id, house.people.editor.id);
    assert.ok(now['facts']?.byHand && now['facts'].dueAt! < before['facts']!.dueAt!);
    assert.equal(
      Temporal.Instant.from(before['draft']!.dueAt!).until(now['draft']!.dueAt!).total('hours') >= 24 * 4,
      true,
    );
    await editor.get('reopenDeadline', { ...at(post), body: { kind: 'brief' } });
    assert.ok((await stepsOf(post))['brief']!.dueAt! > before['brief']!.dueAt!);
  });

  test('a step waits on the Today of whom it was given to, who is told of it, and told once when it is late', async () => {
    const post = await write(30);
    const step = async () => {
      const { waiting } = await head.get<Today>('getToday', { params });
      return waiting.find(({ postId, why }) => postId === post.id && why === 'step');
    };
    const told = async () => {
      const { items } = await head.get<List<Notice>>('listNotices', { params });
      return items
        .filter(({ path }) => path === `posts/${post.id}`)
        .map(({ kind, text, readAt }) => [kind, text, readAt !== null]);
    };
    const body = plan('visual', house.people.head.id, { local: local(3) });
    await editor.get('planDeadline', { ...at(post), body });
    const given = ['deadline.given', 'The step “Visual” of “Rokovi” is yours.', false];
    assert.deepEqual(await told(), [given]);
    const waits = await step();
    assert.deepEqual([waits?.step, waits?.dueAt], ['visual', post.content.dueAt]);
    assert.equal(waits?.untilAt, (await stepsOf(post))['visual']?.dueAt);
    // Planned again for the same person, it is no news.
    await editor.get('planDeadline', { ...at(post), body: { ...body, due: { local: local(4) } } });
    assert.equal((await told()).length, 1);
    await watchSteps({ db: app.database.db, clock: systemClock });
    assert.equal((await told()).length, 1, 'it is not late yet');
    const later = new ManualClock(
      systemClock
        .now()
        .add({ hours: 24 * 6 })
        .toString(),
    );
    await watchSteps({ db: app.database.db, clock: later });
    await watchSteps({ db: app.database.db, clock: later });
    const late = ['deadline.late', 'Your step “Visual” of “Rokovi” is late.', false];
    assert.deepEqual(await told(), [late, given]);
    await head.get('finishDeadline', { ...at(post), body: { kind: 'visual' } });
    assert.equal(await step(), undefined);
    assert.deepEqual(
      (await told()).map(([, , isRead]) => isRead),
      [true, true],
    );
  });

  test('a step that is done settles what its holder was told, and of nobody else and nothing else', async () => {
    const post = await write(30);
    const unread = async (who: ApiClient) => {
      const { items } = await who.get<List<Notice>>('listNotices', { params, query: { unread: 'true' } });
      return items.filter(({ path }) => path === `posts/${post.id}`).length;
    };
    const give = (kind: string, personId: string) =>
      editor.get('planDeadline', { ...at(post), body: plan(kind, personId) });
    await give('facts', house.people.auditor.id);
    await give('visual', house.people.head.id);
    await give('accessibility', house.people.head.id);
    await head.get('finishDeadline', { ...at(post), body: { kind: 'visual' } });
    assert.deepEqual([await unread(head), await unread(auditor)], [1, 1]);
    await head.get('finishDeadline', { ...at(post), body: { kind: 'accessibility' } });
    assert.deepEqual([await unread(head), await unread(auditor)], [0, 1]);
    await give('facts', house.people.head.id);
    assert.deepEqual([await unread(head), await unread(auditor)], [1, 0]);
  });

  test('who writes plans and ticks; who has a step ticks it whatever their role; others may not', async () => {
    const post = await write(30);
    const body = plan('facts', house.people.auditor.id);
    assert.equal((await auditor.problem('planDeadline', { ...at(post), body })).status, 403);
    assert.equal(
      (await auditor.problem('finishDeadline', { ...at(post), body: { kind: 'facts' } })).status,
      403,
    );
    await head.get('planDeadline', { ...at(post), body });
    await auditor.get('finishDeadline', { ...at(post), body: { kind: 'facts' } });
    assert.equal((await stepsOf(post))['facts']?.doneBy?.id, house.people.auditor.id);
    assert.equal(
      (await auditor.problem('finishDeadline', { ...at(post), body: { kind: 'draft' } })).status,
      403,
    );
    const { rows } = await app.database.owner.query<{ kind: string }>(
      `select kind from acts where subject_id = $1 and kind like 'deadline.%' order by id`,
      [post.id],
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['deadline.planned', 'deadline.done'],
    );
  });

  test('approval is not ticked by hand, and a post that is over has no open step', async () => {
    const post = await write(30);
    const approval = { ...at(post), body: { kind: 'approval' } };
    assert.equal((await editor.problem('finishDeadline', approval)).code, 'deadline.by-approval');
    await editor.get('withdrawPost', { ...at(post), body: { version: 1, reason: 'Otkazano' } });
    const late = await editor.problem('finishDeadline', { ...at(post), body: { kind: 'draft' } });
    assert.deepEqual([late.status, late.code], [409, 'deadline.over']);
  });

  test('lists show what is late and what is next, and a person their own', async () => {
    const post = await write(20);
    const past = { local: local(-2, '08:00') };
    await editor.get('planDeadline', { ...at(post), body: plan('brief', house.people.head.id, past) });
    await editor.get('planDeadline', { ...at(post), body: plan('visual', null, null, false) });
    const query = {
      from: Temporal.Now.instant()
        .subtract({ hours: 24 * 10 })
        .toString(),
      to: Temporal.Now.instant()
        .add({ hours: 24 * 50 })
        .toString(),
    };
    const { items } = await auditor.get<List<PostSummary>>('listCalendar', { params, query });
    const summary = items.find(({ id }) => id === post.id)!.deadlines;
    assert.deepEqual([summary.overdue, summary.next?.kind], [1, 'brief']);
    const mine = async (client: ApiClient) =>
      (
        await client.get<List<UpcomingDeadline>>('listDeadlines', {
          params,
          query: { ...query, whose: 'mine' },
        })
      ).items.filter(({ postId }) => postId === post.id);
    const [ofHead, ofEditor] = [await mine(head), await mine(editor)];
    assert.deepEqual(
      ofHead.map(({ kind, overdue }) => [kind, overdue]),
      [['brief', true]],
    );
    // What nobody has is the author's; what is not needed is nobody's.
    assert.deepEqual(
      ofEditor.map(({ kind }) => kind),
      ['draft', 'facts', 'translation', 'accessibility', 'approval'],
    );
    const long = { from: '2026-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };
    assert.equal((await head.problem('listDeadlines', { params, query: long })).code, 'calendar.span');
  });
});
