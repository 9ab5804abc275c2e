import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Post, PostInput, RemarkThread } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const NOW = '2026-11-24T09:00:00Z';

describe('remarks, what was seen, and the registry number', () => {
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
  const read = (who: ApiClient, post: Post) => who.get<Post>('getPost', at(post));
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

  test('what somebody has seen is remembered, also over reading the same version again', async () => {
    const post = await create();
    assert.equal((await read(head, post)).review.seen, null);
    await head.call('markPostSeen', at(post));
    const second = await save(editor, post, { texts: { bs: 'Dva.' } });
    const third = await save(editor, second, { texts: { bs: 'Tri.' } });
    assert.equal((await read(head, third)).review.seen?.version, 1);
    await head.call('markPostSeen', at(third));
    await head.call('markPostSeen', at(third));
    assert.equal((await read(head, third)).review.seen?.version, 1, 'still what came before');
    assert.equal((await read(editor, third)).review.seen, null);
  });

  test('the registry number is found, in any state, and is not under the seal', async () => {
    const out = await approve(head, await submit(await create()));
    const filed = await file(out, '', '05-1-22-4/26');
    assert.deepEqual([filed.state, filed.seal, filed.version], ['scheduled', out.seal, out.version]);
    const { items } = await editor.get<{ items: { id: string; reference: string }[] }>('listPosts', {
      params,
      query: { search: '05-1-22-4' },
    });
    assert.deepEqual(
      items.map(({ id, reference }) => [id, reference]),
      [[out.id, '05-1-22-4/26']],
    );
    const auditor = await signIn(app.url, house.people.auditor.email);
    assert.equal(
      (await auditor.problem('filePost', { ...at(out), body: { kind: '', reference: 'x' } })).status,
      403,
    );
  });

  test('remarks keep their place, are answered, settled and opened again; mentions name colleagues', async () => {
    const post = await create();
    const anchor = {
      kind: 'text',
      network: null,
      variant: 'bs',
      start: 0,
      end: 6,
      quote: 'Odluka',
      before: '',
      after: ' je donesena.',
    };
    const start = (who: ApiClient, body: object) =>
      who.get<{ items: RemarkThread[] }>('startRemark', { ...at(post), body: { version: 1, ...body } });
    const [thread] = (await start(head, { anchor, text: 'Koja odluka?', mentions: [house.people.editor.id] }))
      .items;
    assert.deepEqual(thread?.anchor, anchor);
    assert.deepEqual(thread?.remarks[0]?.mentions, [house.people.editor.id]);
    const inThread = { params: { ...params, postId: post.id, threadId: thread?.id ?? '' } };
    const resolved = await editor.get<{ items: RemarkThread[] }>('resolveRemark', {
      ...inThread,
      body: { resolved: true },
    });
    assert.equal(resolved.items[0]?.resolved?.by?.name, house.people.editor.name);
    const answered = await head.get<{ items: RemarkThread[] }>('answerRemark', {
      ...inThread,
      body: { text: 'Još nije jasno.' },
    });
    assert.equal(answered.items[0]?.resolved, null, 'an answer opens it again');
    assert.equal(answered.items[0]?.remarks.length, 2);

    const wrong = { ...anchor, quote: 'Nešto' };
    assert.equal(
      (await head.problem('startRemark', { ...at(post), body: { version: 1, anchor: wrong, text: 'x' } }))
        .code,
      'remark.place-gone',
    );
    const stranger = { anchor: { kind: 'post' }, text: 'x', mentions: [newId()] };
    assert.equal(
      (await head.problem('startRemark', { ...at(post), body: { version: 1, ...stranger } })).code,
      'remark.mention-unknown',
    );
    const auditor = await signIn(app.url, house.people.auditor.email);
    assert.equal((await auditor.problem('answerRemark', { ...inThread, body: { text: 'x' } })).status, 403);
    assert.equal((await auditor.call('listRemarks', at(post))).status, 200);
    assert.equal((await read(editor, post)).version, 1, 'a remark is no version');
  });
});
