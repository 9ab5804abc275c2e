import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Post, PostInput, ProblemDetails } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const NOW = '2026-11-24T09:00:00Z';

describe('posts over the API', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;

  before(async () => {
    app = await testApp({ clock: new ManualClock(NOW) });
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const account = await administrator.get<{ id: string }>('connectAccount', {
      params,
      body: { network: 'sandbox', variant: 'bs', settings: { handle: 'ured-proba', displayName: '', code } },
    });
    accountId = account.id;
  });
  after(() => app[Symbol.asyncDispose]());

  const input = (change: Partial<PostInput['content']> = {}): PostInput => ({
    title: 'Proba',
    planItemId: null,
    content: {
      texts: { bs: 'Dobar dan.', 'sr-Latn': 'Dobar dan, čekaonica.' },
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
  const save = (who: ApiClient, post: Post, body: PostInput, version = post.version) =>
    who.call('savePost', { ...at(post), body, headers: { 'if-match': `"${version}"` } });
  const act = (
    who: ApiClient,
    name: 'submitPost' | 'recallPost' | 'approvePost' | 'schedulePost' | 'unschedulePost' | 'reopenPost',
    post: Post,
    version = post.version,
  ) => who.get<Post>(name, { ...at(post), body: { version } });

  test('sr-Cyrl is made from sr-Latn, and due times are wall-clock time at the institution', async () => {
    const post = await create();
    assert.equal(post.content.texts['sr-Cyrl'], 'Добар дан, чекаоница.');
    assert.equal(post.content.dueAt, '2026-12-01T09:00:00Z');
    assert.equal(post.state, 'draft');
  });

  test('who has sent a post for review takes it back, and it can be sent again', async () => {
    const inReview = await act(editor, 'submitPost', await create());
    const draft = await act(editor, 'recallPost', inReview);
    assert.deepEqual([draft.state, draft.version], ['draft', inReview.version]);
    const asked = await head.get<{ items: { id: string }[] }>('listReviews', { params });
    assert.ok(!asked.items.some(({ id }) => id === draft.id));
    const refused = await head.call('approvePost', { ...at(draft), body: { version: draft.version } });
    assert.equal((refused.body as ProblemDetails).code, 'post.wrong-state');
    const again = await editor.call('recallPost', { ...at(draft), body: { version: draft.version } });
    assert.equal((again.body as ProblemDetails).code, 'post.wrong-state');
    assert.equal((await act(editor, 'submitPost', draft)).state, 'in-review');
  });

  test('taken back and approved at the same moment, it is one of the two', async () => {
    for (let no = 0; no < 4; no += 1) {
      const inReview = await act(editor, 'submitPost', await create());
      const body = { version: inReview.version };
      const answers = await Promise.all([
        editor.call('recallPost', { ...at(inReview), body }),
        head.call('approvePost', { ...at(inReview), body }),
      ]);
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [200, 409],
      );
      const { state } = await editor.get<Post>('getPost', at(inReview));
      assert.equal(state, answers[0].status === 200 ? 'draft' : 'scheduled');
    }
  });

  test('what is on its way at this moment is not taken off the schedule', async () => {
    const scheduled = await act(head, 'approvePost', await act(editor, 'submitPost', await create()));
    await app.database.owner.query(`update deliveries set state = 'publishing' where post_id = $1`, [
      scheduled.id,
    ]);
    const refused = await head.call('unschedulePost', {
      ...at(scheduled),
      body: { version: scheduled.version },
    });
    assert.equal((refused.body as ProblemDetails).code, 'post.going-out');
    assert.equal((await editor.get<Post>('getPost', at(scheduled))).state, 'scheduled');
  });

  test('what is scheduled is taken off, keeps its approval, and says why it did not go out', async () => {
    const scheduled = await act(head, 'approvePost', await act(editor, 'submitPost', await create()));
    const off = await act(head, 'unschedulePost', scheduled);
    assert.deepEqual([off.state, off.approvals[0]?.broken], ['approved', null]);
    const deliveries = await head.get<{ items: { state: string; reasonText: string | null }[] }>(
      'listPostDeliveries',
      { ...at(off) },
    );
    assert.deepEqual(
      deliveries.items.map(({ state, reasonText }) => [state, reasonText]),
      [['withdrawn', 'The post was taken off the schedule.']],
    );
    const refused = await editor.call('unschedulePost', { ...at(off), body: { version: off.version } });
    assert.equal((refused.body as ProblemDetails).code, 'post.wrong-state');
    assert.equal((await act(head, 'schedulePost', off)).state, 'scheduled');
  });

  test('the way from draft to scheduled, with a seal over what goes out', async () => {
    const post = await create();
    const inReview = await act(editor, 'submitPost', post);
    assert.equal(inReview.state, 'in-review');
    const scheduled = await act(head, 'approvePost', inReview);
    assert.equal(scheduled.state, 'scheduled');
    assert.equal(scheduled.approvals[0]?.seal, scheduled.seal);
    assert.equal(scheduled.approvals[0]?.broken, null);
    const { items } = await head.get<{ items: { state: string; account: { handle: string } }[] }>(
      'listPostDeliveries',
      at(post),
    );
    assert.deepEqual(
      items.map(({ state, account }) => [state, account.handle]),
      [['scheduled', 'ured-proba']],
    );
  });

  test('a change after approval breaks the seal visibly, holds the deliveries and needs a new approval', async () => {
    const scheduled = await act(head, 'approvePost', await act(editor, 'submitPost', await create()));
    const answer = await save(editor, scheduled, input({ texts: { bs: 'Drugi tekst.' } }));
    const changed = answer.body as Post;
    assert.equal(changed.state, 'draft');
    assert.equal(changed.approvals[0]?.broken?.version, changed.version);
    assert.equal(changed.approvals[0]?.broken?.by?.name, house.people.editor.name);
    const { items } = await head.get<{ items: { state: string }[] }>('listPostDeliveries', at(scheduled));
    assert.deepEqual(
      items.map(({ state }) => state),
      ['withdrawn'],
    );
  });

  test('a new working title alone does not break the seal', async () => {
    const scheduled = await act(head, 'approvePost', await act(editor, 'submitPost', await create()));
    const answer = await save(editor, scheduled, { ...input(), title: 'Drugo ime' });
    assert.equal((answer.body as Post).state, 'scheduled');
    assert.equal((answer.body as Post).approvals[0]?.broken, null);
  });

  test('nobody approves a post that they wrote or changed', async () => {
    const own = await head.get<Post>('createPost', { params, body: input() });
    const submitted = await act(head, 'submitPost', own);
    assert.ok(!submitted.can.includes('approve'));
    assert.equal((await head.problem('approvePost', { ...at(own), body: { version: 1 } })).code, 'post.own');
    const post = await create();
    const touched = (await save(head, post, input({ texts: { bs: 'Ispravak.' } }))).body as Post;
    await act(editor, 'submitPost', touched);
    assert.equal(
      (await head.problem('approvePost', { ...at(post), body: { version: touched.version } })).code,
      'post.own',
    );
  });

  test('an editor does not approve, an auditor does not write', async () => {
    const post = await act(editor, 'submitPost', await create());
    assert.equal(
      (await editor.call('approvePost', { ...at(post), body: { version: post.version } })).status,
      403,
    );
    const auditor = await signIn(app.url, house.people.auditor.email);
    assert.equal((await auditor.call('createPost', { params, body: input() })).status, 403);
    assert.equal((await auditor.call('getPost', at(post))).status, 200);
  });

  test('the second of two who edit hears whose change came first, and gets it', async () => {
    const post = await create();
    await save(head, post, input({ texts: { bs: 'Prva izmjena.' } }));
    const answer = await save(editor, post, input({ texts: { bs: 'Druga izmjena.' } }));
    assert.equal(answer.status, 412);
    const problem = answer.body as ProblemDetails & { current: Post };
    assert.match(problem.title, new RegExp(house.people.head.name));
    assert.equal(problem.current.content.texts.bs, 'Prva izmjena.');
    assert.equal(problem.current.version, 2);
  });

  test('two who save at the same instant: one is kept, one is told, none is lost', async () => {
    const post = await create();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => save(editor, post, input({ texts: { bs: text } }))),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 412, 412, 412],
    );
  });

  test('every version is kept', async () => {
    const post = await create();
    for (const [version, text] of ['jedan', 'dva', 'tri'].entries()) {
      await save(editor, post, input({ texts: { bs: text } }), version + 1);
    }
    const page = await editor.get<{
      items: { no: number; content: { texts: { bs: string } } }[];
      next: string | null;
    }>('listPostVersions', { ...at(post), query: { limit: '3' } });
    assert.deepEqual(
      page.items.map(({ no, content }) => [no, content.texts.bs]),
      [
        [4, 'tri'],
        [3, 'dva'],
        [2, 'jedan'],
      ],
    );
    const rest = await editor.get<{ items: { no: number }[]; next: string | null }>('listPostVersions', {
      ...at(post),
      query: { after: page.next ?? '' },
    });
    assert.deepEqual(
      rest.items.map(({ no }) => no),
      [1],
    );
    assert.equal(rest.next, null);
  });

  test('all that blocks review is said at once, each with its place and a sentence', async () => {
    const post = await create({
      texts: { bs: 'x'.repeat(501) },
      images: [{ mediaId: house.id, alt: {} }],
      targets: [
        { accountId, variant: 'bs' },
        { accountId, variant: 'en' },
      ],
      due: { local: '2026-11-01T10:00' },
    });
    const problem = await editor.problem('submitPost', { ...at(post), body: { version: 1 } });
    assert.equal(problem.status, 422);
    const codes = problem.faults?.map(({ code }) => code) ?? [];
    for (const code of [
      'post.too-long',
      'post.target-without-text',
      'post.no-alt',
      'post.image-missing',
      'post.time-past',
    ]) {
      assert.ok(codes.includes(code), `${code} in ${codes.join(', ')}`);
    }
    for (const fault of problem.faults ?? []) {
      assert.match(fault.path, /^\/content\//);
      assert.ok(fault.message.length > 10 && !fault.message.includes('{{'), fault.message);
    }
  });

  test('a variant that the plan asks for blocks review until it is written', async () => {
    const item = await editor.get<{ id: string }>('createPlanItem', {
      params,
      body: {
        objectiveId: null,
        titles: { bs: 'Stavka' },
        theme: '',
        variants: ['bs', 'hr'],
        dueOn: '2026-12-01',
      },
    });
    const post = await editor.get<Post>('createPost', { params, body: { ...input(), planItemId: item.id } });
    const problem = await editor.problem('submitPost', { ...at(post), body: { version: 1 } });
    assert.deepEqual(
      problem.faults?.map(({ code, path }) => [code, path]),
      [['post.variant-missing', '/content/texts/hr']],
    );
  });

  test('a time that the clocks skip is refused with both ways out; one that comes twice is asked about', async () => {
    const gap = await editor.problem('createPost', {
      params,
      body: input({ due: { local: '2027-03-28T02:30' } }),
    });
    assert.equal(gap.code, 'post.time-gap');
    assert.match(gap.title, /01:30.*03:30/);
    const twice = await editor.problem('createPost', {
      params,
      body: input({ due: { local: '2027-10-31T02:30' } }),
    });
    assert.equal(twice.code, 'post.time-twice');
    const due = async (hour: 'earlier' | 'later') =>
      (await create({ due: { local: '2027-10-31T02:30', hour } })).content.dueAt;
    assert.deepEqual(
      [await due('earlier'), await due('later')],
      ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
    );
  });

  test('control characters and half characters are cleaned away, and the text is kept', async () => {
    const post = await create({ texts: { bs: 'a\u0000b\u0007c \ud800 d\u200d' } });
    const text = post.content.texts.bs ?? '';
    assert.ok(
      text.isWellFormed() && !text.includes('\u0000') && !text.includes('\u0007'),
      JSON.stringify(text),
    );
    assert.match(text, /a.*b.*c.*d/);
  });

  test('ten megabytes of text are refused with a sentence', async () => {
    const problem = await editor.problem('createPost', {
      params,
      body: input({ texts: { bs: 'ž'.repeat(5_000_000) } }),
    });
    assert.equal(problem.status, 413);
    assert.equal(problem.code, 'input.too-large');
  });

  test('search finds across scripts and without diacritics, page by page', async () => {
    for (let n = 0; n < 5; n += 1) await create({ texts: { bs: `Otvorena je čekaonica broj ${n}` } });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await editor.get<{ items: Post[]; next: string | null }>('listPosts', {
        params,
        query: { search: 'чекаоница broj', limit: '2', ...(after ? { after } : {}) },
      });
      found.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    assert.equal(new Set(found).size, 5);
    assert.equal(found.length, 5);
  });

  test('sent back with a reason, mended, withdrawn, taken up again', async () => {
    const post = await act(editor, 'submitPost', await create());
    const back = await head.get<Post>('sendBackPost', {
      ...at(post),
      body: { version: post.version, reason: 'Nedostaje izvor.' },
    });
    assert.equal(back.state, 'sent-back');
    assert.equal(back.remarks[0]?.text, 'Nedostaje izvor.');
    const again = await act(head, 'approvePost', await act(editor, 'submitPost', back));
    const gone = await editor.get<Post>('withdrawPost', {
      ...at(post),
      body: { version: again.version, reason: 'Odgođeno.' },
    });
    assert.equal(gone.state, 'withdrawn');
    assert.equal((await act(editor, 'reopenPost', gone)).state, 'draft');
  });
});
