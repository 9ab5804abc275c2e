import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { assertCalm } from './storm-check.ts';
import { runStorm } from './storm.ts';

/** `npm run storm` is the whole of it; this is what the pipeline has time for. */
test('a storm over all networks neither doubles nor loses a post', async (t) => {
  const seed = Number(process.env.GLASNIK_SEED ?? randomInt(2 ** 31));
  t.diagnostic(`seed ${seed}: GLASNIK_SEED=${seed} blows the same storm again`);
  const plan = { seed, deliveries: 200, kills: 12, restarts: 2, institutions: 2, settledWithinMs: 90_000 };
  await runStorm({ ...plan, say: () => {} }, async (storm) => {
    const { ends, attempts } = await assertCalm(storm);
    t.diagnostic(`${JSON.stringify(storm.counts)}; ${JSON.stringify(ends)}; ${JSON.stringify(attempts)}`);
    assert.equal(storm.counts.restarts, 2);
    for (const attempt of ['publish interrupted', 'find found', 'find absent']) {
      assert.ok((attempts[attempt] ?? 0) > 0, `the storm has met no "${attempt}"`);
    }
  });
});
