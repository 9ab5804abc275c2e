import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Chaos } from '#/connectors/_kit/faults.ts';
import type { FakesOrder, FakesStarted, FakeTold, StartedFake } from './fakes-process.ts';

export type FakesProcess = {
  readonly network: string;
  readonly fakes: readonly StartedFake[];
  chaos(chaos: Chaos): Promise<void>;
  /** What stands on each of the fakes, in their order. */
  report(): Promise<FakeTold[]>;
  close(): Promise<void>;
};

/** Starts fakes of one network in a process of their own. */
export async function startFakes(order: FakesOrder): Promise<FakesProcess> {
  const script = fileURLToPath(new URL('fakes-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the fakes of ${order.network} ended with ${code}`)));
  });
  const { control, fakes } = JSON.parse(line) as FakesStarted;
  const ask = async (init?: RequestInit) =>
    // oxlint-disable-next-line no-restricted-globals -- the test speaks to its own child, no network
    (await (await fetch(control, init)).json()) as FakeTold[];
  return {
    network: order.network,
    fakes,
    chaos: async (chaos) => void (await ask({ method: 'POST', body: JSON.stringify(chaos) })),
    report: () => ask(),
    close: async () => {
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}
