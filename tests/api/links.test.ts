import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { LinkRule, Post } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { testApp, type TestApp } from '../helpers/app.ts';
import { linkStage } from '../helpers/link-stage.ts';

describe('links of posts', () => {
  let app: TestApp;
  const clock = new ManualClock('2026-12-01T09:00:00Z');

  before(async () => {
    app = await testApp({ clock });
  });
  after(() => app[Symbol.asyncDispose]());

  test('without a rule nothing is touched, and nothing of it stands in the post', async () => {
    const { editor, params, create } = await linkStage(app);
    const post = await create('Vidi https://vlada.ba/a.');
    assert.equal(post.content.links, undefined);
    const before = await editor.get<LinkRule>('getLinkRule', { params });
    assert.deepEqual([before.tagging, before.shortening, before.revision], [false, false, 0]);
  });

  test('each account gets its own tags; what is not the institution’s stays', async () => {
    const { rule, create, outOf } = await linkStage(app);
    assert.deepEqual((await rule(0)).hosts, ['vlada.ba']);
    const post = await create('Vidi https://vlada.ba/a#b i https://mediji.ba/c.');
    const q = 'utm_source=sandbox&utm_medium=drustvene-mreze&utm_content=';
    assert.deepEqual(outOf(post), [
      `https://vlada.ba/a?${q}dei.prva-bs#b`,
      `https://vlada.ba/a?${q}dei_druga-bs#b`,
    ]);
  });

  test('the tagged address is what is counted', async () => {
    const { rule, create } = await linkStage(app);
    await rule(0, { content: 'x'.repeat(60), campaign: 'y'.repeat(60) });
    const countIn = async (text: string) =>
      (await create(text)).checks.find(({ code }) => code === 'post.too-long')?.params['count'];
    const words = 'a'.repeat(1000);
    const written = await countIn(`${words} https://mediji.ba/`);
    assert.equal(written, 1000 + ' https://mediji.ba/'.length);
    const tags = `?utm_source=sandbox&utm_medium=drustvene-mreze&utm_campaign=${'y'.repeat(60)}&utm_content=${'x'.repeat(60)}`;
    assert.equal(
      await countIn(`${words} https://vlada.ba/`),
      1000 + ' https://vlada.ba/'.length + tags.length,
    );
  });

  test('an approval holds what goes out: a rule that changes later changes nothing and breaks nothing', async () => {
    const { editor, rule, create, save, at, approve, outOf } = await linkStage(app);
    await rule(0);
    const draft = await create('Vidi https://vlada.ba/a');
    const approved = await approve(draft);
    const sent = outOf(approved);
    await rule(1, { medium: 'drugo' });
    // Another working title is another version; what goes out is the same.
    const named = await save(approved, 'Vidi https://vlada.ba/a', {}, 'Drugi naslov');
    assert.deepEqual([named.state, named.seal, outOf(named)], ['scheduled', approved.seal, sent]);
    assert.ok(named.approvals.some(({ broken }) => broken === null));
    // Moved in time it is approved anew, with the links it had.
    const moved = await save(named, 'Vidi https://vlada.ba/a', { due: { local: '2026-12-03T10:00' } });
    assert.deepEqual([moved.state, outOf(moved)], ['draft', sent]);
    assert.notEqual(moved.seal, approved.seal);
    assert.ok(moved.checks.some(({ code, blocks }) => code === 'post.links-overtaken' && !blocks));
    const renewed = await editor.get<Post>('renewPostLinks', at(moved));
    assert.ok(outOf(renewed).every((url) => url.includes('utm_medium=drugo')));
    assert.ok(!renewed.checks.some(({ code }) => code === 'post.links-overtaken'));
  });

  test('another link in the same words is another seal', async () => {
    const { rule, create, save, outOf } = await linkStage(app);
    await rule(0);
    const post = await create('Vidi https://vlada.ba/a');
    const plain = await save(post, 'Vidi https://vlada.ba/a', {
      links: { tag: false, shorten: true, plain: [] },
    });
    assert.notEqual(plain.seal, post.seal);
    assert.deepEqual(outOf(plain), []);
    assert.deepEqual(plain.content.links, { tag: false, shorten: true, plain: [], out: [] });
    // Who says nothing of links leaves them as they are.
    const kept = await save(plain, 'Vidi https://vlada.ba/b');
    assert.equal(kept.content.links?.tag, false);
    const one = await save(kept, 'https://vlada.ba/a https://vlada.ba/b', {
      links: { tag: true, shorten: true, plain: ['https://vlada.ba/a'] },
    });
    assert.deepEqual([...new Set(one.content.links?.out.map(({ link }) => link))], ['https://vlada.ba/b']);
  });

  test('links of a first comment and of a network’s own version go out like those of the text', async () => {
    const { rule, create } = await linkStage(app);
    await rule(0);
    const overrides = {
      sandbox: { bs: 'Ovdje: https://vlada.ba/svoja' },
      'first-comment': { bs: 'Više: https://vlada.ba/komentar' },
    };
    const post = await create('Vidi https://vlada.ba/zajednicka', { overrides });
    assert.deepEqual([...new Set(post.content.links?.out.map(({ link }) => link))].toSorted(), [
      'https://vlada.ba/komentar',
      'https://vlada.ba/svoja',
    ]);
  });

  test('whoever approves by a link, without an account, reads the addresses that go out', async () => {
    const { rule, create, editor, head, at, outOf, open } = await linkStage(app);
    await rule(0, { shortening: true });
    const overrides = { 'first-comment': { bs: 'Više: https://vlada.ba/komentar' } };
    const post = await create('Vidi https://vlada.ba/odluka', { overrides });
    const out = outOf(post);
    assert.equal(out.length, 4);
    await editor.get('submitPost', at(post));
    const asked = await head.get<Post>('askOutsideApprover', {
      params: at(post).params,
      body: { version: post.version, name: 'Direktorica Selma', email: 'direktorica@example.org' },
    });
    const approvalLinkId = asked.review.links.find(({ state }) => state === 'open')?.id ?? '';
    const { url } = await head.get<{ url: string }>('showApprovalLink', {
      params: { ...at(post).params, approvalLinkId },
    });
    const page = await (await fetch(url)).text();
    for (const address of out) assert.ok(page.includes(`/l/${address.slice(-8)}`), address);
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'approve' }),
      redirect: 'manual',
    });
    for (const address of out) assert.equal((await open(address.slice(-8))).status, 302, address);
  });

  test('campaign and theme of the plan are in the tags, in ASCII across scripts', async () => {
    const { rule, create, save, editor, head, params, outOf } = await linkStage(app);
    await rule(0, { content: '{theme}' });
    const campaign = await head.get<{ id: string }>('createCampaign', {
      params,
      body: {
        names: { 'sr-Cyrl': 'Дан Европе', 'sr-Latn': 'Dan Evrope' },
        startsOn: '2026-12-01',
        endsOn: '2026-12-31',
        colour: '#004466',
      },
    });
    const item = await head.get<{ id: string }>('createPlanItem', {
      params,
      body: {
        objectiveId: null,
        campaignId: campaign.id,
        titles: { bs: 'Voda' },
        theme: 'Čista voda',
        variants: ['bs'],
        dueOn: '2026-12-10',
      },
    });
    const post = await create('https://vlada.ba/a');
    assert.ok(outOf(post).every((url) => !url.includes('utm_campaign') && !url.includes('utm_content')));
    const planned = await editor.get<Post>('savePost', {
      params: { ...params, postId: post.id },
      body: {
        title: post.title,
        planItemId: item.id,
        content: { ...post.content, dueAt: undefined, due: null },
      },
      headers: { 'if-match': `"${post.version}"` },
    });
    assert.ok(outOf(planned).every((url) => url.endsWith('utm_campaign=dan-evrope&utm_content=cista-voda')));
    assert.equal((await save(planned, 'https://vlada.ba/a')).content.links?.out.length, 2);
  });

  test('a caller cannot say itself what goes out', async () => {
    const { accounts, rule, create, outOf } = await linkStage(app);
    await rule(0);
    const out = [
      {
        accountId: accounts[0],
        variant: 'bs',
        link: 'https://vlada.ba/a',
        url: 'https://zlo.example/',
        target: null,
      },
    ];
    const post = await create('https://vlada.ba/a', { links: { tag: true, shorten: true, plain: [], out } });
    assert.ok(outOf(post).every((url) => url.startsWith('https://vlada.ba/a?')));
  });

  test('a short address leads to the page once its post is on its way, for good, and to nothing else', async () => {
    const { head, rule, create, save, at, approve, codesOf, open } = await linkStage(app);
    await rule(0, { shortening: true });
    const draft = await create('Vidi https://vlada.ba/odluka');
    const [code = '', other = ''] = codesOf(draft);
    assert.match(code, /^[2-9a-hjkmnp-z]{8}$/);
    assert.notEqual(code, other);
    assert.equal((await open(code)).status, 404);
    // Typing an address uses up no codes: they are the post's until it goes out.
    const typed = await save(await save(draft, 'https://vlada.ba/o'), 'Vidi https://vlada.ba/odluke');
    assert.deepEqual(codesOf(typed), [code, other].toSorted());
    const scheduled = await approve(typed);
    const answer = await open(code.toUpperCase());
    assert.equal(answer.status, 302);
    assert.match(answer.headers.location ?? '', /^https:\/\/vlada\.ba\/odluke\?utm_source=sandbox&/);
    assert.deepEqual(
      [
        answer.headers['cache-control'],
        answer.headers['referrer-policy'],
        answer.headers['set-cookie'],
        answer.body,
      ],
      ['no-store', 'no-referrer', undefined, ''],
    );
    // It goes back to a draft with another link: the old code stays what it was, the new link has a new one.
    const changed = await save(scheduled, 'Vidi https://vlada.ba/druga');
    assert.ok(codesOf(changed).every((one) => ![code, other].includes(one)));
    assert.equal((await open(code)).headers.location, answer.headers.location);
    const withdrawn = { ...at(changed), body: { version: changed.version, reason: 'x' } };
    await head.get('withdrawPost', withdrawn);
    assert.equal((await open(code)).status, 302);
    await assert.rejects(
      app.database.owner.query(`update short_links set target = 'https://zlo.example/' where code = $1`, [
        code,
      ]),
      /never changed/,
    );
    await assert.rejects(
      app.database.owner.query('delete from short_links where code = $1', [code]),
      /never/,
    );
  });

  test('a copy has codes of its own', async () => {
    const { editor, params, rule, create, at, codesOf } = await linkStage(app);
    await rule(0, { shortening: true });
    const post = await create('https://vlada.ba/a');
    const made = await editor.get<{ postId: string }>('copyPost', {
      params: at(post).params,
      body: { due: null },
    });
    const copy = await editor.get<Post>('getPost', { params: { ...params, postId: made.postId } });
    assert.equal(copy.content.links?.out.length, 2);
    assert.ok(codesOf(copy).every((code) => !codesOf(post).includes(code)));
  });
});
