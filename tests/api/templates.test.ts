import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { HashtagSet, Post, Template } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

describe('what posts begin with', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  let params: { institutionId: string };

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  describe('sets of hashtags', () => {
    const keep = (name: string, tags: HashtagSet['tags']) =>
      editor.get<HashtagSet>('keepHashtagSet', { params, body: { name, tags } });

    test('are kept without the sign, once each, in PascalCase', async () => {
      const set = await keep('Reforma', {
        bs: ['#javnauprava', 'reforma_javne_uprave', '#JavnaUprava', '  #BiH '],
        en: ['publicadministration'],
        hr: [''],
      });
      assert.deepEqual(set.tags, {
        bs: ['JavnaUprava', 'ReformaJavneUprave', 'BiH'],
        en: ['PublicAdministration'],
      });
    });

    test('with a tag that nobody can cut into words, or that is none, are given back by the field', async () => {
      const body = { name: 'Krivo', tags: { bs: ['javnauprava dva'], en: ['somethingnobodyknows'] } };
      const { code, faults } = await editor.problem('keepHashtagSet', { params, body });
      assert.equal(code, 'hashtag-set.wrong');
      assert.deepEqual(
        faults?.map((fault) => [fault.path, fault.code]),
        [
          ['/tags/bs', 'hashtag-set.no-tag'],
          ['/tags/en', 'hashtag-set.case'],
        ],
      );
      const empty = await editor.problem('keepHashtagSet', { params, body: { name: 'Prazno', tags: {} } });
      assert.deepEqual(
        empty.faults?.map((fault) => fault.code),
        ['hashtag-set.empty'],
      );
    });

    test('have one name each, are changed by whoever read them last, and go away', async () => {
      const set = await keep('Događaji', { bs: ['DanOtvorenihVrata'] });
      const same = await editor.problem('keepHashtagSet', {
        params,
        body: { name: 'dogadjaji', tags: { bs: ['Dan'] } },
      });
      assert.equal(same.code, 'hashtag-set.known', 'without its marks it is the same name');
      const at = { params: { ...params, setId: set.id } };
      const change = (revision: number, name = 'Događaji') =>
        editor.call('changeHashtagSet', {
          ...at,
          body: { name, tags: { bs: ['DrugiDan'] } },
          headers: { 'if-match': `"${revision}"` },
        });
      assert.deepEqual(((await change(set.revision)).body as HashtagSet).tags, { bs: ['DrugiDan'] });
      assert.equal((await change(set.revision)).status, 412);
      assert.equal((await change(set.revision + 1, 'Reforma')).status, 409);
      await editor.get('dropHashtagSet', at);
      const { items } = await editor.get<{ items: HashtagSet[] }>('listHashtagSets', { params });
      assert.deepEqual(
        items.map(({ name }) => name),
        ['Reforma'],
      );
    });
  });

  describe('templates', () => {
    const content = {
      texts: { bs: 'Sjednica je [datum].', 'sr-Latn': 'Sjednica je [datum].' },
      cyrillicFollows: true,
      overrides: {},
      images: [],
      targets: [],
    };
    const keep = (name: string) =>
      editor.get<Template>('keepTemplate', { params, body: { name, content, kind: 'gone' } });
    const begin = (templateId: string, due: object | null = null) =>
      editor.get<{ postId: string }>('beginFromTemplate', {
        params: { ...params, templateId },
        body: { planItemId: null, due },
      });
    const read = (postId: string) => editor.get<Post>('getPost', { params: { ...params, postId } });
    const gapsOf = (post: Post) => post.checks.filter(({ code }) => code === 'post.gap');

    test('begin a post whose gaps keep it from review until each is filled', async () => {
      const template = await keep('Najava sjednice');
      assert.deepEqual(template.gaps, ['datum']);
      const { postId } = await begin(template.id, { local: '2031-05-09T10:00' });
      const post = await read(postId);
      assert.deepEqual(
        [post.title, post.state, post.kind, post.content.dueAt, post.content.texts['sr-Cyrl']],
        ['Najava sjednice', 'draft', '', '2031-05-09T08:00:00Z', 'Сједница је [датум].'],
      );
      assert.deepEqual(
        gapsOf(post).map(({ path, blocks }) => [path, blocks]),
        [
          ['/content/texts/bs', true],
          ['/content/texts/sr-Latn', true],
        ],
      );
      const at = { params: { ...params, postId } };
      const refused = await editor.problem('submitPost', { ...at, body: { version: 1 } });
      assert.ok(refused.faults?.some(({ code }) => code === 'post.gap'));
      const { dueAt: _when, ...rest } = post.content;
      const texts = { bs: 'Sjednica je u petak. [video]', 'sr-Latn': 'Sjednica je [datum].' };
      const saved = await editor.get<Post>('savePost', {
        ...at,
        body: { title: post.title, planItemId: null, content: { ...rest, texts, due: null } },
        headers: { 'if-match': '"1"' },
      });
      assert.deepEqual(
        gapsOf(saved).map(({ path }) => path),
        ['/content/texts/sr-Latn'],
        'brackets that are not of the template are a text like any other',
      );
      const copy = await editor.get<{ postId: string }>('copyPost', { ...at, body: { due: null } });
      assert.equal(gapsOf(await read(copy.postId)).length, 1, 'a copy keeps them');
    });

    test('are changed by whoever read them last, and leave posts as they are when they go', async () => {
      const template = await keep('Konkurs');
      const { postId } = await begin(template.id);
      const at = { params: { ...params, templateId: template.id } };
      const change = (revision: number, name: string) =>
        editor.call('changeTemplate', {
          ...at,
          body: { name, content: { ...content, texts: { bs: 'Do [rok].' } } },
          headers: { 'if-match': `"${revision}"` },
        });
      assert.equal((await change(template.revision, 'Najava sjednice')).status, 409);
      assert.deepEqual(((await change(template.revision, 'Konkurs')).body as Template).gaps, ['rok']);
      assert.equal((await change(template.revision, 'Konkurs')).status, 412);
      await editor.get('dropTemplate', at);
      assert.equal(
        (await editor.problem('beginFromTemplate', { ...at, body: { planItemId: null, due: null } })).code,
        'template.not-found',
      );
      assert.equal(gapsOf(await read(postId)).length, 2);
    });
  });
});
