import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  IMPATIENT_MS,
  prepared,
  publishedProof,
  setStage,
  testImage,
  testMessage,
} from '../_kit/contract-stage.ts';
import { textField } from '../_kit/reasons.ts';
import type { Json, Proof } from '../contract.ts';
import { OTHER_DID } from './fake-wire.ts';
import { startFakeBluesky, type BlueskyFake } from './fake.ts';
import { faults } from './faults.ts';
import { bluesky } from './index.ts';
import { IMAGE_MAX_BYTES } from './manifest.ts';

describeConnector(bluesky, startFakeBluesky, faults.exceptions);

async function setBlueskyStage(timeoutMs?: number) {
  const stage = await setStage(bluesky, startFakeBluesky, timeoutMs);
  const { state } = stage.fake as BlueskyFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const LONG = Array.from(
  { length: 9 },
  (_, index) => `Rečenica broj ${index + 1} govori o radovima na vodovodu i o tome kada će voda opet doći.`,
).join(' ');

type Facets = { index: { byteStart: number; byteEnd: number }; features: Record<string, string>[] }[];

describe('Bluesky', () => {
  it('writes the same keys for the same message, and others for another', async () => {
    await using it = await setBlueskyStage();
    const message = testMessage({ text: LONG });
    const keys = async (over = message) =>
      ((await prepared(bluesky, it.stage, it.account, over))['parts'] as { rkey: string }[]).map(
        ({ rkey }) => rkey,
      );
    const first = await keys();
    assert.deepEqual(await keys(), first);
    assert.deepEqual([...first].sort(), first);
    assert.equal(new Set(first).size, first.length);
    assert.notDeepEqual(await keys({ ...message, key: 'another' }), first);
  });

  it('links addresses, accounts and hashtags by bytes, in Cyrillic too', async () => {
    await using it = await setBlueskyStage();
    const text =
      'Ђаци, пријава на https://opcina.ba/đaci?a=1. Питајте @grad.test или @niko.test #школа #Čapljina';
    const message = testMessage({ text, language: 'sr-Cyrl' });
    const handle = await prepared(bluesky, it.stage, it.account, message);
    publishedProof(await bluesky.publish(it.stage.context, it.account, message, handle));
    const record = [...it.state.records.values()][0]?.value;
    const bytes = Buffer.from(text);
    const facets = ((record?.['facets'] ?? []) as Facets).map(({ index, features }) => [
      bytes.subarray(index.byteStart, index.byteEnd).toString('utf8'),
      features[0]?.['uri'] ?? features[0]?.['did'] ?? features[0]?.['tag'],
    ]);
    assert.deepEqual(facets, [
      ['https://opcina.ba/đaci?a=1', 'https://opcina.ba/đaci?a=1'],
      ['@grad.test', OTHER_DID],
      ['#школа', 'школа'],
      ['#Čapljina', 'Čapljina'],
    ]);
    assert.deepEqual(record?.['langs'], ['sr-Cyrl']);
  });

  it('makes a card of the first link, and does without where the page fails', async () => {
    await using it = await setBlueskyStage(IMPATIENT_MS);
    const message = testMessage({ text: `Otvoren je poziv: ${it.state.url}/poziv` });
    const embed = async () =>
      (
        (await prepared(bluesky, it.stage, it.account, message))['parts'] as {
          record: Record<string, Json>;
        }[]
      )[0]?.record['embed'];
    assert.deepEqual(await embed(), {
      $type: 'app.bsky.embed.external',
      external: {
        uri: `${it.state.url}/poziv`,
        title: 'Javni poziv za stipendije & pomoć',
        description: 'Prijave do 15. decembra.',
      },
    });
    for (const kind of ['error-500', 'lose-answer', 'slow-body'] as const) {
      it.stage.fake.network.fault({ kind, step: 'side' });
      assert.equal(await embed(), undefined, kind);
    }
  });

  it('reads the page itself for the card of a short address, which is what the card leads to', async () => {
    await using it = await setBlueskyStage();
    const short = 'https://k.opcina.ba/l/2b9hk4wz';
    const message = testMessage({
      text: `Otvoren je poziv: ${short}`,
      pages: { [short]: `${it.state.url}/poziv` },
    });
    const parts = (await prepared(bluesky, it.stage, it.account, message))['parts'] as {
      record: Record<string, Json>;
    }[];
    assert.deepEqual(parts[0]?.record['embed'], {
      $type: 'app.bsky.embed.external',
      external: {
        uri: short,
        title: 'Javni poziv za stipendije & pomoć',
        description: 'Prijave do 15. decembra.',
      },
    });
  });

  it('splits a long text into a thread, and finishes one that stopped half-way', async () => {
    await using it = await setBlueskyStage();
    const message = testMessage({ text: LONG });
    const handle = await prepared(bluesky, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'delay', ms: 1, step: 'publish' });
    it.stage.fake.network.fault({ kind: 'lose-request', step: 'publish' });
    const stopped = await bluesky.publish(it.stage.context, it.account, message, handle);
    assert.equal(stopped.kind, 'unknown');
    assert.equal(it.state.records.size, 1);
    assert.equal((await bluesky.find(it.stage.context, it.account, message, handle)).kind, 'absent');
    const proof = publishedProof(await bluesky.publish(it.stage.context, it.account, message, handle));
    const records = [...it.state.records.values()];
    assert.equal(records.length, 3);
    const [root, second, third] = records.map(({ uri, cid }) => ({ uri, cid }));
    assert.deepEqual(records[1]?.value['reply'], { root, parent: root });
    assert.deepEqual(records[2]?.value['reply'], { root, parent: second });
    assert.deepEqual(
      records.map(({ value }) => textField(value, 'text')?.slice(-4)),
      [' 1/3', ' 2/3', ' 3/3'],
    );
    assert.equal(proof.networkId, root?.uri);
    assert.ok(third);
    const found = publishedProof(await bluesky.find(it.stage.context, it.account, message, handle));
    assert.equal(found.networkId, proof.networkId);
    await bluesky.remove?.(it.stage.context, it.account, JSON.parse(JSON.stringify(proof)) as Proof);
    assert.equal(it.state.records.size, 0);
  });

  it('makes a large image small enough, upright, with its proportions', async () => {
    await using it = await setBlueskyStage();
    const noise = Buffer.alloc(1600 * 1200 * 3).map(() => Math.floor(Math.random() * 256));
    const png = await sharp(noise, { raw: { width: 1600, height: 1200, channels: 3 } })
      .png()
      .toBuffer();
    assert.ok(png.byteLength > IMAGE_MAX_BYTES);
    const image = { ...testImage('Šum', png), width: 1600, height: 1200 };
    const message = testMessage({ images: [image] });
    const handle = await prepared(bluesky, it.stage, it.account, message);
    publishedProof(await bluesky.publish(it.stage.context, it.account, message, handle));
    const [blob] = it.state.blobs.values();
    assert.ok(blob && blob.bytes.byteLength <= IMAGE_MAX_BYTES);
    assert.equal(blob.mime, 'image/jpeg');
    const { width, height } = await sharp(blob.bytes).metadata();
    const embed = [...it.state.records.values()][0]?.value['embed'] as { images: { aspectRatio: Json }[] };
    assert.deepEqual(embed.images[0]?.aspectRatio, { width, height });
  });

  it('refuses a broken large image', async () => {
    await using it = await setBlueskyStage();
    const message = testMessage({ images: [testImage('Pokvareno', Buffer.alloc(IMAGE_MAX_BYTES + 1, 7))] });
    const outcome = await bluesky.prepare(it.stage.context, it.account, message);
    assert.ok(
      outcome.kind === 'rejected' && outcome.reason.code === 'network.image-broken',
      JSON.stringify(outcome),
    );
  });

  it('sends its images again where the server has thrown them away', async () => {
    await using it = await setBlueskyStage();
    const message = testMessage({ images: [testImage('Most')] });
    const handle = await prepared(bluesky, it.stage, it.account, message);
    it.state.forgetBlobs();
    publishedProof(await bluesky.publish(it.stage.context, it.account, message, handle));
    assert.equal(it.stage.fake.posts()[0]?.images[0]?.alt, 'Most');
    assert.equal(it.stage.fake.posts().length, 1);
  });

  it('finds without signing in, and does not take another text for its own', async () => {
    await using it = await setBlueskyStage();
    const message = testMessage();
    const handle = await prepared(bluesky, it.stage, it.account, message);
    publishedProof(await bluesky.publish(it.stage.context, it.account, message, handle));
    it.stage.fake.revoke();
    publishedProof(await bluesky.find(it.stage.context, it.account, message, handle));
    for (const record of it.state.records.values()) record.value['text'] = 'Neko je ovo promijenio';
    assert.equal((await bluesky.find(it.stage.context, it.account, message, handle)).kind, 'cannot-tell');
  });

  it('shows a post at the time it was due, and a late one at the time it went out', async () => {
    await using it = await setBlueskyStage();
    const created = async (dueAt: string) => {
      const handle = await prepared(bluesky, it.stage, it.account, testMessage({ dueAt }));
      return Temporal.Instant.from(
        (handle['parts'] as { record: { createdAt: string } }[])[0]?.record.createdAt ?? '',
      );
    };
    const soon = Temporal.Now.instant().add({ seconds: 5 }).round('millisecond').toString();
    assert.equal((await created(soon)).epochMilliseconds, Temporal.Instant.from(soon).epochMilliseconds);
    const late = await created('2020-01-01T00:00:00Z');
    assert.ok(Temporal.Now.instant().since(late).total('seconds') < 60);
  });

  it('says plainly where the server has no answers to give', async () => {
    await using it = await setBlueskyStage();
    it.state.appView = false;
    await assert.rejects(async () => bluesky.fetchThreads?.(it.stage.context, it.account, null), {
      message: 'no-appview',
      kind: 'rejected',
    });
    const { checks } = await bluesky.diagnose(it.stage.context, it.account);
    assert.equal(checks.find(({ code }) => code === 'replies')?.reason?.code, 'no-appview');
  });

  it('refuses an empty post and an address longer than a part', async () => {
    await using it = await setBlueskyStage();
    const reasons: (string | undefined)[] = [];
    for (const text of ['  ', `Vidi https://opcina.ba/${'a'.repeat(400)} odmah`]) {
      const outcome = await bluesky.prepare(it.stage.context, it.account, testMessage({ text }));
      reasons.push(outcome.kind === 'rejected' ? outcome.reason.code : outcome.kind);
    }
    assert.deepEqual(reasons, ['text-empty', 'link-too-long']);
  });
});
