import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const NOW = '2026-11-24T09:00:00Z';

describe('approval by a link, without an account', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  let mediaId: string;
  const clock = new ManualClock(NOW);

  before(async () => {
    app = await testApp({ clock });
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
    const picture = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#345' } })
      .png()
      .toBuffer();
    const media = await editor.get<{ id: string }>('uploadMedia', {
      params,
      query: { fileName: 'sala.png' },
      body: new Uint8Array(picture),
      headers: { 'content-type': 'image/png' },
    });
    mediaId = media.id;
  });
  after(() => app[Symbol.asyncDispose]());

  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const content = (text: string) => ({
    texts: { bs: text, en: 'The decision <b>stands</b>.' },
    cyrillicFollows: true,
    overrides: { sandbox: { en: 'The decision, in short.' } },
    images: [{ mediaId, alt: { bs: 'Sala sa stolicama', en: 'A hall with chairs' } }],
    targets: [{ accountId, variant: 'bs' as const }],
    due: { local: '2026-12-01T10:00' },
  });
  async function inReview(text = 'Odluka je donesena.'): Promise<Post> {
    const body = { title: 'Interni naslov', planItemId: null, content: content(text) };
    const post = await editor.get<Post>('createPost', { params, body });
    return editor.get<Post>('submitPost', { ...at(post), body: { version: post.version } });
  }
  async function ask(post: Post): Promise<{ post: Post; url: string }> {
    const asked = await head.get<Post>('askOutsideApprover', {
      ...at(post),
      body: { version: post.version, name: 'Direktorica Selma', email: 'direktorica@example.org' },
    });
    const link = asked.review.links.find(({ state }) => state === 'open');
    const shown = await head.get<{ url: string }>('showApprovalLink', {
      params: { ...params, postId: post.id, approvalLinkId: link?.id ?? '' },
    });
    return { post: asked, url: shown.url };
  }
  const open = async (url: string, variant = 'en') => {
    const response = await fetch(url.replace('/approval/', `/${variant}/approval/`));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const answer = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers });
  const read = (post: Post) => editor.get<Post>('getPost', at(post));

  test('shows everything that goes out, and nothing of ours besides; approving seals it and sends it on', async () => {
    const { post, url } = await ask(await inReview());
    const page = await open(url);
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    for (const said of [
      'Odluka je donesena.',
      'The decision &lt;b&gt;stands&lt;/b&gt;.',
      'Sala sa stolicama',
      'A hall with chairs',
      'ured-proba',
      post.seal.slice(0, 16),
      'Direktorica Selma',
      house.people.head.name,
    ])
      assert.ok(page.text.includes(said), said);
    assert.ok(!page.text.includes('Interni naslov'), 'the working title is for colleagues');
    const picture = `${url}/pictures/${mediaId}/original`;
    assert.equal((await fetch(picture)).status, 200);
    assert.equal((await fetch(picture.replace(mediaId, house.id))).status, 404);
    assert.equal((await open(url)).status, 200, 'looking uses nothing up');

    const given = await answer(url, { answer: 'approve' });
    assert.equal(given.status, 303);
    const out = await read(post);
    assert.equal(out.state, 'scheduled');
    assert.deepEqual(
      [out.approvals[0]?.outside, out.approvals[0]?.by, out.approvals[0]?.seal],
      ['Direktorica Selma', null, out.seal],
    );
    assert.equal(out.review.answers[0]?.outside?.email, 'direktorica@example.org');
    assert.match((await open(url)).text, /Thank you, you have approved/);
    const { items } = await head.get<{ items: { kind: string; via: string; detail: { email?: string } }[] }>(
      'listActs',
      { params, query: { subjectType: 'post', subjectId: post.id } },
    );
    const act = items.find(({ kind }) => kind === 'review.answered');
    assert.deepEqual([act?.via, act?.detail.email], ['link', 'direktorica@example.org']);
    assert.ok(items.some(({ kind }) => kind === 'review.link-shown'));
  });

  test('takes one answer: the second finds it used, in the same instant too', async () => {
    const { post, url } = await ask(await inReview());
    const answers = await Promise.all([1, 2, 3].map(() => answer(url, { answer: 'approve' })));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422, 422],
    );
    assert.equal((await read(post)).review.answers.length, 1);
  });

  test('is bound to the seal: a changed post says so, and takes no answer', async () => {
    const { post, url } = await ask(await inReview());
    const body = { title: 'x', planItemId: null, content: content('Ipak drukčije.') };
    await editor.get('savePost', { ...at(post), body, headers: { 'if-match': `"${post.version}"` } });
    const page = await open(url);
    assert.match(page.text, /has been changed meanwhile/);
    assert.ok(!page.text.includes('Ipak drukčije') && !page.text.includes('Odluka je donesena'));
    assert.equal((await fetch(`${url}/pictures/${mediaId}/original`)).status, 404);
    assert.equal((await answer(url, { answer: 'approve' })).status, 422);
    assert.equal((await read(post)).state, 'draft');
  });

  test('sends back with a reason, and asks for one', async () => {
    const { post, url } = await ask(await inReview());
    const without = await answer(url, { answer: 'send-back', reason: ' ' });
    assert.equal(without.status, 422);
    assert.match(await without.text(), /id="reason-error"/);
    assert.equal((await answer(url, { answer: 'send-back', reason: 'Pogrešan datum.' })).status, 303);
    const back = await read(post);
    assert.equal(back.state, 'sent-back');
    assert.equal(back.remarks[0]?.text, 'Pogrešan datum.');
    assert.match((await open(url)).text, /Pogrešan datum\./);
  });

  test('a link that was made up, cut, or of another seal opens nothing', async () => {
    const { url } = await ask(await inReview());
    const token = url.split('/').at(-1)!;
    const other = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    for (const wrong of [token.slice(0, -4), other, 'x', `${token}A`]) {
      assert.equal((await open(url.replace(token, wrong))).status, 404, wrong);
      assert.equal((await answer(url.replace(token, wrong), { answer: 'approve' })).status, 404);
    }
  });

  test('a form on somebody else’s page gives no answer', async () => {
    const { post, url } = await ask(await inReview());
    const given = await answer(url, { answer: 'approve' }, { 'sec-fetch-site': 'cross-site' });
    assert.equal(given.status, 403);
    assert.equal((await read(post)).state, 'in-review');
  });

  test('a newer link makes the earlier one void, and time makes each void', async () => {
    const first = await ask(await inReview());
    const second = await ask(first.post);
    assert.notEqual(first.url, second.url);
    assert.match((await open(first.url)).text, /Nobody waits for an answer/);
    assert.equal((await answer(first.url, { answer: 'approve' })).status, 422);
    const far = await inReview('Daleko.');
    const moved = await editor.get<Post>('reschedulePost', {
      ...at(far),
      body: { version: far.version, due: { local: '2027-01-20T10:00' } },
    });
    const again = await editor.get<Post>('submitPost', { ...at(moved), body: { version: moved.version } });
    const late = await ask(again);
    clock.set('2026-12-20T09:00:00Z');
    assert.match((await open(late.url)).text, /has expired/);
    assert.equal((await answer(late.url, { answer: 'approve' })).status, 422);
    clock.set(NOW);
  });

  test('only administrator and head ask from outside, and nobody asks a colleague in this way', async () => {
    const post = await inReview();
    const body = { version: post.version, name: 'X', email: 'x@example.org' };
    assert.equal((await editor.problem('askOutsideApprover', { ...at(post), body })).status, 403);
    const colleague = { ...body, email: house.people.editor.email };
    const problem = await head.problem('askOutsideApprover', { ...at(post), body: colleague });
    assert.equal(problem.code, 'review.outside-is-colleague');
    const { post: asked } = await ask(post);
    const approvalLinkId = asked.review.links[0]?.id ?? '';
    const shown = await editor.problem('showApprovalLink', {
      params: { ...params, postId: post.id, approvalLinkId },
    });
    assert.equal(shown.status, 403);
  });
});
