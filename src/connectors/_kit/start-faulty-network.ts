import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Order, Told } from './faulty-network-process.ts';

export type NetworkProcess = {
  readonly url: string;
  /** Lays faults, sets the latency and so on; answers how things stand. */
  order(order: Order): Promise<Told>;
  report(): Promise<Told>;
  close(): Promise<void>;
};

/** Starts the kit's network as a process of its own, for tests that kill the worker. */
export async function startNetworkProcess(
  mode: 'askable' | 'unaskable',
  latencyMs = 0,
): Promise<NetworkProcess> {
  const script = fileURLToPath(new URL('faulty-network-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, mode, String(latencyMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the faulty network ended with ${code}`)));
  });
  const { url, control } = JSON.parse(line) as { url: string; control: string };
  const ask = async (init?: RequestInit) =>
    // oxlint-disable-next-line no-restricted-globals -- the test speaks to its own child, no network
    (await (await fetch(control, init)).json()) as Told;
  return {
    url,
    order: (order) => ask({ method: 'POST', body: JSON.stringify(order) }),
    report: () => ask(),
    close: async () => {
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}
