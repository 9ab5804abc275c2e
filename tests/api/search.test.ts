import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { SearchResult } from '#/contract/index.ts';
import { ROLES } from '#/modules/people/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { aCampaign, aPlanItem, emptyPost } from '../helpers/operations.ts';

describe('the search over everything', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let adviser: ApiClient;
  let sent: { id: string };

  const write = (title: string, bs: string) =>
    editor.get<{ id: string }>('createPost', {
      params,
      body: { ...emptyPost(), title, content: { ...emptyPost().content, texts: { bs } } },
    });
  const search = (who: ApiClient, q: string, limit = 5) =>
    who.get<SearchResult>('search', { params, query: { q, limit: String(limit) } });

  before(async () => {
    app = await testApp();
    house = await app.addInstitution(ROLES);
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    adviser = await signIn(app.url, house.people.adviser.email);
    const administrator = await signIn(app.url, house.people.administrator.email);
    await write('Prva', 'Dugo smo je čekali. U domu zdravlja je otvorena nova čekaonica za djecu.');
    sent = await write('Čekaonica u Doboju', 'Otvorenje je u petak.');
    await write('Treća', 'Sjednica vijeća.');
    await editor.get('createPlanItem', {
      params,
      body: { ...aPlanItem, titles: { 'sr-Latn': 'Čekaonice i šalteri' } },
    });
    await editor.get('createCampaign', {
      params,
      body: { ...aCampaign, names: { bs: 'Čekaonice bez reda' } },
    });
    const image = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#335577' } })
      .png()
      .toBuffer();
    await editor.get('uploadMedia', {
      params,
      query: { fileName: 'nova-čekaonica.png' },
      body: new Uint8Array(image),
      headers: { 'content-type': 'image/png' },
    });
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    await administrator.get('connectAccount', {
      params,
      body: {
        network: 'sandbox',
        variant: 'bs',
        settings: { handle: 'cekaonica-rs', displayName: 'Čekaonica', code },
      },
    });
    await editor.get('consultAdviser', {
      params: { ...params, postId: sent.id },
      body: { personId: house.people.adviser.id, question: 'Smijemo li?', answerBy: null },
    });
  });
  after(() => app[Symbol.asyncDispose]());

  for (const q of ['čekaonic', 'cekaonic', 'чекаониц', 'ČEKAONIC', 'kaonic']) {
    test(`“${q}” finds in every kind, across scripts and inside words`, async () => {
      const found = await search(editor, q);
      assert.deepEqual(
        found.posts?.items.map(({ title }) => title),
        ['Čekaonica u Doboju', 'Prva'],
      );
      assert.deepEqual(
        found.planItems?.items.map(({ title }) => title),
        ['Čekaonice i šalteri'],
      );
      assert.deepEqual(
        found.campaigns?.items.map(({ name }) => name),
        ['Čekaonice bez reda'],
      );
      assert.deepEqual(
        found.accounts?.items.map(({ handle }) => handle),
        ['cekaonica-rs'],
      );
      assert.deepEqual(
        found.media?.items.map(({ fileName }) => fileName),
        ['nova-čekaonica.png'],
      );
      assert.deepEqual(found.people?.items, []);
    });
  }

  test('where the word is only in a text, the part around it is told', async () => {
    const { posts } = await search(editor, 'чекаоница');
    assert.equal(posts?.items[0]?.excerpt, null);
    assert.match(posts?.items[1]?.excerpt ?? '', /nova čekaonica za djecu/);
  });

  test('all words have to be there, in any order; people by name and e-mail', async () => {
    const { posts } = await search(editor, 'doboju čekaonica');
    assert.deepEqual(
      posts?.items.map(({ title }) => title),
      ['Čekaonica u Doboju'],
    );
    const { people } = await search(editor, `head ${house.slug}`);
    assert.deepEqual(
      people?.items.map(({ id }) => id),
      [house.people.head.id],
    );
  });

  test('there is more than is shown, and signs are no wildcards', async () => {
    assert.equal((await search(editor, 'cekaonica', 1)).posts?.more, true);
    assert.equal((await search(editor, 'cekaonica')).posts?.more, false);
    assert.deepEqual((await search(editor, '%_%')).posts?.items, []);
  });

  test('without words the posts last changed stand there, and nothing else', async () => {
    const found = await search(editor, ' ');
    assert.deepEqual(
      found.posts?.items.map(({ title }) => title),
      ['Treća', 'Čekaonica u Doboju', 'Prva'],
    );
    assert.deepEqual([found.media?.items, found.people?.items], [[], []]);
  });

  test('an adviser finds what is sent to them, and not what else holds the word', async () => {
    const found = await search(adviser, 'čekaonica');
    assert.deepEqual(
      found.posts?.items.map(({ id }) => id),
      [sent.id],
    );
    assert.deepEqual([found.planItems, found.campaigns, found.media], [null, null, null]);
    assert.deepEqual(
      (await search(adviser, '')).posts?.items.map(({ id }) => id),
      [sent.id],
    );
  });

  test('the pictures are searched page by page', async () => {
    const { items } = await editor.get<{ items: { fileName: string }[] }>('listMedia', {
      params,
      query: { search: 'чекаоница' },
    });
    assert.deepEqual(
      items.map(({ fileName }) => fileName),
      ['nova-čekaonica.png'],
    );
    const none = await editor.get<{ items: unknown[] }>('listMedia', { params, query: { search: 'most' } });
    assert.deepEqual(none.items, []);
  });

  test('another house finds nothing of it', async () => {
    const other = await app.addInstitution();
    const them = await signIn(app.url, other.people.head.email);
    const query = { q: 'cekaonica' };
    const found = await them.get<SearchResult>('search', { params: { institutionId: other.id }, query });
    for (const kind of Object.values(found)) assert.deepEqual(kind, { items: [], more: false });
    assert.equal((await them.call('search', { params, query })).status, 404);
  });

  test('a changed plan item is found under its new title only', async () => {
    const created = await editor.get<{ id: string }>('createPlanItem', { params, body: aPlanItem });
    await editor.call('changePlanItem', {
      params: { ...params, planItemId: created.id },
      body: { ...aPlanItem, titles: { bs: 'Žičara' } },
      headers: { 'if-match': '"1"' },
    });
    assert.deepEqual(
      (await search(editor, 'zicara')).planItems?.items.map(({ id }) => id),
      [created.id],
    );
    assert.deepEqual((await search(editor, 'tajna')).planItems?.items, []);
  });
});
