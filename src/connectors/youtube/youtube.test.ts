import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { describeConnector } from '../_kit/contract-tests.ts';
import { memory, messageFor, prepared, publishedProof, setStage, testVideo } from '../_kit/contract-stage.ts';
import type { FaultKind } from '../_kit/faults.ts';
import { startFakeYoutube, type YoutubeFake } from './fake.ts';
import { faults } from './faults.ts';
import { youtube } from './index.ts';
import { textsOf } from './texts.ts';
import { CHUNK } from './upload.ts';
import { dayEnd } from './wire.ts';

describeConnector(youtube, startFakeYoutube, faults.exceptions);

async function setYoutubeStage() {
  const stage = await setStage(youtube, startFakeYoutube);
  const { state } = stage.fake as YoutubeFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

/** A little over two chunks, so that there are three. */
const BYTES = Buffer.alloc(CHUNK * 2 + 12_345).map((_, index) => (index * 7) % 251);
const longVideo = () =>
  testVideo({ size: BYTES.byteLength, read: () => Promise.resolve(BYTES), captions: [] });

describe('YouTube', () => {
  it('goes on with an upload that was broken off at any chunk, and puts nothing up twice', async () => {
    for (const kind of ['lose-answer', 'lose-request', 'error-503'] as const) {
      // The beginning, three chunks.
      for (const broken of [0, 1, 2, 3]) {
        await using it = await setYoutubeStage();
        const message = messageFor(youtube, { video: longVideo() });
        const mind = memory(it.stage);
        const { network } = it.stage.fake;
        for (let before = 0; before < broken; before += 1) {
          network.fault({ kind: 'delay', ms: 0, step: 'upload' });
        }
        network.fault({ kind, step: 'upload' });
        const first = await youtube.prepare(mind.context(), it.account, message);
        assert.equal(first.kind, 'retry', `${kind} at ${broken}: ${JSON.stringify(first)}`);
        const again = await youtube.prepare(mind.context(), it.account, message);
        assert.ok(again.kind === 'prepared', `${kind} at ${broken}: ${JSON.stringify(again)}`);
        assert.equal(it.state.videos.length, 1, 'one video');
        assert.equal(it.state.received, BYTES.byteLength, `${kind} at ${broken}: no byte was sent twice`);
        assert.deepEqual(it.state.videos[0]?.bytes, BYTES);
        assert.equal(it.stage.fake.posts().length, 0, 'nobody sees it yet');
        publishedProof(await youtube.publish(it.stage.context, it.account, message, again.handle));
      }
    }
  });

  it('keeps the address of an upload before the first byte goes there, and no token with it', async () => {
    await using it = await setYoutubeStage();
    const mind = memory(it.stage);
    const message = messageFor(youtube, { video: longVideo() });
    it.stage.fake.network.fault({ kind: 'delay', ms: 0, step: 'upload' });
    it.stage.fake.network.fault({ kind: 'lose-request', step: 'upload' });
    await youtube.prepare(mind.context(), it.account, message);
    assert.equal(it.state.received, 0);
    assert.equal(mind.all.length, 1);
    assert.match(JSON.stringify(mind.all[0]), /upload_id=upload-1"/);
    assert.ok(!JSON.stringify(mind.all).includes('token'), 'a token among the steps');
  });

  it('begins anew where the network has forgotten the upload, or the post has another video', async () => {
    await using it = await setYoutubeStage();
    const mind = memory(it.stage);
    const message = messageFor(youtube, { video: longVideo() });
    const fault = (kind: FaultKind) => it.stage.fake.network.fault({ kind, ms: 0, step: 'upload' });
    for (const kind of ['delay', 'delay', 'lose-answer'] as const) fault(kind);
    assert.equal((await youtube.prepare(mind.context(), it.account, message)).kind, 'retry');
    it.state.sessions.clear();
    assert.equal((await youtube.prepare(mind.context(), it.account, message)).kind, 'prepared');
    assert.deepEqual(it.state.videos[0]?.bytes, BYTES);
    const other = messageFor(youtube, { video: testVideo() });
    assert.equal((await youtube.prepare(mind.context(), it.account, other)).kind, 'prepared');
    assert.equal(it.state.videos[1]?.bytes.toString(), 'video-mp4');
  });

  it('makes a title of the first line and a description of the rest', () => {
    assert.deepEqual(textsOf('Novi most\n\nOtvaranje je u 10 <sati>.'), {
      title: 'Novi most',
      description: 'Otvaranje je u 10 ‹sati›.',
    });
    assert.deepEqual(textsOf('Novi most'), { title: 'Novi most', description: '' });
    const long =
      'Općinsko vijeće usvojilo je budžet za narednu godinu, a najviše novca ide za škole, puteve i vodovod.';
    const texts = textsOf(long);
    assert.equal(
      texts?.title,
      'Općinsko vijeće usvojilo je budžet za narednu godinu, a najviše novca ide za škole, puteve i…',
    );
    assert.equal(texts?.description, long);
    assert.ok((textsOf('👩‍👩‍👧'.repeat(40))?.title.length ?? 101) <= 100);
    assert.ok(textsOf('👩‍👩‍👧'.repeat(40))?.title.isWellFormed());
    assert.equal(textsOf(' \n '), null);
  });

  it('sets the still picture, the language and what is said of children, and goes on where it may set none', async () => {
    await using it = await setYoutubeStage();
    const poster = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#234' } })
      .webp()
      .toBuffer();
    const video = testVideo({ readPoster: () => Promise.resolve(poster) });
    const message = messageFor(youtube, { video, language: 'sr-Cyrl' });
    const account = { ...it.account, settings: { ...it.account.settings, madeForKids: 'yes' } };
    const handle = await prepared(youtube, it.stage, account, message);
    const [first] = it.state.videos;
    assert.equal((await sharp(first?.thumbnail ?? Buffer.alloc(0)).metadata()).format, 'jpeg');
    publishedProof(await youtube.publish(it.stage.context, account, message, handle));
    assert.equal(first?.snippet['defaultLanguage'], 'sr');
    assert.equal(first.status['selfDeclaredMadeForKids'], true);
    it.state.mayThumbnail = false;
    await prepared(youtube, it.stage, account, message);
    assert.equal(it.state.videos[1]?.thumbnail, null);
  });

  it('shows it to whom the account says', async () => {
    await using it = await setYoutubeStage();
    const message = messageFor(youtube);
    const account = { ...it.account, settings: { ...it.account.settings, privacy: 'unlisted' } };
    const handle = await prepared(youtube, it.stage, account, message);
    assert.equal(it.state.videos[0]?.status['privacyStatus'], 'private');
    publishedProof(await youtube.publish(it.stage.context, account, message, handle));
    assert.equal(it.state.videos[0].status['privacyStatus'], 'unlisted');
    publishedProof(await youtube.find(it.stage.context, account, message, handle));
  });

  it('says that a project that was not audited publishes nothing', async () => {
    await using it = await setYoutubeStage();
    it.state.isAudited = false;
    const message = messageFor(youtube);
    const handle = await prepared(youtube, it.stage, it.account, message);
    const outcome = await youtube.publish(it.stage.context, it.account, message, handle);
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'locked-private');
    assert.equal(it.stage.fake.posts().length, 0);
  });

  it('waits for the next day of the project, and for the channel', async () => {
    await using it = await setYoutubeStage();
    const message = messageFor(youtube);
    it.state.uploads = 0;
    const full = await youtube.prepare(it.stage.context, it.account, message);
    assert.ok(full.kind === 'retry' && full.reason.code === 'upload-limit' && full.after);
    it.state.uploads = 1;
    it.state.units = 400;
    const used = await youtube.prepare(it.stage.context, it.account, message);
    assert.ok(used.kind === 'retry' && used.reason.code === 'quota-used', JSON.stringify(used));
    assert.equal(used.reason.said, 'The request cannot be completed because you have exceeded your quota.');
    assert.deepEqual([full.of, used.of], [undefined, 'app'], 'the day is the project’s');
    assert.equal(used.after?.toZonedDateTimeISO('America/Los_Angeles').hour, 0);
    const summer = dayEnd(Temporal.Instant.from('2026-07-01T06:59:00Z'));
    assert.equal(summer.toString(), '2026-07-01T07:00:00Z');
  });

  it('tells a channel that may not send long videos, and a Google account without a channel', async () => {
    await using it = await setYoutubeStage();
    it.state.longUploads = 'eligible';
    const { checks } = await youtube.diagnose(it.stage.context, it.account);
    assert.equal(checks.find(({ code }) => code === 'length')?.state, 'warning');
    const limits = await youtube.limits(it.stage.context, it.account);
    assert.equal(limits.video?.maxMs, 900_000);
    it.state.hasChannel = false;
    await assert.rejects(it.stage.connected(), { kind: 'rejected', message: 'no-channel' });
  });

  it('changes title and description, and leaves what a person has set', async () => {
    await using it = await setYoutubeStage();
    const message = messageFor(youtube);
    const handle = await prepared(youtube, it.stage, it.account, message);
    const proof = publishedProof(await youtube.publish(it.stage.context, it.account, message, handle));
    Object.assign(it.state.videos[0]?.snippet ?? {}, { categoryId: '29', tags: ['most'] });
    const better = { ...message, text: 'Most je otvoren\nOd danas.' };
    assert.equal((await youtube.edit?.(it.stage.context, it.account, proof, better))?.kind, 'edited');
    const { title, description, categoryId, tags } = it.state.videos[0]?.snippet ?? {};
    assert.deepEqual(
      [title, description, categoryId, tags],
      ['Most je otvoren', 'Od danas.', '29', ['most']],
    );
    assert.equal(it.state.videos[0]?.status['privacyStatus'], 'public');
  });
});
