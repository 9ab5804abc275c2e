// npm run storm: the kill storm in full, twice: 2,000 deliveries and 100 kills, then the same with the database stopped and
// started among them. GLASNIK_SEED=… blows the same storm again; `npm run storm -- 500 30` a smaller one.
import { randomInt } from 'node:crypto';
import { assertCalm } from '../tests/kill/storm-check.ts';
import { runStorm } from '../tests/kill/storm.ts';
import { say } from './lib/paths.mjs';

const [deliveries = 2000, kills = 100] = process.argv.slice(2).map(Number);
const seed = Number(process.env.GLASNIK_SEED ?? randomInt(2 ** 31));
say(`seed ${seed}: GLASNIK_SEED=${seed} blows the same storm again.`);
for (const restarts of [0, Math.ceil(kills / 5)]) {
  const began = performance.now();
  const plan = { seed, deliveries, kills, restarts, institutions: 4, settledWithinMs: 300_000, say };
  await runStorm(plan, async (storm) => {
    const { ends, attempts, deliveries: count } = await assertCalm(storm);
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${count} deliveries, ${seconds} s, ${JSON.stringify(storm.counts)}: nothing lost, nothing doubled.`);
    for (const [network, states] of Object.entries(ends)) say(`  ${network}: ${JSON.stringify(states)}`);
    say(`  attempts: ${JSON.stringify(attempts)}`);
  });
}
