import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Post, Today } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { createLogger } from '#/kernel/logger.ts';
import { expireOverduePosts } from '#/worker/posts.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

describe('what Today says of what was not approved in time', () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;
  const clock = new ManualClock('2026-11-24T09:00:00Z');

  before(async () => {
    app = await testApp({ clock });
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const whyOf = async (who: ApiClient, post: Post) =>
    (await who.get<Today>('getToday', { params })).waiting.find(({ postId }) => postId === post.id)?.why;

  test('its author is told for two weeks, or until they take it up again; nobody else is', async () => {
    const content = { ...emptyPost().content, texts: { bs: 'x' }, due: { local: '2026-11-24T12:00' } };
    const post = await editor.get<Post>('createPost', { params, body: { ...emptyPost(), content } });
    assert.equal(await whyOf(editor, post), 'my-draft');
    clock.set('2026-11-24T11:30:00Z');
    await expireOverduePosts({
      db: app.database.db,
      clock,
      log: createLogger('silent'),
      links: createLinkSigner(['a key of thirty-two characters or more']),
      mail: { canMail: false },
    });
    assert.equal(await whyOf(editor, post), 'expired');
    const head = await signIn(app.url, house.people.head.email);
    assert.equal(await whyOf(head, post), undefined);
    clock.set('2026-12-08T10:59:00Z');
    assert.equal(await whyOf(editor, post), 'expired');
    clock.set('2026-12-08T11:01:00Z');
    assert.equal(await whyOf(editor, post), undefined);
    const { version } = await editor.get<Post>('getPost', { params: { ...params, postId: post.id } });
    await editor.get('reopenPost', { params: { ...params, postId: post.id }, body: { version } });
    assert.equal(await whyOf(editor, post), 'my-draft');
  });
});
