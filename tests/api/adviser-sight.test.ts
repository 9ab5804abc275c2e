import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Account, Media, Post } from '#/contract/index.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { addPerson, testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

/** What stands on the front page and nothing more: whoever is asked about one post knows of that post alone. */
describe('what an adviser sees of the house', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  let adviser: ApiClient;
  let stranger: { id: string; name: string };
  const accounts: string[] = [];

  before(async () => {
    app = await testApp();
    house = await app.addInstitution(['administrator', 'head', 'editor', 'adviser', 'auditor']);
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
    adviser = await signIn(app.url, house.people.adviser.email);
    stranger = await addPerson(app.database, house, 'adviser');
    const administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    for (const handle of ['ured-jedan', 'ured-dva']) {
      const settings = { handle, displayName: '', code };
      const body = { network: 'sandbox', variant: 'bs', settings };
      accounts.push((await administrator.get<Account>('connectAccount', { params, body })).id);
    }
  });
  after(() => app[Symbol.asyncDispose]());

  const at = (post: Post) => ({ params: { ...params, postId: post.id } });
  const create = () => {
    const targets = [{ accountId: accounts[0], variant: 'bs' }];
    const content = { ...emptyPost().content, texts: { bs: 'Odluka je donesena.' }, targets };
    return editor.get<Post>('createPost', { params, body: { ...emptyPost(), content } });
  };
  const ask = (post: Post, personId: string) =>
    editor.get('consultAdviser', {
      ...at(post),
      body: { personId, question: 'Je li tačno?', answerBy: null },
    });
  const names = async (who: ApiClient, post: Post) =>
    (await who.get<{ items: { name: string }[] }>('listMentionable', at(post))).items.map(({ name }) => name);

  test('neither the people of the house nor an account, until a post is before them', async () => {
    assert.equal((await adviser.problem('listColleagues', { params })).code, 'permission.missing');
    assert.deepEqual(await adviser.get('listAccounts', { params }), { items: [] });
    const post = await create();
    assert.equal((await adviser.problem('listMentionable', at(post))).code, 'post.not-found');
    await ask(post, house.people.adviser.id);
    const { items } = await adviser.get<{ items: Account[] }>('listAccounts', { params });
    assert.deepEqual(
      items.map(({ id }) => id),
      [accounts[0]],
    );
  });

  test('those who may be called to a post are those who see it', async () => {
    const post = await create();
    await ask(post, house.people.adviser.id);
    const { administrator, head, editor: author, adviser: asked, auditor } = house.people;
    const staff = [administrator, head, author, auditor, asked].map(({ name }) => name);
    assert.deepEqual((await names(editor, post)).toSorted(), staff.toSorted());
    assert.deepEqual((await names(adviser, post)).toSorted(), [author.name, asked.name].toSorted());
    const remark = (who: ApiClient, id: string) =>
      who.call('startRemark', {
        ...at(post),
        body: { version: post.version, anchor: { kind: 'post' }, text: 'Pogledajte.', mentions: [id] },
      });
    for (const [who, id] of [
      [editor, stranger.id],
      [adviser, head.id],
    ] as const) {
      const { status, body } = await remark(who, id);
      assert.deepEqual([status, (body as { code: string }).code], [422, 'remark.mention-unknown']);
    }
    const told = await signIn(app.url, head.email);
    assert.equal((await remark(told, asked.id)).status, 200);
    assert.ok((await names(adviser, post)).includes(head.name), 'who has remarked is known');
    assert.equal((await remark(adviser, head.id)).status, 200);
  });

  test('whom a picture shows is for those who see the library', async () => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#246' } })
      .png()
      .toBuffer();
    const query = { fileName: 'slika.png' };
    const media = await editor.get<Media>('uploadMedia', { params, query, body: new Uint8Array(bytes) });
    await editor.get('describeMedia', {
      params: { ...params, mediaId: media.id },
      headers: { 'if-match': `"${media.revision}"` },
      body: { rights: { ...media.rights, shows: 'Dijete', consent: 'given' }, tags: ['Dijete'] },
    });
    const content = {
      ...emptyPost().content,
      texts: { bs: 'Odluka.' },
      images: [{ mediaId: media.id, alt: { bs: 'Zgrada' } }],
    };
    const post = await editor.get<Post>('createPost', { params, body: { ...emptyPost(), content } });
    await ask(post, house.people.adviser.id);
    const administrator = await signIn(app.url, house.people.administrator.email);
    const key = async (scopes: string[]) => {
      const body = { name: 'proba', role: 'editor', scopes };
      const { secret } = await administrator.get<{ secret: string }>('createApiKey', { params, body });
      return apiClient(app.url, { authorization: `Bearer ${secret}` });
    };
    const seen = async (who: ApiClient) => {
      const [one] = (await who.get<Post>('getPost', at(post))).media;
      return [one?.id, one?.rights?.shows, one?.tags];
    };
    assert.deepEqual(await seen(editor), [media.id, 'Dijete', ['Dijete']]);
    assert.deepEqual(await seen(adviser), [media.id, undefined, null]);
    assert.deepEqual(await seen(await key(['posts:read'])), [media.id, undefined, null]);
    assert.deepEqual(await seen(await key(['posts:read', 'media:read'])), [media.id, 'Dijete', ['Dijete']]);
  });
});
