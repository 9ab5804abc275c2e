import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AtpAgent } from '@atproto/api';
import { FAKE_HANDLE, FAKE_PASSWORD } from './fake-wire.ts';
import { startFakeBluesky } from './fake.ts';

describe('the fake Bluesky', () => {
  it('is spoken to by the public client library, unchanged', async () => {
    const fake = await startFakeBluesky();
    const agent = new AtpAgent({ service: fake.network.url });
    await agent.login({ identifier: FAKE_HANDLE, password: FAKE_PASSWORD });
    const { data } = await agent.uploadBlob(Buffer.from('picture'), { encoding: 'image/png' });
    const embed = { $type: 'app.bsky.embed.images', images: [{ image: data.blob, alt: 'Slika' }] };
    const { uri } = await agent.post({ text: 'Dobar dan', langs: ['bs'], embed });
    const rkey = uri.slice(uri.lastIndexOf('/') + 1);
    const input = { repo: agent.assertDid, collection: 'app.bsky.feed.post', rkey };
    const got = await agent.com.atproto.repo.getRecord(input);
    assert.equal((got.data.value as { text: string }).text, 'Dobar dan');
    fake.expire?.();
    await agent.deletePost(uri);
    await assert.rejects(agent.com.atproto.repo.getRecord(input), { error: 'RecordNotFound' });
    assert.equal(fake.network.count('session'), 2);
    assert.deepEqual(fake.network.unexpected, []);
    await fake.close();
  });
});
