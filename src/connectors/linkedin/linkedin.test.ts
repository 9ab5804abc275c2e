import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  memory,
  prepared,
  publishedProof,
  setStage,
  testImage,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { NETWORK_REASONS } from '../_kit/reasons.ts';
import { ORGANISATION, startFakeLinkedin, type LinkedinFake } from './fake.ts';
import { faults } from './faults.ts';
import { linkedin } from './index.ts';
import { fromLittle, toLittle } from './little.ts';

describeConnector(linkedin, startFakeLinkedin, faults.exceptions);

async function setLinkedinStage() {
  const stage = await setStage(linkedin, startFakeLinkedin);
  const { state } = stage.fake as LinkedinFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

const DAY_HOURS = 24;

describe('LinkedIn', () => {
  it('writes little text that reads as it was written, with hashtags', () => {
    const cases = [
      ['Radno vrijeme (ljeto): 8-16 [svaki dan]', String.raw`Radno vrijeme \(ljeto\): 8-16 \[svaki dan\]`],
      ['#Općina i #moj_grad', String.raw`{hashtag|\#|Općina} i {hashtag|\#|moj\_grad}`],
      ['Član #5, a#b & *važno* ~ <oba> {x|y} @opcina \\', null],
      ['https://opcina.ba/a_b#dio', String.raw`https://opcina.ba/a\_b\#dio`],
      ['Шалтер #Требиње ради', String.raw`Шалтер {hashtag|\#|Требиње} ради`],
    ] as const;
    for (const [plain, little] of cases) {
      if (little !== null) assert.equal(toLittle(plain), little);
      assert.equal(fromLittle(toLittle(plain)), plain);
    }
    assert.equal(fromLittle(String.raw`@[Općina \(BiH\)](urn:li:organization:1) radi`), 'Općina (BiH) radi');
  });

  it('sends all of a text with reserved characters', async () => {
    await using it = await setLinkedinStage();
    const message = testMessage({
      text: 'Radovi (ulica M. Tita) [do petka] #Voda i #moj_grad_1 {važno} _danas_',
    });
    const handle = await prepared(linkedin, it.stage, it.account, message);
    publishedProof(await linkedin.publish(it.stage.context, it.account, message, handle));
    assert.equal(it.stage.fake.posts()[0]?.text, message.text);
    assert.equal((await linkedin.find(it.stage.context, it.account, message, handle)).kind, 'found');
  });

  it('goes on with a video that was broken off at any request, and sends no part twice that arrived', async () => {
    const bytes = Buffer.alloc(4_194_304 + 77).map((_, index) => (index * 7) % 251);
    const video = testVideo({ size: bytes.byteLength, read: () => Promise.resolve(bytes) });
    // Begin, two parts, captions, finish, look.
    for (const broken of [0, 1, 2, 3, 4, 5]) {
      await using it = await setLinkedinStage();
      const mind = memory(it.stage);
      const message = testMessage({ video });
      const { network } = it.stage.fake;
      for (let before = 0; before < broken; before += 1)
        network.fault({ kind: 'delay', ms: 0, step: 'upload' });
      network.fault({ kind: broken === 4 ? 'lose-answer' : 'lose-request', step: 'upload' });
      const first = await linkedin.prepare(mind.context(), it.account, message);
      assert.equal(first.kind, 'retry', `at ${broken}: ${JSON.stringify(first)}`);
      const again = await linkedin.prepare(mind.context(), it.account, message);
      assert.ok(again.kind === 'prepared', `at ${broken}: ${JSON.stringify(again)}`);
      assert.equal(it.state.videos.size, 1);
      assert.equal(it.state.received, bytes.byteLength, `at ${broken}`);
      publishedProof(await linkedin.publish(it.stage.context, it.account, message, again.handle));
      assert.deepEqual(it.stage.fake.posts()[0]?.video?.bytes, bytes);
      assert.ok(!JSON.stringify(mind.all).includes('access-token'), 'a token among the steps');
    }
  });

  it('waits for a video, and says which one LinkedIn cannot read', async () => {
    await using it = await setLinkedinStage();
    it.state.slow = 1;
    await prepared(linkedin, it.stage, it.account, testMessage({ video: testVideo() }));
    it.state.refusesPictures = true;
    const message = testMessage({ video: testVideo({ captions: [] }) });
    const outcome = await linkedin.prepare(it.stage.context, it.account, message);
    assert.ok(
      outcome.kind === 'rejected' && outcome.reason.code === 'media-refused',
      JSON.stringify(outcome),
    );
    assert.equal(outcome.reason.said, 'Unsupported codec');
  });

  it('lets the organisations be chosen from for which the person may post', async () => {
    await using it = await setLinkedinStage();
    assert.equal(it.account.networkId, String(ORGANISATION.id));
    assert.equal(it.account.handle, ORGANISATION.vanityName);
    it.state.role = 'ANALYST';
    await assert.rejects(it.stage.connected(), { message: 'no-organisation', kind: 'rejected' });
    const { checks } = await linkedin.diagnose(it.stage.context, it.account);
    it.state.role = 'ADMINISTRATOR';
    assert.equal(checks.find(({ code }) => code === 'role')?.reason?.code, 'no-permission');
    await assert.rejects(it.stage.connected({ ...it.stage.fake.settings, clientSecret: 'wrong' }), {
      message: NETWORK_REASONS.clientRefused,
      kind: 'rejected',
    });
  });

  it('says how long a grant lasts: a year with a refresh token, sixty days without', async () => {
    await using it = await setLinkedinStage();
    const days = (text: string | null | undefined) =>
      Math.round(
        Temporal.Instant.from(text ?? '')
          .since(Temporal.Now.instant())
          .total('hours') / DAY_HOURS,
      );
    const partner = linkedin.grantOf?.(it.account.session);
    assert.deepEqual([days(partner?.accessUntil), days(partner?.endsAt)], [60, 365]);
    const renewed = await linkedin.refresh(it.stage.context, it.account);
    assert.notEqual(renewed['accessToken'], it.account.session['accessToken']);
    assert.equal(days(linkedin.grantOf?.(renewed).endsAt), 300, 'a renewal makes the year no longer');
    it.state.renews = false;
    const account = await it.stage.connect();
    const grant = linkedin.grantOf?.(account.session);
    assert.deepEqual([grant?.accessUntil, days(grant?.endsAt)], [null, 60]);
    assert.deepEqual(await linkedin.refresh(it.stage.context, account), account.session);
    const later = new ManualClock(Temporal.Now.instant().add({ hours: 40 * DAY_HOURS }));
    const { checks } = await linkedin.diagnose({ ...it.stage.context, clock: later }, account);
    const end = checks.find(({ code }) => code === 'end');
    assert.deepEqual([end?.state, end?.reason?.code], ['warning', 'ends-soon']);
    it.stage.fake.expire?.();
    const outcome = await linkedin.prepare(it.stage.context, account, testMessage());
    assert.ok(outcome.kind === 'reauthorise' && outcome.reason.code === 'access-ended');
  });

  it('does not take for absent what LinkedIn calls a duplicate and does not show yet', async () => {
    await using it = await setLinkedinStage();
    const message = testMessage();
    const handle = await prepared(linkedin, it.stage, it.account, message);
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    assert.equal((await linkedin.publish(it.stage.context, it.account, message, handle)).kind, 'unknown');
    it.state.lags = true;
    const behind = await linkedin.publish(it.stage.context, it.account, message, handle);
    assert.ok(behind.kind === 'unknown' && behind.reason.code === 'duplicate-unseen', JSON.stringify(behind));
    it.state.lags = false;
    const proof = publishedProof(await linkedin.publish(it.stage.context, it.account, message, handle));
    assert.equal(proof.networkId, it.state.posts[0]?.id);
    assert.equal(it.state.posts.length, 1);
  });

  it('says that its version is over', async () => {
    await using it = await setLinkedinStage();
    it.state.versions = ['202801'];
    const outcome = await linkedin.prepare(it.stage.context, it.account, testMessage());
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'version-ended');
  });

  it('makes a card of the first link, and none where there are pictures', async () => {
    const site = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<title>Radovi na vodovodu</title><meta name="description" content="Do petka">');
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    try {
      const link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/vodovod`;
      await using it = await setLinkedinStage();
      const text = `Više na ${link}.`;
      const handle = await prepared(linkedin, it.stage, it.account, testMessage({ text }));
      assert.deepEqual(handle['content'], {
        article: { source: link, title: 'Radovi na vodovodu', description: 'Do petka' },
      });
      const withPicture = testMessage({ text, images: [testImage('Most')] });
      const { content } = await prepared(linkedin, it.stage, it.account, withPicture);
      assert.ok(JSON.stringify(content).startsWith('{"media":{"id":"urn:li:image:'), JSON.stringify(content));
    } finally {
      site.close();
    }
  });
});
