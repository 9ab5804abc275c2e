import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { createKitConnector } from '#/connectors/_kit/kit-connector.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { newId } from '#/kernel/ids.ts';
import { createFileStore, setPoster, uploadMedia, type FileStore } from '#/modules/media/index.ts';
import { engineStage, type EngineStage } from '../../../tests/kill/engine-stage.ts';

const RATIO = { min: 0.8, max: 1.91 };
/** A blue picture with a red field around a point, both in shares of it. */
async function pictureWithField(width: number, height: number, at: { x: number; y: number }) {
  const side = 40;
  const field = await sharp({ create: { width: side, height: side, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const [left, top] = [Math.round(at.x * width - side / 2), Math.round(at.y * height - side / 2)];
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: field, left, top }])
    .png()
    .toBuffer();
}

describe('what is handed to a network that takes certain shapes', () => {
  let stage: EngineStage;
  let folder: string;
  let onRead = async (): Promise<void> => undefined;
  const files = () => createFileStore(folder);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glasnik-crop-'));
    const connectors = createRegistry([
      createKitConnector({ network: 'kit-askable', findable: true, ratio: RATIO }),
      createKitConnector({ network: 'kit-unaskable', findable: false }),
    ]);
    const watched: FileStore = {
      ...files(),
      read: async (...file) => {
        await onRead();
        return files().read(...file);
      },
    };
    stage = await engineStage({ connectors, files: watched });
  });
  after(async () => {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [name, width, height, focus] of [
    ['wide', 1600, 400, { x: 0.9, y: 0.5 }],
    ['tall', 400, 1600, { x: 0.5, y: 0.1 }],
  ] as const) {
    it(`is a ${name} picture cut to its shape, with the focus in it, and its words`, async () => {
      const bytes = await pictureWithField(width, height, focus);
      const deps = { db: stage.db, clock: stage.clock, files: files() };
      const mediaId = await uploadMedia(deps, stage.head, { bytes, fileName: `${name}.png` });
      const images = [{ mediaId, alt: { bs: 'Crveno polje' }, focus }];
      const { deliveryId } = await stage.scheduled('kit-askable', { images });
      assert.deepEqual(await stage.deliver(), ['published']);
      const sent = stage.askable.posts.find(({ key }) => key === deliveryId)?.images[0];
      assert.equal(sent?.alt, 'Crveno polje');
      const { data, info } = await sharp(sent.bytes).raw().toBuffer({ resolveWithObject: true });
      const shape = info.width / info.height;
      assert.ok(shape >= RATIO.min - 0.01 && shape <= RATIO.max + 0.01, `${info.width} × ${info.height}`);
      let red = 0;
      for (let at = 0; at < data.length; at += info.channels) if ((data[at] ?? 0) > 200) red += 1;
      assert.equal(red, 40 * 40, 'all of what the focus is on');
    });
  }

  it('is the very file where its shape is taken', async () => {
    const bytes = await pictureWithField(400, 400, { x: 0.5, y: 0.5 });
    const deps = { db: stage.db, clock: stage.clock, files: files() };
    const mediaId = await uploadMedia(deps, stage.head, { bytes, fileName: 'square.png' });
    const images = [{ mediaId, alt: { bs: 'Polje' } }];
    const { deliveryId } = await stage.scheduled('kit-unaskable', { images });
    assert.deepEqual(await stage.deliver(), ['published']);
    const sent = stage.unaskable.posts.find(({ key }) => key === deliveryId)?.images[0];
    assert.deepEqual((await sharp(sent?.bytes).metadata()).width, 400);
  });

  it('does not go out where a consent is withdrawn while the picture is on its way', async () => {
    const bytes = await pictureWithField(500, 500, { x: 0.5, y: 0.5 });
    const deps = { db: stage.db, clock: stage.clock, files: files() };
    const mediaId = await uploadMedia(deps, stage.head, { bytes, fileName: 'person.png' });
    const images = [{ mediaId, alt: { bs: 'Učenica' } }];
    const { deliveryId } = await stage.scheduled('kit-askable', { images });
    onRead = async () => {
      await stage.owner(`update media set consent = 'withdrawn' where id = $1`, [mediaId]);
    };
    assert.deepEqual(await stage.deliver(), ['failed']);
    assert.deepEqual((await stage.read(deliveryId)).reason, { code: 'network.consent-withdrawn' });
    assert.deepEqual(await stage.attempts(deliveryId), ['prepare prepared']);
    assert.ok(!stage.askable.posts.some(({ key }) => key === deliveryId), 'nothing of it stands there');
  });

  it('does not go out with a still picture that came after the approval', async () => {
    const deps = { db: stage.db, clock: stage.clock, files: files() };
    const still = await pictureWithField(320, 180, { x: 0.5, y: 0.5 });
    const addVideo = async (sha256: string) => {
      const mediaId = newId();
      await stage.owner(
        `insert into media (id, institution_id, sha256, mime, bytes, width, height, file_name, search, uploaded_at, kind,
           duration_ms, has_poster)
         values ($1, $2, $3, 'video/mp4', 9, 320, 180, 'most.mp4', 'most', now(), 'video', 5000, false)`,
        [mediaId, stage.institutionId, sha256],
      );
      return mediaId;
    };
    const [before, after] = [await addVideo('a'.repeat(64)), await addVideo('b'.repeat(64))];
    await setPoster(deps, stage.head, before, still);
    stage.clock.advance({ seconds: 1 });
    const of = async (mediaId: string) => {
      const made = await stage.scheduled('kit-askable', { images: [{ mediaId, alt: { bs: 'Most' } }] });
      const approvedAt = stage.clock.now().toString();
      await stage.owner('update approvals set approved_at = $2 where post_id = $1', [
        made.postId,
        approvedAt,
      ]);
      return made;
    };
    const [good, bad] = [await of(before), await of(after)];
    stage.clock.advance({ seconds: 1 });
    await setPoster(deps, stage.head, after, still);
    await stage.deliver();
    const why = async ({ deliveryId }: { deliveryId: string }) => (await stage.read(deliveryId)).reason?.code;
    assert.deepEqual([await why(good), await why(bad)], ['network.video-not-taken', 'network.poster-newer']);
    const { rows } = await stage.owner(
      'select sha256, poster_sha256 from media where id in ($1, $2) order by sha256',
      [before, after],
    );
    const [one, two] = rows as { sha256: string; poster_sha256: string }[];
    assert.equal(one?.poster_sha256, two?.poster_sha256, 'the same picture is one file');
    assert.notEqual(one?.poster_sha256, one?.sha256, 'and lies under its own hash');
    assert.equal(
      (await sharp(await files().read(one!.poster_sha256, 'thumbnail')).metadata()).format,
      'webp',
    );
  });
});
