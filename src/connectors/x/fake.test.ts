import assert from 'node:assert/strict';
import { Agent } from 'node:https';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { startFakeX } from './fake.ts';
import { FAKE_APP, FAKE_USER, SCOPE } from './fake-wire.ts';

/** The client speaks only to https://api.x.com: its connections are led to the fake, and nothing else is changed. */
class ToFake extends Agent {
  readonly #port: number;
  constructor(url: string) {
    super();
    this.#port = Number(new URL(url).port);
  }
  override createConnection() {
    return connect(this.#port, '127.0.0.1');
  }
}

describe('the fake X', () => {
  it('is spoken to by the public client library, unchanged', async (test) => {
    const fake = await startFakeX();
    test.after(fake.close);
    const httpAgent = new ToFake(fake.network.url);
    test.after(() => httpAgent.destroy());
    const app = new TwitterApi(FAKE_APP, { httpAgent });
    const redirectUri = 'https://glasnik.example/connect/x/callback';
    const link = app.generateOAuth2AuthLink(redirectUri, { scope: SCOPE.split(' ') });
    const { search, pathname } = new URL(link.url);
    // oxlint-disable-next-line no-restricted-globals -- the test plays the browser
    const sent = await fetch(`${fake.network.url}${pathname}${search}`, { redirect: 'manual' });
    const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const signedIn = await app.loginWithOAuth2({ code, codeVerifier: link.codeVerifier, redirectUri });
    assert.equal(signedIn.expiresIn, 7200);
    const renewed = await app.refreshOAuth2Token(signedIn.refreshToken ?? '');
    assert.notEqual(renewed.refreshToken, signedIn.refreshToken);
    const { v2 } = renewed.client;
    assert.equal((await v2.me()).data.username, FAKE_USER.username);
    const media = await v2.uploadMedia(Buffer.from('picture'), { media_type: 'image/png' });
    await v2.createMediaMetadata(media, { alt_text: { text: 'Slika' } });
    const text = 'Dobar dan: https://opcina.ba/vijesti/2026/11/vodovod-i-kanalizacija';
    const post = await v2.tweet(text, { media: { media_ids: [media] } });
    assert.deepEqual(
      fake.posts().map((it) => [it.text, it.images[0]?.alt]),
      [[text, 'Slika']],
    );
    const reply = await v2.reply('Drugi dio', post.data.id);
    const list = await v2.userTimeline(FAKE_USER.id, { since_id: post.data.id });
    assert.deepEqual(
      list.tweets.map(({ id }) => id),
      [reply.data.id],
    );
    await assert.rejects(v2.tweet('Drugi dio'), (error) => {
      return (
        error instanceof ApiResponseError && error.code === 403 && /duplicate/.test(error.data.detail ?? '')
      );
    });
    fake.network.fault({ kind: 'rate-limit-dated', seconds: 90 });
    await assert.rejects(v2.me(), (error) => {
      return error instanceof ApiResponseError && error.rateLimitError && error.rateLimit?.remaining === 0;
    });
    await v2.deleteTweet(post.data.id);
    assert.equal(fake.posts().length, 1);
    assert.deepEqual(fake.network.unexpected, []);
  });
});
