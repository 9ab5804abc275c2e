import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  Notice,
  Post,
  PostInput,
  ReviewSettings,
  ReviewSettingsInput,
  Today,
  WaitingReview,
} from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

/** Tuesday, 10:00 in Sarajevo. */
const NOW = '2026-11-24T09:00:00Z';

describe('review and approval over the API', () => {
  let app: TestApp;
  const clock = new ManualClock(NOW);
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let administrator: ApiClient;
  let translator: { id: string; client: ApiClient };
  let lawyer: { id: string; client: ApiClient };
  let accountId: string;

  before(async () => {
    app = await testApp({ clock });
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    administrator = await signIn(app.url, house.people.administrator.email);
    const join = async () => {
      const person = await addPerson(app.database, house, 'editor');
      return { id: person.id, client: await signIn(app.url, person.email) };
    };
    [translator, lawyer] = [await join(), await join()];
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings: { handle: 'ured-proba', displayName: '', code } },
    });
    accountId = account.id;
  });
  after(() => app[Symbol.asyncDispose]());

  const input = (change: Partial<PostInput['content']> = {}): PostInput => ({
    title: 'Odluka',
    planItemId: null,
    content: {
      texts: { bs: 'Odluka je donesena.' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [{ accountId, variant: 'bs' }],
      due: { local: '2026-12-01T10:00' },
      ...change,
    },
  });
  const create = (change?: Partial<PostInput['content']>) =>
    editor.get<Post>('createPost', { params, body: input(change) });
  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const save = (who: ApiClient, post: Post, change: Partial<PostInput['content']>) =>
    who.get<Post>('savePost', {
      ...at(post),
      body: input(change),
      headers: { 'if-match': `"${post.version}"` },
    });
  const submit = (post: Post) =>
    editor.get<Post>('submitPost', { ...at(post), body: { version: post.version } });
  const approve = (who: ApiClient, post: Post, condition?: string) =>
    who.get<Post>('approvePost', { ...at(post), body: { version: post.version, condition } });
  const file = (post: Post, kind: string, reference = '') =>
    editor.get<Post>('filePost', { ...at(post), body: { kind, reference } });
  const waiting = async (who: ApiClient) =>
    (await who.get<{ items: WaitingReview[] }>('listReviews', { params })).items;

  const step = (name: string, change: Partial<ReviewSettingsInput['paths'][number]['steps'][number]>) => ({
    id: name,
    name,
    roles: [],
    people: [],
    outside: [],
    deputies: [],
    need: 'any' as const,
    edits: false,
    deadline: null,
    ...change,
  });

  /** Translator, lawyer, head for decisions; everything else by the house path. */
  async function setPaths(
    change: Partial<ReviewSettingsInput['paths'][number]> = {},
  ): Promise<ReviewSettings> {
    const id = newId();
    const read = await head.get<ReviewSettings>('getReviewSettings', { params });
    const body: ReviewSettingsInput = {
      kinds: read.kinds.map((kind) => ({ ...kind, pathId: kind.key === 'decision' ? id : null })),
      paths: [
        {
          id,
          name: 'Odluke',
          steps: [
            step('Prevod', { people: [translator.id], edits: true }),
            step('Pravna provjera', {
              people: [lawyer.id],
              deputies: [house.people.administrator.id],
              deadline: { hours: 4, from: 'arrival', remind: 2 },
            }),
            step('Odobrenje', { roles: ['head'] }),
          ],
          ...change,
        },
      ],
      defaultPathId: null,
    };
    return head.get<ReviewSettings>('changeReviewSettings', {
      params,
      body,
      headers: { 'if-match': `"${read.revision}"` },
    });
  }

  test('without any setting there are six kinds, and the head approves', async () => {
    const settings = await editor.get<ReviewSettings>('getReviewSettings', { params });
    assert.deepEqual(
      settings.kinds.map(({ key }) => key),
      ['news', 'decision', 'service-notice', 'event', 'campaign', 'crisis'],
    );
    const post = await submit(await create());
    assert.deepEqual(
      post.review.seats.map(({ role }) => role),
      ['head'],
    );
    assert.deepEqual(
      (await waiting(head)).map(({ postId }) => postId),
      [post.id],
    );
    assert.deepEqual(await waiting(editor), []);
    assert.equal((await approve(head, post)).state, 'scheduled');
    assert.deepEqual(await waiting(head), []);
  });

  test('a path must ask somebody in each step, end with an approval, and name people who work here', async () => {
    const fault = async (steps: ReturnType<typeof step>[]) => {
      const read = await head.get<ReviewSettings>('getReviewSettings', { params });
      const problem = await head.problem('changeReviewSettings', {
        params,
        body: {
          kinds: read.kinds,
          paths: [{ id: newId(), name: 'X', steps }],
          defaultPathId: null,
        },
        headers: { 'if-match': `"${read.revision}"` },
      });
      return problem.faults?.map(({ code }) => code);
    };
    assert.deepEqual(await fault([]), ['review.path-empty']);
    assert.deepEqual(await fault([step('a', {})]), ['review.step-asks-nobody']);
    assert.deepEqual(await fault([step('a', { roles: ['editor'], edits: true })]), [
      'review.step-writes-too-late',
    ]);
    assert.deepEqual(
      await fault([step('a', { roles: ['head'] }), step('b', { roles: ['editor'], edits: true })]),
      ['review.step-writes-too-late'],
    );
    assert.deepEqual(await fault([step('a', { people: [newId()] })]), ['review.step-stranger']);
    const body = { kinds: [], paths: [], defaultPathId: null };
    const headers = { 'if-match': '"0"' };
    assert.equal((await editor.problem('changeReviewSettings', { params, body, headers })).status, 403);
    assert.equal(
      (await head.problem('changeReviewSettings', { params, body, headers: { 'if-match': '"9"' } })).status,
      412,
    );
  });

  test('three steps in order: the translator writes, the lawyer and the head approve what stands', async () => {
    await setPaths();
    const begun = await file(
      await create({ texts: { bs: 'Odluka.' }, targets: [{ accountId, variant: 'hr' }] }),
      'decision',
    );
    // The Croatian text is missing: that is what the first step is for.
    const sent = await submit(begun);
    assert.equal(sent.review.step, 1);
    assert.equal(
      (await head.problem('approvePost', { ...at(sent), body: { version: sent.version } })).code,
      'review.not-asked',
    );
    const blocked = await translator.client.problem('approvePost', {
      ...at(sent),
      body: { version: sent.version },
    });
    assert.equal(blocked.code, 'post.blocked');
    const translated = await save(translator.client, sent, {
      texts: { bs: 'Odluka.', hr: 'Odluka na hrvatskom.' },
      targets: [{ accountId, variant: 'hr' }],
    });
    assert.equal(translated.state, 'in-review', 'the review goes on with the new text');
    const passedOn = await approve(translator.client, translated);
    assert.equal(passedOn.review.step, 2);
    assert.equal(passedOn.review.answers[0]?.answer, 'done');
    assert.deepEqual(
      (await waiting(lawyer.client)).map(({ stepName, step, steps }) => [stepName, step, steps]),
      [['Pravna provjera', 2, 3]],
    );
    const day = await lawyer.client.get<Today>('getToday', { params });
    assert.deepEqual(
      day.waiting.map(({ postId, untilAt }) => [postId, untilAt]),
      (await waiting(lawyer.client)).map(({ postId, deadlineAt }) => [postId, deadlineAt]),
    );
    assert.ok(day.waiting[0]?.untilAt, 'four working hours from its arrival');
    const checked = await approve(lawyer.client, passedOn);
    assert.equal(checked.state, 'in-review');
    const out = await approve(head, checked);
    assert.equal(out.state, 'scheduled');
    assert.deepEqual(
      out.review.answers.map(({ step, answer, seal }) => [step, answer, seal === out.seal]),
      [
        [1, 'done', true],
        [2, 'approved', true],
        [3, 'approved', true],
      ],
    );
  });

  test('a change in a step that approves ends the review, and everybody is asked again', async () => {
    await setPaths();
    const sent = await submit(await file(await create(), 'decision'));
    const passedOn = await approve(translator.client, sent);
    const changed = await save(translator.client, passedOn, { texts: { bs: 'Ipak drukčije.' } });
    assert.equal(changed.state, 'draft');
    assert.equal(changed.review.outcome, 'overtaken');
    assert.deepEqual(await waiting(lawyer.client), []);
    assert.equal((await submit(changed)).review.step, 1);
  });

  test('another kind under review, or after it, has another path: the review ends, the approval too', async () => {
    await setPaths();
    const sent = await submit(await create());
    assert.equal((await file(sent, 'decision')).state, 'draft');
    const approved = await approve(head, await submit(await create()));
    const filed = await file(approved, 'decision');
    assert.equal(filed.state, 'draft');
    assert.ok(filed.approvals[0]?.broken);
    const unknown = await editor.problem('filePost', {
      ...at(filed),
      body: { kind: 'horoskop', reference: '' },
    });
    assert.equal(unknown.code, 'post.kind-unknown');
  });

  test('all of a step: it waits for each, a deputy answers in place of one, nobody twice', async () => {
    await setPaths({
      steps: [
        step('Provjera', {
          people: [lawyer.id, translator.id],
          deputies: [house.people.administrator.id],
          need: 'all',
        }),
        step('Odobrenje', { roles: ['head'] }),
      ],
    });
    const sent = await submit(await file(await create(), 'decision'));
    const one = await approve(lawyer.client, sent);
    assert.equal(one.review.step, 1);
    assert.ok(!one.can.includes('approve'));
    assert.equal(
      (await lawyer.client.problem('approvePost', { ...at(one), body: { version: one.version } })).status,
      403,
    );
    const both = await approve(administrator, one);
    assert.equal(both.review.step, 2);
    assert.equal(both.review.answers[1]?.onBehalfOf?.id, translator.id, 'it says for whom');
  });

  test('what asked for an answer waits no longer once it was given, the post taken back, or changed', async () => {
    const unread = async (post: Post) => {
      const { items } = await head.get<{ items: Notice[] }>('listNotices', {
        params,
        query: { unread: 'true' },
      });
      return items.filter(({ path }) => path.endsWith(post.id)).map(({ kind }) => kind);
    };
    const answered = await submit(await create());
    assert.deepEqual(await unread(answered), ['post.submitted']);
    await approve(head, answered);
    assert.deepEqual(await unread(answered), []);
    const recalled = await submit(await create());
    await editor.get('recallPost', { ...at(recalled), body: { version: recalled.version } });
    assert.deepEqual(await unread(recalled), []);
    const changed = await submit(await create());
    await save(editor, changed, { texts: { bs: 'Drugi tekst.' } });
    assert.deepEqual(await unread(changed), []);
  });

  test('nobody approves what they had a hand in, in any step that approves', async () => {
    await setPaths({
      steps: [step('Provjera', { roles: ['editor'] }), step('Odobrenje', { roles: ['head'] })],
    });
    const sent = await submit(await file(await create(), 'decision'));
    assert.ok(!sent.can.includes('approve'));
    assert.equal(
      (await editor.problem('approvePost', { ...at(sent), body: { version: sent.version } })).code,
      'post.own',
    );
    assert.equal((await approve(lawyer.client, sent)).review.step, 2);
  });

  test('the urgent path goes to the last step with a reason, is recorded and counted', async () => {
    await setPaths();
    const before = (await head.get<ReviewSettings>('getReviewSettings', { params })).urgent.urgent;
    const post = await file(await create(), 'decision');
    const hurried = await editor.get<Post>('hastenReview', {
      ...at(post),
      body: { version: post.version, reason: 'Poplava' },
    });
    assert.equal(hurried.review.step, 3);
    assert.equal(hurried.review.urgent, 'Poplava');
    const other = await submit(await file(await create(), 'decision'));
    await editor.get('hastenReview', { ...at(other), body: { version: other.version, reason: 'Poplava' } });
    assert.equal((await head.get<ReviewSettings>('getReviewSettings', { params })).urgent.urgent, before + 2);
    const { items } = await head.get<{
      items: { kind: string; detail: { reason: string; skipped: unknown[] } }[];
    }>('listActs', { params, query: { subjectType: 'post', subjectId: post.id } });
    const act = items.find(({ kind }) => kind === 'review.hastened');
    assert.deepEqual([act?.detail.reason, act?.detail.skipped.length], ['Poplava', 2]);
    assert.equal((await approve(head, hurried)).state, 'scheduled');
    const again = await editor.problem('hastenReview', {
      ...at(other),
      body: { version: other.version, reason: 'x' },
    });
    assert.equal(again.code, 'review.at-last-step');
  });

  test('approved on a condition: nothing goes out before it is met, and a change of the post ends it', async () => {
    await setPaths();
    const sent = await submit(await create());
    const bound = await approve(head, sent, 'Pribaviti saglasnost ministarstva');
    assert.equal(bound.state, 'approved');
    const [condition] = bound.review.conditions;
    assert.equal(condition?.text, 'Pribaviti saglasnost ministarstva');
    const early = await editor.problem('schedulePost', { ...at(bound), body: { version: bound.version } });
    assert.equal(early.code, 'post.condition-open');
    const met = await editor.get<Post>('meetCondition', {
      params: { ...params, postId: bound.id, conditionId: condition?.id ?? '' },
    });
    assert.equal(met.state, 'scheduled');
    assert.equal(met.version, bound.version, 'meeting it changes no content');
    assert.equal(met.review.conditions[0]?.met?.by, house.people.editor.name);

    const second = await approve(head, await submit(await create()), 'Provjeriti datum');
    const changed = await save(editor, second, { texts: { bs: 'Drugi datum.' } });
    assert.equal(changed.state, 'draft');
    const void_ = await editor.problem('meetCondition', {
      params: { ...params, postId: second.id, conditionId: second.review.conditions[0]?.id ?? '' },
    });
    assert.equal(void_.code, 'review.condition-void');
  });

  test('sent back from any step, with the reason; a head may at any time, others only in their turn', async () => {
    await setPaths();
    const sent = await submit(await file(await create(), 'decision'));
    const body = { version: sent.version, reason: 'Nedostaje izvor.' };
    assert.equal(
      (await lawyer.client.problem('sendBackPost', { ...at(sent), body })).code,
      'review.not-asked',
    );
    const back = await head.get<Post>('sendBackPost', { ...at(sent), body });
    assert.equal(back.state, 'sent-back');
    assert.equal(back.review.outcome, 'sent-back');
    const again = await approve(translator.client, await submit(back));
    const second = await lawyer.client.get<Post>('sendBackPost', {
      ...at(again),
      body: { ...body, version: again.version },
    });
    assert.equal(second.remarks.length, 2);
    assert.deepEqual(await waiting(lawyer.client), []);
  });

  test('a withdrawn post asks nobody any more', async () => {
    const sent = await submit(await create());
    await editor.get('withdrawPost', { ...at(sent), body: { version: sent.version, reason: 'x' } });
    assert.ok(!(await waiting(head)).some(({ postId }) => postId === sent.id));
  });
});
