import assert from 'node:assert/strict';
import { describeMainJob } from '../e2e/main-job-story.ts';
import { CYRILLIC } from '../e2e/main-job.ts';
import { startPds } from './pds.ts';

type Listed = {
  records: {
    uri: string;
    value: { text: string; langs?: string[]; embed?: { images?: { alt: string }[] } };
  }[];
};

describeMainJob("the main job in a real browser, to Bluesky's own server", async () => {
  const pds = await startPds();
  const account = await pds.createAccount('ured.test', 'lozinka za probu');
  const { hostname, port } = new URL(pds.url);
  return {
    env: { GLASNIK_ALLOW_PRIVATE: `${hostname}:${port}` },
    account: {
      network: 'bluesky',
      handle: account.handle,
      variant: 'sr-Cyrl',
      settings: { handle: account.handle, password: account.appPassword, service: pds.url },
    },
    check: async (out) => {
      const collection = 'app.bsky.feed.post';
      const { records } = (await pds.read('com.atproto.repo.listRecords', {
        repo: account.did,
        collection,
      })) as unknown as Listed;
      assert.equal(records.length, 1);
      const [record] = records;
      assert.equal(record?.uri, out.networkId);
      assert.equal(record?.value.text, CYRILLIC);
      assert.deepEqual(record?.value.langs, ['sr-Cyrl']);
      assert.match(record?.value.embed?.images?.[0]?.alt ?? '', /столица/);
    },
    close: () => pds.close(),
  };
});
