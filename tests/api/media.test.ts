import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Media } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';

const run = promisify(execFile);
const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#1f4e79' } });

describe('pictures', () => {
  let app: TestApp;
  let house: TestInstitution;
  let editor: ApiClient;
  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    editor = await signIn(app.url, house.people.editor.email);
  });
  after(() => app[Symbol.asyncDispose]());

  const upload = (bytes: Uint8Array, fileName = 'slika.jpg') =>
    editor.call('uploadMedia', {
      params: { institutionId: house.id },
      query: { fileName },
      body: new Uint8Array(bytes),
    });
  const codeOf = async (bytes: Uint8Array) => {
    const answer = await upload(bytes);
    assert.ok(answer.status >= 400, `taken: ${answer.status}`);
    return (answer.body as { code: string }).code;
  };
  const countMedia = async () => (await app.database.owner.query('select 1 from media')).rowCount;

  test('what is kept stands upright and says nothing of where it was taken', async () => {
    const exif = {
      IFD0: { Orientation: '6', Make: 'Telefon' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 51/1 0/1' },
    };
    const original = await picture().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    assert.ok((await sharp(original).metadata()).exif, 'the test picture must have EXIF');
    const answer = await upload(original);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    const media = answer.body as Media;
    assert.deepEqual([media.width, media.height], [30, 40]);
    const response = await fetch(`${app.url}${media.url}`, { headers: editor.headers });
    const kept = await sharp(new Uint8Array(await response.arrayBuffer())).metadata();
    assert.equal(kept.exif, undefined);
    assert.equal(kept.orientation ?? 1, 1);
    assert.equal((await fetch(`${app.url}${media.url}`)).status, 401);
  });

  test('the same picture twice is one', async () => {
    const bytes = await picture(50, 50).png().toBuffer();
    const [first, second] = [await upload(bytes), await upload(bytes)];
    assert.equal((first.body as Media).id, (second.body as Media).id);
  });

  test('a broken picture, a lie in the name, a script and an empty file are refused, and nothing is kept', async () => {
    const before = await countMedia();
    const whole = await picture(400, 400).jpeg().toBuffer();
    assert.equal(await codeOf(whole.subarray(0, whole.length / 2)), 'media.broken');
    assert.equal(
      await codeOf(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
      'media.not-an-image',
    );
    assert.equal(await codeOf(new TextEncoder().encode('MZ this is a program')), 'media.not-an-image');
    assert.equal(await codeOf(new Uint8Array()), 'media.not-an-image');
    assert.equal(await countMedia(), before);
  });

  test('a picture bomb is refused before it is unpacked', async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 16_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    assert.ok(bomb.byteLength < 5_000_000, 'a bomb is small');
    assert.equal(await codeOf(bomb), 'media.too-many-pixels');
  });

  test('more megabytes than allowed are refused with a sentence', async () => {
    assert.equal(await codeOf(new Uint8Array(21_000_000)), 'media.too-large');
  });

  test('a full disk is told, and leaves no half of a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glasnik-full-'));
    // The kernel refuses at a file size, as it does at the end of a disk; the signal that goes with it is ignored.
    const limited = `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`;
    const script = fileURLToPath(new URL('../fixtures/put-file.ts', import.meta.url));
    const put = (shell: string) => run('sh', ['-c', shell, process.execPath, script, folder]);
    assert.equal((await put(limited)).stdout, 'media.disk-full');
    const left = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    assert.deepEqual(left, []);
    assert.equal((await put(`exec "$0" "$@"`)).stdout, 'kept');
    await rm(folder, { recursive: true });
  });
});
