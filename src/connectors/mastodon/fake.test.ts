import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOAuthAPIClient, createRestAPIClient } from 'masto';
import { SCOPES } from './wire.ts';
import { startFakeMastodon } from './fake.ts';

describe('the fake Mastodon', () => {
  it('is spoken to by the public client library, unchanged', async (test) => {
    const fake = await startFakeMastodon();
    test.after(fake.close);
    const { url } = fake.network;
    const open = createRestAPIClient({ url });
    const redirectUri = 'https://glasnik.example/connect/mastodon/callback';
    const app = await open.v1.apps.create({ clientName: 'Test', redirectUris: redirectUri, scopes: SCOPES });
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: String(app.clientId),
      redirect_uri: redirectUri,
      state: 'here',
    });
    // oxlint-disable-next-line no-restricted-globals -- the test plays the browser
    const sent = await fetch(`${url}/oauth/authorize?${query}`, { redirect: 'manual' });
    const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const token = await createOAuthAPIClient({ url }).token.create({
      grantType: 'authorization_code',
      clientId: String(app.clientId),
      clientSecret: String(app.clientSecret),
      redirectUri,
      code,
      scope: SCOPES,
    });
    const client = createRestAPIClient({ url, accessToken: token.accessToken });
    const me = await client.v1.accounts.verifyCredentials();
    assert.equal(me.acct, 'opcina');
    const file = new Blob(['picture'], { type: 'image/png' });
    const media = await client.v2.media.create({ file, description: 'Slika' });
    const text = 'Dobar dan, @grad@drugi.example: https://opcina.ba/vijesti/2026/11/vodovod-i-kanalizacija';
    const status = await client.v1.statuses.create(
      { status: text, mediaIds: [media.id], language: 'bs' },
      { requestInit: { headers: { 'Idempotency-Key': 'one' } } },
    );
    assert.equal(status.mediaAttachments[0]?.description, 'Slika');
    const list = await client.v1.accounts.$select(me.id).statuses.list({ limit: 5 });
    assert.deepEqual(
      list.map(({ id }) => id),
      [status.id],
    );
    await client.v1.statuses.$select(status.id).update({ status: 'Drugi tekst', mediaIds: [media.id] });
    assert.equal(fake.posts()[0]?.text, 'Drugi tekst');
    const instance = await client.v2.instance.fetch();
    assert.equal(instance.configuration.statuses.maxCharacters, 500);
    await client.v1.statuses.$select(status.id).remove();
    await assert.rejects(client.v1.statuses.$select(status.id).fetch(), { statusCode: 404 });
    assert.deepEqual(fake.network.unexpected, []);
  });
});
