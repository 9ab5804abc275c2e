import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { describeConnector } from '../_kit/contract-tests.ts';
import {
  memory,
  prepared,
  publishedProof,
  REDIRECT_URI,
  setStage,
  stored,
  testImage,
  testMessage,
  testVideo,
} from '../_kit/contract-stage.ts';
import { NETWORK_REASONS } from '../_kit/reasons.ts';
import { PAGE, SYSTEM_TOKEN } from './fake-wire.ts';
import { startFakeFacebook, type FacebookFake } from './fake.ts';
import { faults } from './faults.ts';
import { facebook } from './index.ts';

describeConnector(facebook, startFakeFacebook, faults.exceptions);

async function setFacebookStage() {
  const stage = await setStage(facebook, startFakeFacebook);
  const { state } = stage.fake as FacebookFake;
  return {
    stage,
    state,
    account: await stage.connect(),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}
type Stage = Awaited<ReturnType<typeof setFacebookStage>>;

const door = { redirectUri: REDIRECT_URI, state: 'state', challenge: 'challenge' };

/** The way of a system user's token: there is no page to go to. */
async function bySystemToken({ stage }: Pick<Stage, 'stage'>, systemToken: string) {
  const settings = { ...stage.fake.settings, systemToken };
  const { url, kept } = await facebook.authorise!.begin(stage.context, settings, door);
  const back = new URL(url);
  assert.equal(`${back.origin}${back.pathname}`, REDIRECT_URI);
  assert.equal(back.searchParams.get('state'), 'state');
  const query = Object.fromEntries(back.searchParams);
  return facebook.authorise!.finish(stage.context, settings, {
    query,
    redirectUri: REDIRECT_URI,
    verifier: '',
    kept: stored(kept),
  });
}

describe('Facebook, connecting', () => {
  it('gives a choice of the Pages on which this person may publish', async () => {
    await using it = await setFacebookStage();
    it.state.pages.push(
      { ...PAGE, id: '2', name: 'Civilna zaštita', username: 'cz' },
      { ...PAGE, id: '3', name: 'Tuđa', username: 'tuda', tasks: ['ANALYZE'] },
    );
    const pages = await bySystemToken(it, SYSTEM_TOKEN);
    assert.deepEqual(
      pages.map(({ networkId, handle }) => [networkId, handle]),
      [
        [PAGE.id, PAGE.username],
        ['2', 'cz'],
      ],
    );
    assert.notEqual(pages[0]?.session['pageToken'], pages[1]?.session['pageToken']);
  });

  it('says plainly what is missing', async () => {
    await using it = await setFacebookStage();
    const refused = (message: string, settings = it.stage.fake.settings) =>
      assert.rejects(it.stage.connected(settings), { message, kind: 'rejected' });
    it.state.pages = [{ ...PAGE, tasks: ['ANALYZE'] }];
    await refused('no-role');
    it.state.pages = [];
    await refused('no-page');
    it.state.scopes = ['pages_show_list', 'pages_read_engagement'];
    await assert.rejects(it.stage.connected(), (error: { reason?: { params?: object } }) => {
      assert.deepEqual(error.reason?.params, { scope: 'pages_manage_posts' });
      return true;
    });
    await refused(NETWORK_REASONS.clientRefused, { ...it.stage.fake.settings, appSecret: 'wrong' });
    await refused(NETWORK_REASONS.clientRefused, { ...it.stage.fake.settings, appId: '1' });
    await assert.rejects(bySystemToken(it, 'made up'), { message: 'system-token-refused' });
  });

  it('renews a token of a system user, and the Page with it; that of a person stays', async () => {
    await using it = await setFacebookStage();
    assert.deepEqual(await facebook.refresh(it.stage.context, it.account), it.account.session);
    it.state.expiresAt = Math.floor(Date.now() / 1000) + 10 * 86_400;
    const [page] = await bySystemToken(it, SYSTEM_TOKEN);
    assert.ok(page);
    const account = { ...it.account, session: stored(page.session) };
    assert.equal(facebook.grantOf?.(it.account.session).accessUntil, null);
    assert.equal(facebook.grantOf?.(account.session).accessUntil, account.session['expiresAt']);
    const warned = await facebook.diagnose(it.stage.context, account);
    const end = warned.checks.find(({ code }) => code === 'end');
    assert.deepEqual([end?.state, end?.reason?.params], ['warning', { days: 9 }]);
    const session = await facebook.refresh(it.stage.context, account);
    assert.equal(session['systemToken'], `${SYSTEM_TOKEN}-1`);
    assert.notEqual(session['pageToken'], account.session['pageToken']);
    assert.ok((session['expiresAt'] as string) > (account.session['expiresAt'] as string));
    const renewed = await facebook.diagnose(it.stage.context, { ...account, session });
    assert.ok(renewed.checks.every(({ state }) => state === 'good'));
  });

  it('tells in one sentence why a token is dead, and what is wrong with the Page', async () => {
    await using it = await setFacebookStage();
    it.state.isPublished = false;
    it.state.scopes = ['pages_show_list', 'pages_manage_posts'];
    const { checks } = await facebook.diagnose(it.stage.context, it.account);
    const found = Object.fromEntries(checks.map(({ code, state, reason }) => [code, [state, reason?.code]]));
    assert.deepEqual(found['page'], ['warning', 'page-hidden']);
    assert.deepEqual(found['rights'], ['bad', NETWORK_REASONS.scopeMissing]);
    const message = testMessage();
    const handle = await prepared(facebook, it.stage, it.account, message);
    for (const [subcode, code] of [
      [460, 'password-changed'],
      [459, 'checkpoint'],
      [492, 'role-lost'],
      [463, NETWORK_REASONS.signedOut],
    ] as const) {
      it.state.revoked = subcode;
      const outcome = await facebook.publish(it.stage.context, it.account, message, handle);
      assert.ok(outcome.kind === 'reauthorise' && outcome.reason.code === code, JSON.stringify(outcome));
      const dead = await facebook.diagnose(it.stage.context, it.account);
      assert.equal(dead.checks.find(({ state }) => state === 'bad')?.reason?.code, code);
    }
  });
});

describe('Facebook, publishing', () => {
  it('makes a card of the first link, and goes without where the page behind it fails', async () => {
    await using it = await setFacebookStage();
    const text = 'Više na https://opcina.ba/vijesti/1). I na https://opcina.ba/2';
    const send = async (words: string) => {
      const message = testMessage({ text: words });
      const handle = await prepared(facebook, it.stage, it.account, message);
      return publishedProof(await facebook.publish(it.stage.context, it.account, message, handle));
    };
    await send(text);
    assert.equal(it.state.posts[0]?.link, 'https://opcina.ba/vijesti/1');
    it.state.brokenLink = 'https://opcina.ba/3';
    await send('Pokvareno: https://opcina.ba/3');
    assert.deepEqual([it.state.posts.length, it.state.posts[1]?.link], [2, null]);
  });

  it('knows its own post by the refusal of a second one, and an older one for another', async () => {
    await using it = await setFacebookStage();
    const first = testMessage();
    const firstHandle = await prepared(facebook, it.stage, it.account, first);
    it.stage.fake.network.fault({ kind: 'lose-answer', step: 'publish' });
    await facebook.publish(it.stage.context, it.account, first, firstHandle);
    const again = publishedProof(await facebook.publish(it.stage.context, it.account, first, firstHandle));
    assert.equal(again.networkId, it.state.posts[0]?.id);
    const second = testMessage();
    const handle = await prepared(facebook, it.stage, it.account, second);
    assert.equal((await facebook.find(it.stage.context, it.account, second, handle)).kind, 'absent');
    const outcome = await facebook.publish(it.stage.context, it.account, second, handle);
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === NETWORK_REASONS.duplicate);
    assert.equal(it.state.posts.length, 1);
  });

  it('finds a post without words by its pictures', async () => {
    await using it = await setFacebookStage();
    const send = async () => {
      const message = testMessage({ text: '', images: [testImage('Most'), testImage('Škola')] });
      const handle = await prepared(facebook, it.stage, it.account, message);
      const proof = publishedProof(await facebook.publish(it.stage.context, it.account, message, handle));
      return { message, handle, proof };
    };
    const one = await send();
    const two = await send();
    for (const { message, handle, proof } of [one, two]) {
      const found = publishedProof(await facebook.find(it.stage.context, it.account, message, handle));
      assert.equal(found.networkId, proof.networkId);
    }
  });

  it('sends its pictures again where the upload is older than Facebook keeps one', async () => {
    await using it = await setFacebookStage();
    const message = testMessage({ images: [testImage('Most')] });
    const handle = await prepared(facebook, it.stage, it.account, message);
    it.state.photos.clear();
    const old = { ...handle, preparedAt: Temporal.Now.instant().subtract({ hours: 30 }).toString() };
    publishedProof(await facebook.publish(it.stage.context, it.account, message, old));
    assert.equal(it.stage.fake.posts()[0]?.images[0]?.alt, 'Most');
    publishedProof(await facebook.find(it.stage.context, it.account, message, old));
  });

  it('goes on with a video that was broken off at any request, and shows nothing before all of it is there', async () => {
    const bytes = Buffer.alloc(1_048_576 + 77).map((_, index) => (index * 7) % 251);
    const poster = await sharp({ create: { width: 160, height: 90, channels: 3, background: '#00f' } })
      .webp()
      .toBuffer();
    const video = testVideo({
      size: bytes.byteLength,
      read: () => Promise.resolve(bytes),
      readPoster: () => Promise.resolve(poster),
    });
    for (const kind of ['lose-request', 'lose-answer'] as const) {
      // Two chunks, the end, two files of captions; a beginning that was lost is begun anew.
      for (const broken of [1, 2, 3, 4, 5]) {
        await using it = await setFacebookStage();
        const mind = memory(it.stage);
        const message = testMessage({ video });
        const { network } = it.stage.fake;
        for (let before = 0; before < broken; before += 1)
          network.fault({ kind: 'delay', ms: 0, step: 'upload' });
        network.fault({ kind, step: 'upload' });
        const first = await facebook.prepare(mind.context(), it.account, message);
        assert.equal(first.kind, 'retry', `${kind} at ${broken}: ${JSON.stringify(first)}`);
        const again = await facebook.prepare(mind.context(), it.account, message);
        assert.ok(again.kind === 'prepared', `${kind} at ${broken}: ${JSON.stringify(again)}`);
        assert.equal(it.state.videos.size, 1);
        assert.equal(it.state.received, bytes.byteLength, `${kind} at ${broken}`);
        assert.equal(it.stage.fake.posts().length, 0, 'nobody sees it yet');
        const published = await facebook.publish(it.stage.context, it.account, message, again.handle);
        const proof = publishedProof(published);
        assert.deepEqual(it.stage.fake.posts()[0]?.video?.bytes, bytes);
        assert.equal([...it.state.videos.values()][0]?.hasThumb, true);
        const better = { ...message, text: 'Most je otvoren.' };
        assert.equal((await facebook.edit?.(it.stage.context, it.account, proof, better))?.kind, 'edited');
        assert.equal(it.stage.fake.posts()[0]?.text, better.text);
      }
    }
  });

  it('waits for a video, and says which one Facebook cannot read', async () => {
    await using it = await setFacebookStage();
    it.state.slow = 1;
    await prepared(facebook, it.stage, it.account, testMessage({ video: testVideo() }));
    it.state.refusesPhotos = true;
    const message = testMessage({ video: testVideo() });
    const outcome = await facebook.prepare(it.stage.context, it.account, message);
    assert.ok(
      outcome.kind === 'rejected' && outcome.reason.code === 'media-refused',
      JSON.stringify(outcome),
    );
    assert.equal(outcome.reason.said, 'Unsupported codec');
  });

  it('rests before the allowance is used up', async () => {
    await using it = await setFacebookStage();
    it.state.used = 96;
    const message = testMessage({ images: [testImage('Most')] });
    const outcome = await facebook.prepare(it.stage.context, it.account, message);
    assert.ok(outcome.kind === 'retry' && outcome.after, JSON.stringify(outcome));
    it.state.used = 80;
    await prepared(facebook, it.stage, it.account, message);
  });
});
