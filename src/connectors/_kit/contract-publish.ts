import assert from 'node:assert/strict';
import { it } from 'node:test';
import sharp from 'sharp';
import type { Connector } from '../contract.ts';
import {
  assertReason,
  messageFor,
  prepared,
  publishedProof,
  secretsOf,
  setStage,
  testImage,
  type StartFake,
} from './contract-stage.ts';

export function publishCases(connector: Connector, startFake: StartFake): void {
  preparing(connector, startFake);
  publishing(connector, startFake);
  refusing(connector, startFake);
  afterwards(connector, startFake);
}

function preparing(connector: Connector, startFake: StartFake): void {
  const { abilities, limits } = connector.manifest;

  it('prepares without a visible effect, as often as one likes', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector, { images: limits.images.max > 0 ? [testImage('Zgrada')] : [] });
    await prepared(connector, stage, account, message);
    const handle = await prepared(connector, stage, account, message);
    assert.equal(stage.fake.posts().length, 0);
    assert.equal(stage.fake.network.count('publish'), 0);
    publishedProof(await connector.publish(stage.context, account, message, handle));
    assert.equal(stage.fake.posts().length, 1);
  });

  it('refuses before sending what the network would not take', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const tooLong = 'č'.repeat(limits.text.max * abilities.threadMax + 1);
    const many = Array.from({ length: limits.images.max + 1 }, () => testImage('Slika'));
    const bad = [messageFor(connector, { text: tooLong }), messageFor(connector, { images: many })];
    if (limits.images.alt === 'required') bad.push(messageFor(connector, { images: [testImage('')] }));
    for (const message of bad) {
      const outcome = await connector.prepare(stage.context, account, message);
      assert.ok(outcome.kind === 'rejected', JSON.stringify(outcome));
      assertReason(connector, outcome.reason);
    }
    assert.equal(stage.fake.network.count('upload'), 0);
  });
}

function publishing(connector: Connector, startFake: StartFake): void {
  const { limits } = connector.manifest;

  it('publishes once, with its text and language, and proves it', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    assert.equal(stage.fake.network.count('publish'), 1);
    const [post, ...more] = stage.fake.posts();
    assert.equal(more.length, 0);
    assert.equal(post?.text, message.text);
    assert.ok(post.language === null || post.language === message.language, String(post.language));
    const kept = JSON.stringify([handle, proof]) + stage.logged.join('');
    for (const secret of secretsOf(account.session)) assert.ok(!kept.includes(secret), 'a secret got out');
  });

  it('puts the first comment below its post, once, and takes both down', async (test) => {
    const { comment: limit } = limits;
    if (!limit) return test.skip('no first comment on this network');
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector, { comment: 'Пријаве: до петка у подне.' });
    const handle = await prepared(connector, stage, account, message);
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    const texts = () => stage.fake.posts().map(({ text }) => text);
    assert.deepEqual(new Set(texts()), new Set([message.text, message.comment]));
    assert.equal(texts().length, 2);
    if (connector.manifest.abilities.find)
      publishedProof(await connector.find(stage.context, account, message, handle));
    const long = messageFor(connector, { comment: 'č'.repeat(limit.max + 1) });
    const refused = await connector.prepare(stage.context, account, long);
    assert.ok(refused.kind === 'rejected', JSON.stringify(refused));
    assertReason(connector, refused.reason);
    if (!connector.remove) return;
    assert.equal((await connector.remove(stage.context, account, proof)).kind, 'removed');
    assert.deepEqual(texts(), []);
  });

  it('says of a refused comment that its post stands there', async (test) => {
    await using stage = await setStage(connector, startFake);
    const { refusedText: comment } = stage.fake;
    if (!limits.comment || !comment) return test.skip('no first comment, or none that would be refused');
    const account = await stage.connect();
    const message = messageFor(connector, { comment });
    const handle = await prepared(connector, stage, account, message);
    const outcome = await connector.publish(stage.context, account, message, handle);
    assert.ok(outcome.kind === 'rejected', JSON.stringify(outcome));
    assert.equal(outcome.begun, true);
    assertReason(connector, outcome.reason);
    assert.deepEqual(
      stage.fake.posts().map(({ text }) => text),
      [message.text],
    );
  });

  it('carries every image with its alternative text', async (test) => {
    if (limits.images.max === 0) return test.skip('no images on this network');
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const images = ['Načelnik i građani', 'Нови мост']
      .slice(0, limits.images.max)
      .map((alt) => testImage(alt));
    const message = messageFor(connector, { images });
    const handle = await prepared(connector, stage, account, message);
    publishedProof(await connector.publish(stage.context, account, message, handle));
    const arrived = stage.fake.posts()[0]?.images ?? [];
    assert.equal(arrived.length, images.length);
    for (const [index, image] of images.entries()) {
      if (limits.images.alt !== 'not-taken') assert.equal(arrived[index]?.alt, image.alt);
      const bytes = Buffer.from(arrived[index]?.bytes ?? []);
      if (!stage.fake.reencodes) assert.deepEqual(bytes, Buffer.from(await image.read()));
      else assert.deepEqual(await factsOf(bytes), { ...(await factsOf(await image.read())), format: 'jpeg' });
    }
  });
}

