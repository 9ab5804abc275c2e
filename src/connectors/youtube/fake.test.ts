import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { auth, youtube } from '@googleapis/youtube';
import { startFakeYoutube } from './fake.ts';
import { FAKE_APP, FAKE_CHANNEL, REFRESH_TOKEN } from './fake-wire.ts';

describe('the fake YouTube', () => {
  it('is spoken to by the public client library, unchanged', async (test) => {
    const fake = await startFakeYoutube();
    test.after(fake.close);
    const { url } = fake.network;
    const client = new auth.OAuth2({
      clientId: FAKE_APP.clientId,
      clientSecret: FAKE_APP.clientSecret,
      forceRefreshOnFailure: true,
      endpoints: { oauth2TokenUrl: `${url}/token` },
    });
    // It has no access token yet and fetches one by itself.
    client.setCredentials({ refresh_token: REFRESH_TOKEN });
    // Where uploads go it reads of each request, not of the client.
    const there = { rootUrl: `${url}/` };
    const api = youtube({ version: 'v3', auth: client, ...there, retry: false });

    const channels = await api.channels.list({ part: ['snippet', 'status'], mine: true });
    assert.equal(channels.data.items?.[0]?.id, FAKE_CHANNEL.id);

    const inserted = await api.videos.insert(
      {
        part: ['snippet', 'status'],
        requestBody: {
          snippet: { title: 'Novi most', description: 'Otvaranje', categoryId: '25' },
          status: { privacyStatus: 'private' },
        },
        media: { mimeType: 'video/mp4', body: Readable.from([Buffer.from('video-mp4')]) },
      },
      there,
    );
    const id = inserted.data.id ?? '';
    assert.equal(inserted.data.status?.privacyStatus, 'private');
    assert.equal(fake.posts().length, 0);

    const snippet = { videoId: id, language: 'bs', name: '' };
    const vtt = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nDobar dan\n';
    const captions = () =>
      api.captions.insert(
        { part: ['snippet'], requestBody: { snippet }, media: { mimeType: 'text/vtt', body: vtt } },
        there,
      );
    assert.equal((await captions()).data.snippet?.language, 'bs');
    await assert.rejects(captions(), { status: 409 });
    await api.thumbnails.set({ videoId: id, media: { mimeType: 'image/jpeg', body: 'jpeg' } }, there);

    await api.videos.update({
      part: ['snippet', 'status'],
      requestBody: {
        id,
        snippet: { title: 'Novi most', categoryId: '25' },
        status: { privacyStatus: 'public' },
      },
    });
    assert.deepEqual(
      fake.posts().map(({ text, video }) => [text, video?.captions[0]?.vtt]),
      [['Novi most', vtt]],
    );
    const listed = await api.videos.list({ part: ['status'], id: [id] });
    assert.equal(listed.data.items?.[0]?.status?.privacyStatus, 'public');

    fake.state.units = 0;
    await assert.rejects(api.videos.list({ part: ['status'], id: [id] }), {
      status: 403,
      message: /exceeded your .*quota/,
    });
    fake.state.units = 1000;
    // A token that has run out is renewed, and the request sent again.
    fake.expire?.();
    assert.equal((await api.videos.delete({ id })).status, 204);
    await assert.rejects(api.videos.delete({ id }), { status: 404 });
    fake.revoke();
    await assert.rejects(api.videos.list({ part: ['status'], id: [id] }), /invalid_grant/);
    assert.deepEqual(fake.network.unexpected, []);
  });
});
