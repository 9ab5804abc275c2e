import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeConnector, type StartFake } from './contract-tests.ts';
import { createKitConnector } from './kit-connector.ts';
import type { Exception } from './matrix-plan.ts';
import { startKitNetwork } from './kit-network.ts';
import { startNetworkProcess } from './start-faulty-network.ts';

const startFake =
  (mode: 'askable' | 'unaskable'): StartFake =>
  async () => {
    const network = await startKitNetwork({ mode });
    return {
      network,
      settings: { url: network.url },
      refused: { url: network.url, secret: 'wrong' },
      posts: () => network.posts,
      expire: network.expire,
      revoke: network.revoke,
      repeated: 'two',
      refusedText: 'refuse this',
      say: (text) => network.say(network.posts.at(-1)?.id ?? '', text),
      close: network.close,
    };
  };

const exceptions: readonly Exception[] = [
  { on: 'under-scoped', expect: 'impossible', because: 'a token of this network may do everything' },
  { on: 'suspended', expect: 'impossible', because: 'nobody suspends anybody on a made-up network' },
  { on: 'media-refused', expect: 'impossible', because: 'it takes whatever bytes it gets' },
  { on: 'duplicate', expect: 'both', because: 'it posts twice what is sent twice' },
];
describeConnector(
  createKitConnector({ network: 'kit-askable', findable: true }),
  startFake('askable'),
  exceptions,
);
describeConnector(
  createKitConnector({ network: 'kit-unaskable', findable: false }),
  startFake('unaskable'),
  exceptions,
);

describe('the faulty network', () => {
  it('remembers a request that it was not told of', async () => {
    const network = await startKitNetwork({ mode: 'unaskable' });
    const answer = await ask(`${network.url}/posts?key=1`);
    assert.equal(answer.status, 501);
    assert.deepEqual(network.unexpected, ['GET /posts']);
    await network.close();
  });

  it('answers as a process of its own, and can be ordered', async () => {
    const network = await startNetworkProcess('askable', 5);
    const post = { key: 'a', text: 'Dobar dan', language: 'bs', images: [] };
    const send = () =>
      ask(`${network.url}/posts`, {
        method: 'POST',
        body: JSON.stringify(post),
        headers: { authorization: 'Bearer kit-token-1' },
      });
    assert.equal((await send()).status, 201);
    await network.order({ fault: { kind: 'lose-answer', step: 'publish' } });
    await assert.rejects(send());
    const report = await network.report();
    assert.deepEqual(report.countsByKey, { a: 2 });
    assert.deepEqual(report.unexpected, []);
    await network.close();
  });

  it('throws the same dice for the same seed', async () => {
    const first = await run(7);
    assert.deepEqual(await run(7), first);
    assert.ok(first.includes(500) && first.includes(200) && first.includes(429));
  });
});

/** Statuses of twenty requests to a network whose faults come by chance. */
const run = async (seed: number): Promise<number[]> => {
  const network = await startKitNetwork({ mode: 'askable' });
  network.chaos({ seed, share: 0.5, kinds: ['error-500', 'rate-limit'] });
  const statuses: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    statuses.push((await ask(`${network.url}/session`, { method: 'POST', body: '{}' })).status);
  }
  await network.close();
  return statuses;
};

// oxlint-disable-next-line no-restricted-globals -- the test plays the network's client, without our guard
const ask = (url: string, init?: RequestInit) => fetch(url, init);