async function factsOf(bytes: Uint8Array) {
  const { format, width, height } = await sharp(bytes).metadata();
  return { format, width, height };
}

function refusing(connector: Connector, startFake: StartFake): void {
  const { abilities } = connector.manifest;

  it('finds what is there, and knows what is not', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const before = await connector.find(stage.context, account, message, handle);
    if (!abilities.find) {
      assert.ok(before.kind === 'cannot-tell', JSON.stringify(before));
      return assertReason(connector, before.reason);
    }
    assert.equal(before.kind, 'absent');
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    const after = publishedProof(await connector.find(stage.context, account, message, handle));
    assert.equal(after.networkId, proof.networkId);
    assert.equal(after.url, proof.url);
    assert.deepEqual(after.charged, proof.charged);
  });

  it('says what the network takes for a post, and only where it takes something', async () => {
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const { charged } = publishedProof(await connector.publish(stage.context, account, message, handle));
    const { price } = connector.manifest;
    if (!price) return assert.equal(charged, undefined);
    assert.equal(charged?.currency, price.currency);
    assert.ok(charged.amount === price.post || charged.amount === price.withLink, String(charged.amount));
  });

  it('does not double what is sent twice, where the network allows for it', async (test) => {
    await using stage = await setStage(connector, startFake);
    if (stage.fake.repeated === 'two') return test.skip('this network posts twice what is sent twice');
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const first = publishedProof(await connector.publish(stage.context, account, message, handle));
    const again = await connector.publish(stage.context, account, message, handle);
    assert.equal(stage.fake.posts().length, 1);
    if (stage.fake.repeated === 'one') assert.equal(publishedProof(again).networkId, first.networkId);
    else assert.notEqual(again.kind, 'retry');
  });

  it('tells a refusal for good from a wait', async (test) => {
    await using stage = await setStage(connector, startFake);
    const { refusedText } = stage.fake;
    if (refusedText === undefined) return test.skip('nothing that this network refuses passes the checks');
    const account = await stage.connect();
    const message = messageFor(connector, { text: refusedText });
    const handle = await prepared(connector, stage, account, message);
    const outcome = await connector.publish(stage.context, account, message, handle);
    assert.ok(outcome.kind === 'rejected', JSON.stringify(outcome));
    assertReason(connector, outcome.reason);
    assert.equal(stage.fake.posts().length, 0);
  });
}

function afterwards(connector: Connector, startFake: StartFake): void {
  it('changes the text of a post and nothing else', async (test) => {
    if (!connector.edit) return test.skip('this network does not let a post be changed');
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const images = connector.manifest.limits.images.max > 0 ? [testImage('Most')] : [];
    const message = messageFor(connector, { images });
    const handle = await prepared(connector, stage, account, message);
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    const better = { ...message, text: 'Šalter radi od 9 sati.' };
    for (const _ of [1, 2]) {
      assert.equal((await connector.edit(stage.context, account, proof, better)).kind, 'edited');
    }
    const [post, ...more] = stage.fake.posts();
    assert.equal(more.length, 0);
    assert.equal(post?.text, better.text);
    assert.equal(post.images.length, images.length);
    if (!connector.remove) return;
    await connector.remove(stage.context, account, proof);
    assert.notEqual((await connector.edit(stage.context, account, proof, better)).kind, 'edited');
  });

  it('removes, and says when there is nothing to remove', async (test) => {
    if (!connector.remove) return test.skip('this network does not let a post be removed');
    await using stage = await setStage(connector, startFake);
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    assert.equal((await connector.remove(stage.context, account, proof)).kind, 'removed');
    assert.equal(stage.fake.posts().length, 0);
    const again = await connector.remove(stage.context, account, proof);
    assert.ok(again.kind === 'absent' || again.kind === 'removed', JSON.stringify(again));
  });

  it('brings the answers of citizens once each', async (test) => {
    await using stage = await setStage(connector, startFake);
    const { say } = stage.fake;
    if (!connector.fetchThreads || !say) return test.skip('no answers from this network');
    const account = await stage.connect();
    const message = messageFor(connector);
    const handle = await prepared(connector, stage, account, message);
    const proof = publishedProof(await connector.publish(stage.context, account, message, handle));
    say('Radi li šalter subotom?');
    const first = await connector.fetchThreads(stage.context, account, null);
    assert.deepEqual(
      first.replies.map((it) => it.text),
      ['Radi li šalter subotom?'],
    );
    assert.equal(first.replies[0]?.parentId, proof.networkId);
    say('A nedjeljom?');
    const second = await connector.fetchThreads(stage.context, account, first.cursor);
    assert.deepEqual(
      second.replies.map((it) => it.text),
      ['A nedjeljom?'],
    );
    const third = await connector.fetchThreads(stage.context, account, second.cursor);
    assert.deepEqual(third.replies, []);
  });
}
