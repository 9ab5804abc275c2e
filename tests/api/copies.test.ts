import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Media, Post, PostInput } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { grant } from '#/modules/people/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

describe('copies of posts', () => {
  let app: TestApp;
  let house: TestInstitution;
  let other: TestInstitution;
  let foreign: TestInstitution;
  let editor: ApiClient;
  let head: ApiClient;
  let accountId: string;
  let otherAccountId: string;

  before(async () => {
    app = await testApp({ clock: new ManualClock('2026-11-24T09:00:00Z') });
    house = await app.addInstitution();
    other = await app.addInstitution();
    foreign = await app.addInstitution();
    // The editor writes in the other institution too, and only reads in none.
    await app.database.db.within({ institutionId: other.id }, (tx) =>
      grant(tx, other.actor('administrator'), house.people.editor.id, ['editor'], Temporal.Now.instant()),
    );
    editor = await signIn(app.url, house.people.editor.email);
    head = await signIn(app.url, house.people.head.email);
    accountId = await connect(house, 'ured-proba');
    otherAccountId = await connect(other, 'ured-drugi');
  });
  after(() => app[Symbol.asyncDispose]());

  async function connect(where: TestInstitution, handle: string): Promise<string> {
    const administrator = await signIn(app.url, where.people.administrator.email);
    const params = { institutionId: where.id };
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params });
    const settings = { handle, displayName: '', code };
    const body = { network: 'sandbox', variant: 'bs', settings };
    return (await administrator.get<{ id: string }>('connectAccount', { params, body })).id;
  }

  async function upload(background = '#1f4e79'): Promise<Media> {
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background } });
    return editor.get<Media>('uploadMedia', {
      params: { institutionId: house.id },
      query: { fileName: 'slika.png' },
      body: new Uint8Array(await picture.png().toBuffer()),
    });
  }

  const input = (change: Partial<PostInput['content']> = {}): PostInput => ({
    title: 'Proba',
    planItemId: null,
    content: {
      texts: { bs: 'Dobar dan.', 'sr-Latn': 'Dobar dan.' },
      cyrillicFollows: true,
      overrides: { sandbox: { bs: 'Dobar dan, vježbo.' } },
      images: [],
      targets: [{ accountId, variant: 'bs' }],
      due: { local: '2026-12-01T10:00' },
      ...change,
    },
  });
  const at = (institutionId: string, postId: string) => ({ params: { institutionId, postId } });
  const create = (change?: Partial<PostInput['content']>) =>
    editor.get<Post>('createPost', { params: { institutionId: house.id }, body: input(change) });
  const read = (institutionId: string, postId: string) =>
    editor.get<Post>('getPost', at(institutionId, postId));
  const copy = (post: Post, body: object) =>
    editor.get<{ institutionId: string; postId: string }>('copyPost', { ...at(house.id, post.id), body });

  test('a copy for another date is a draft that points at what it was made from; its approval stays behind', async () => {
    const media = await upload();
    const images = [
      { mediaId: media.id, alt: { bs: 'Zastava', 'sr-Latn': 'Zastava' }, focus: { x: 0.2, y: 0.7 } },
    ];
    const post = await create({ images });
    const body = { version: post.version };
    await editor.get('submitPost', { ...at(house.id, post.id), body });
    const scheduled = await head.get<Post>('approvePost', { ...at(house.id, post.id), body });
    assert.equal(scheduled.state, 'scheduled');

    const made = await copy(post, { due: { local: '2026-12-08T10:00' } });
    const copied = await read(made.institutionId, made.postId);
    assert.equal(copied.state, 'draft');
    assert.deepEqual(copied.approvals, []);
    assert.deepEqual(copied.content, { ...scheduled.content, dueAt: '2026-12-08T09:00:00Z' });
    assert.deepEqual(
      [copied.origin?.kind, copied.origin?.postId, copied.origin?.title],
      ['copy', post.id, 'Proba'],
    );
    assert.equal((await read(house.id, post.id)).state, 'scheduled', 'the first one is untouched');
    assert.equal(copied.author?.name, house.people.editor.name);
  });

  test('a copy for other accounts goes to those', async () => {
    const post = await create();
    const targets = [{ accountId, variant: 'sr-Latn' }];
    const made = await copy(post, { due: null, targets });
    const { content } = await read(house.id, made.postId);
    assert.deepEqual([content.targets, content.dueAt], [targets, null]);
  });

  test('a copy to another institution takes the pictures along, with their words, focus and captions', async () => {
    const media = await upload();
    const focus = { x: 0.2, y: 0.7 };
    const post = await create({ images: [{ mediaId: media.id, alt: { bs: 'Zastava' }, focus }] });
    const targets = [{ accountId: otherAccountId, variant: 'bs' }];
    const made = await copy(post, {
      institutionId: other.id,
      due: { local: '2026-12-08T10:00' },
      targets,
    });
    assert.equal(made.institutionId, other.id);
    const copied = await read(other.id, made.postId);
    const [image] = copied.content.images;
    assert.deepEqual([image?.alt, image?.focus], [{ bs: 'Zastava' }, focus]);
    assert.notEqual(image?.mediaId, media.id);
    assert.deepEqual(copied.content.overrides, post.content.overrides);
    assert.deepEqual(copied.content.targets, targets);
    assert.equal(copied.origin?.institution.id, house.id);
    assert.equal(copied.origin?.title, null, 'what it was called there is not shown here');
    const file = await fetch(`${app.url}${copied.media[0]?.url}`, { headers: editor.headers });
    assert.equal(file.status, 200);
    // Once more: the library has the picture already.
    const again = await copy(post, { institutionId: other.id, due: null });
    const second = await read(other.id, again.postId);
    assert.equal(second.content.images[0]?.mediaId, image?.mediaId);
    assert.deepEqual(second.content.targets, []);
  });

  test('a copy carries a withdrawn consent along, and nobody that a picture shows', async () => {
    const media = await upload('#7a1f4e');
    let { revision } = media;
    const say = async (consent: 'given' | 'withdrawn') => {
      const rights = { ...media.rights, author: 'Amra', shows: 'Emir', consent };
      const said = await editor.get<Media>('describeMedia', {
        params: { institutionId: house.id, mediaId: media.id },
        headers: { 'if-match': `"${revision}"` },
        body: { rights, tags: ['Emir'] },
      });
      revision = said.revision;
    };
    const post = await create({ images: [{ mediaId: media.id, alt: { bs: 'Zastava' } }] });
    const copied = async () => {
      const made = await copy(post, { institutionId: other.id, due: null });
      const [one] = (await read(other.id, made.postId)).media;
      return [one?.rights?.author, one?.rights?.shows, one?.rights?.consent, one?.tags];
    };
    await say('given');
    assert.deepEqual(await copied(), ['Amra', '', 'none', []]);
    await say('withdrawn');
    assert.deepEqual(await copied(), ['Amra', '', 'withdrawn', []], 'the library had it already');
    await say('given');
    assert.deepEqual(await copied(), ['Amra', '', 'withdrawn', []], 'a copy gives no consent');
  });

  test('captions of a video go along', async () => {
    const post = await create();
    const videoId = await aVideo();
    await editor.get('captionVideo', {
      params: { institutionId: house.id, mediaId: videoId, variant: 'bs' },
      body: { fileName: 'a.vtt', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nDobar dan\n' },
    });
    const images = [{ mediaId: videoId, alt: {} }];
    await editor.get('savePost', {
      ...at(house.id, post.id),
      body: input({ images }),
      headers: { 'if-match': `"${post.version}"` },
    });
    await copy(post, { institutionId: other.id, due: null });
    const { rows } = await app.database.owner.query<{ vtt: string }>(
      `select vtt from media_captions where institution_id = $1`,
      [other.id],
    );
    assert.equal(rows.length, 1);
    assert.match(rows[0]!.vtt, /Dobar dan/);
  });

  /** A video's row is enough: nothing of the file is read. */
  async function aVideo(): Promise<string> {
    const { rows } = await app.database.owner.query<{ id: string }>(
      `insert into media (id, institution_id, sha256, mime, bytes, width, height, file_name, uploaded_at, kind, has_poster)
       values (gen_random_uuid(), $1, repeat('a', 64), 'video/mp4', 1, 1, 1, 'a.mp4', now(), 'video', false) returning id`,
      [house.id],
    );
    return rows[0]!.id;
  }

  test('no copy goes where the person does not write', async () => {
    const post = await create();
    const to = (body: object) => editor.problem('copyPost', { ...at(house.id, post.id), body });
    assert.equal((await to({ institutionId: foreign.id, due: null })).status, 404);
    await app.database.db.within({ institutionId: foreign.id }, (tx) =>
      grant(tx, foreign.actor('administrator'), house.people.editor.id, ['auditor'], Temporal.Now.instant()),
    );
    assert.equal((await to({ institutionId: foreign.id, due: null })).code, 'permission.missing');
    const before = await app.database.owner.query('select 1 from posts where institution_id = $1', [
      foreign.id,
    ]);
    assert.equal(before.rowCount, 0);
  });

  test('a time that the clocks skip is refused', async () => {
    const post = await create();
    const answer = await editor.problem('copyPost', {
      ...at(house.id, post.id),
      body: { due: { local: '2027-03-28T02:30' } },
    });
    assert.equal(answer.code, 'post.time-gap');
  });
});
