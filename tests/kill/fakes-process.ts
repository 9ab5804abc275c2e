import { createServer } from 'node:http';
import { setStage, type Stage } from '#/connectors/_kit/contract-stage.ts';
import type { Chaos } from '#/connectors/_kit/faults.ts';
import type { Connected } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { faultPlanOf } from '../../scripts/lib/fault-plans.ts';

/**
 * Fakes of one network as a process of its own, so that they and what was posted outlive the workers that a test kills:
 * `node tests/kill/fakes-process.ts <FakesOrder as JSON>`. Its first line on standard output is JSON, `FakesStarted`. On
 * `control` POST takes a `Chaos` for all of them and GET answers what stands there, `FakeTold[]`. It ends with SIGTERM or
 * when its standard input is closed, so none is left behind when the test dies.
 */
export type FakesOrder = { network: string; count: number; latencyMs: number };

/** Where a fake is, for workers that speak to it in the place of its network. */
export type FakePlace = { url: string; origins: readonly string[]; ownUrl: string | null };
export type StartedFake = FakePlace & { connected: Connected; refusedText: string | null };
export type FakesStarted = { control: string; fakes: StartedFake[] };
export type FakeTold = { texts: string[]; unexpected: readonly string[] };

const order = JSON.parse(process.argv[2] ?? '{}') as FakesOrder;
const connector = createRegistry(connectors).get(order.network);
const plan = await faultPlanOf(connector);

const stages: Stage[] = [];
const fakes: StartedFake[] = [];
for (let index = 0; index < order.count; index += 1) {
  const stage = await setStage(connector, plan.startFake);
  stages.push(stage);
  const { fake } = stage;
  fakes.push({
    url: fake.network.url,
    origins: fake.origins ?? [],
    ownUrl: fake.ownUrl ?? null,
    connected: await stage.connected(),
    refusedText: fake.refusedText ?? null,
  });
  fake.network.latency(order.latencyMs);
}

const control = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.method === 'POST') {
      const chaos = JSON.parse(body) as Chaos;
      stages.forEach(({ fake }, index) => fake.network.chaos({ ...chaos, seed: chaos.seed + index }));
    }
    const told: FakeTold[] = stages.map(({ fake }) => ({
      texts: fake.posts().map(({ text }) => text),
      unexpected: fake.network.unexpected,
    }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(told));
  });
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as { port: number };
  const started: FakesStarted = { control: `http://127.0.0.1:${port}`, fakes };
  process.stdout.write(`${JSON.stringify(started)}\n`);
});
process.on('SIGTERM', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)).resume();
