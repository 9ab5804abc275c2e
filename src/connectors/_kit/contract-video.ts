import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Connector } from '../contract.ts';
import {
  assertReason,
  prepared,
  publishedProof,
  setStage,
  testImage,
  testMessage,
  testVideo,
  type StartFake,
} from './contract-stage.ts';

/** Videos, where the manifest says that the network takes them; that none go elsewhere, where it does not. */
export function videoCases(connector: Connector, startFake: StartFake): void {
  const limit = connector.manifest.limits.video;

  it('publishes a video with its words and its captions, or refuses it before anything is sent', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const video = testVideo();
    const message = testMessage({ video });
    if (!limit) {
      const outcome = await connector.prepare(stage.context, account, message);
      assert.ok(outcome.kind === 'rejected', JSON.stringify(outcome));
      assertReason(connector, outcome.reason);
      assert.equal(stage.fake.network.count('upload'), 0);
      return;
    }
    const handle = await prepared(connector, stage, account, message);
    publishedProof(await connector.publish(stage.context, account, message, handle));
    const arrived = stage.fake.posts()[0]?.video;
    assert.equal(Buffer.from(arrived?.bytes ?? []).toString(), 'video-mp4');
    assert.equal(arrived?.alt, limit.alt === 'not-taken' ? '' : video.alt);
    assert.deepEqual(arrived.captions, limit.captions ? video.captions.slice(0, limit.captionsMax) : []);
  });

  it('refuses a video that the network would not take', { skip: !limit && 'takes no videos' }, async () => {
    if (!limit) return;
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const bad = [
      testMessage({ video: testVideo({ size: limit.maxBytes + 1 }) }),
      testMessage({ video: testVideo({ durationMs: limit.maxMs + 1 }) }),
      testMessage({ video: testVideo(), images: [testImage('Most')] }),
    ];
    for (const message of bad) {
      const outcome = await connector.prepare(stage.context, account, message);
      assert.ok(outcome.kind === 'rejected', JSON.stringify(outcome));
      assertReason(connector, outcome.reason);
    }
    assert.equal(stage.fake.network.count('upload'), 0);
  });
}
