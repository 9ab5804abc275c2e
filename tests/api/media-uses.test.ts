import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import type { ListedMedia, Media, MediaUses, Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

describe('where pictures are used', () => {
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

  let size = 20;
  const upload = async (): Promise<string> => {
    size += 1;
    const body = await sharp({ create: { width: size, height: 20, channels: 3, background: '#1f4e79' } })
      .png()
      .toBuffer();
    const query = { fileName: `slika-${size}.png` };
    return ((await editor.call('uploadMedia', { params, query, body: new Uint8Array(body) })).body as Media)
      .id;
  };
  const input = (title: string, images: { mediaId: string; alt: Record<string, string> }[]) => ({
    title,
    planItemId: null,
    content: {
      texts: { bs: 'Tekst.' },
      cyrillicFollows: true,
      overrides: {},
      images,
      targets: [],
      due: null,
    },
  });
  const post = (title: string, images: { mediaId: string; alt: Record<string, string> }[]) =>
    editor.get<Post>('createPost', { params, body: input(title, images) });
  const uses = (mediaId: string) =>
    editor.get<MediaUses>('listMediaUses', { params: { ...params, mediaId } });
  const remove = (mediaId: string) => editor.call('removeMedia', { params: { ...params, mediaId } });
  const list = async (wordless?: 'yes') =>
    (
      await editor.get<{ items: ListedMedia[] }>('listMedia', {
        params,
        query: { limit: '100', ...(wordless ? { wordless } : {}) },
      })
    ).items;
  const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;

  test('a picture names the posts that show it, and counts those that did', async () => {
    const mediaId = await upload();
    const [first, second] = [
      await post('Prva', [{ mediaId, alt: {} }]),
      await post('Druga', [{ mediaId, alt: {} }]),
    ];
    await post('Bez slike', []);
    assert.deepEqual(
      (await uses(mediaId)).posts.map(({ title, state }) => `${title} ${state}`),
      ['Druga draft', 'Prva draft'],
    );
    const saved = await editor.call('savePost', {
      params: { ...params, postId: first.id },
      body: input('Prva', []),
      headers: { 'if-match': `"${first.version}"` },
    });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const after = await uses(mediaId);
    assert.deepEqual([after.posts.map(({ id }) => id), after.earlier], [[second.id], 1]);
  });

  test('one of a post, or of its earlier version, stays; one of none goes and is recorded', async () => {
    const [free, used] = [await upload(), await upload()];
    const { id: postId, version } = await post('Ima sliku', [{ mediaId: used, alt: {} }]);
    assert.equal(codeOf(await remove(used)), 'media.in-post');
    const headers = { 'if-match': `"${version}"` };
    await editor.call('savePost', { params: { ...params, postId }, body: input('Ima sliku', []), headers });
    assert.equal(codeOf(await remove(used)), 'media.in-post');
    const gone = await remove(free);
    assert.ok(gone.status < 300, JSON.stringify(gone.body));
    const ids = (await list()).map(({ id }) => id);
    assert.deepEqual([ids.includes(used), ids.includes(free)], [true, false]);
    assert.equal(codeOf(await remove(free)), 'media.not-found');
    const { rows } = await app.database.owner.query(
      `select subject_id from acts where institution_id = $1 and kind = 'media.removed'`,
      [house.id],
    );
    assert.deepEqual(rows, [{ subject_id: free }]);
  });

  test('one that a post takes at this moment stays: the removal waits until the post is saved', async () => {
    const mediaId = await upload();
    const gate = await app.database.owner.connect();
    let saving: Promise<Post>;
    let removing: ReturnType<typeof remove>;
    try {
      // Each act is recorded last, and the record can still be read: whoever waits here has named the picture and has
      // not ended yet.
      await gate.query('begin');
      await gate.query('lock table acts in share mode');
      saving = post('Uzima sliku', [{ mediaId, alt: {} }]);
      await waiting(1);
      removing = remove(mediaId);
      await waiting(2);
    } finally {
      await gate.query('commit');
      gate.release();
    }
    const { id } = await saving;
    assert.equal(codeOf(await removing), 'media.in-post');
    assert.deepEqual(
      (await uses(mediaId)).posts.map((one) => one.id),
      [id],
    );
  });

  /** Until so many transactions of this database wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const { rows } = await app.database.owner.query<{ waiting: number }>(
        `select count(*)::integer as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if ((rows[0]?.waiting ?? 0) >= count) return;
      await pause(20);
    }
  }

  test('the mark of the institution stays', async () => {
    const mediaId = await upload();
    await app.database.owner.query('update institutions set logo_media_id = $1 where id = $2', [
      mediaId,
      house.id,
    ]);
    assert.equal(codeOf(await remove(mediaId)), 'media.is-logo');
  });

  test('a picture is marked, and found, while an open post says nothing of it in one of its variants', async () => {
    const [said, silent, unused] = [await upload(), await upload(), await upload()];
    await post('Rečeno i prećutano', [
      { mediaId: said, alt: { bs: 'Sala' } },
      { mediaId: silent, alt: { bs: '  ', hr: 'Dvorana' } },
    ]);
    const marked = new Map((await list()).map(({ id, wordless }) => [id, wordless]));
    assert.deepEqual(
      [said, silent, unused].map((id) => marked.get(id)),
      [[], ['bs'], []],
    );
    const found = (await list('yes')).map(({ id }) => id);
    assert.deepEqual(
      [said, silent, unused].map((id) => found.includes(id)),
      [false, true, false],
    );
    await app.database.owner.query(`update posts set state = 'published' where institution_id = $1`, [
      house.id,
    ]);
    assert.deepEqual(await list('yes'), []);
  });
});
