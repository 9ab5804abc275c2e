import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Media, Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { eventually } from '../e2e/main-job.ts';

/** A poster as institutions make them: large words on a plain ground, in any font that is there. */
const poster = (lines: readonly string[]): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
        <rect width="1200" height="630" fill="#ffffff"/>
        ${lines
          .map(
            (line, at) =>
              `<text x="60" y="${140 + at * 110}" font-family="DejaVu Sans, Arial, sans-serif" font-size="64" fill="#14233f">${line}</text>`,
          )
          .join('')}
      </svg>`,
    ),
  )
    .png()
    .toBuffer();

describe('words in pictures', { timeout: 300_000 }, () => {
  let app: TestApp;
  let house: TestInstitution;
  let params: { institutionId: string };
  let editor: ApiClient;

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    params = { institutionId: house.id };
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const upload = async (bytes: Buffer, fileName: string) =>
    (await editor.call('uploadMedia', { params, query: { fileName }, body: new Uint8Array(bytes) }))
      .body as Media;
  const create = (mediaId: string, texts: Record<string, string>) =>
    editor.get<Post>('createPost', {
      params,
      body: {
        title: 'Plakat',
        planItemId: null,
        content: {
          texts,
          cyrillicFollows: false,
          overrides: {},
          images: [{ mediaId, alt: { bs: 'Plakat', 'sr-Cyrl': 'Плакат' } }],
          targets: [],
          due: null,
        },
      },
    });
  const told = (post: Post) => post.checks.find(({ code }) => code === 'writing.text-in-picture');
  const readTextOf = async (id: string) =>
    eventually(
      'the picture is read',
      async () => {
        const { rows } = await app.database.owner.query<{ read_text: string | null }>(
          'select read_text from media where id = $1',
          [id],
        );
        return rows[0]?.read_text !== null && [rows[0]?.read_text ?? ''];
      },
      240_000,
    );

  test('Latin and Cyrillic are read by the worker; a post that does not repeat them is told which', async () => {
    const latin = await upload(
      await poster(['Besplatna izložba', 'Gradska vijećnica', 'četvrtak ujutro']),
      'l.png',
    );
    const cyrillic = await upload(
      await poster(['Бесплатна изложба', 'Градска вијећница', 'четвртак ујутро']),
      'c.png',
    );
    const plain = await upload(
      await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a3b1d' } })
        .png()
        .toBuffer(),
      'p.png',
    );
    const [first] = await readTextOf(latin.id);
    const [second] = await readTextOf(cyrillic.id);
    const [nothing] = await readTextOf(plain.id);
    for (const word of ['Besplatna', 'izložba', 'vijećnica', 'četvrtak'])
      assert.match(first ?? '', new RegExp(word));
    for (const word of ['Бесплатна', 'изложба', 'вијећница', 'четвртак'])
      assert.match(second ?? '', new RegExp(word));
    assert.equal(nothing, '');

    const silent = told(await create(latin.id, { bs: 'Dođite.' }));
    assert.equal(silent?.path, '/content/images/0');
    assert.match(silent?.message ?? '', /Picture 1 has words that stand nowhere else: .*Besplatna/);
    assert.match(silent?.source ?? '', /w3\.org/);
    assert.match(told(await create(cyrillic.id, { 'sr-Cyrl': 'Дођите.' }))?.message ?? '', /Бесплатна/);
    assert.equal(told(await create(plain.id, { bs: 'Dođite.' })), undefined);
    const repeated = { bs: 'Besplatna izložba u gradskoj vijećnici, u četvrtak ujutro.' };
    assert.equal(told(await create(latin.id, repeated)), undefined);
    assert.equal(told(await create(cyrillic.id, repeated)), undefined, 'said in the other script is said');
  });
});
