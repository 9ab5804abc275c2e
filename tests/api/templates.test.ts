import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { HashtagSet } from '#/contract/index.ts';
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
});
