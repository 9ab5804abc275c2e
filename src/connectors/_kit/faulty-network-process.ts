import { createServer } from 'node:http';
import type { Chaos, Fault } from './faulty-network.ts';
import { startKitNetwork, type KitNetwork } from './kit-network.ts';

/**
 * The kit's network as a process of its own, so that it outlives a worker that a test kills:
 * `node src/connectors/_kit/faulty-network-process.ts [askable|unaskable] [latency in ms]`.
 * Its first line on standard output is JSON: `{"url":…,"control":…}`. It ends with SIGTERM or when its standard
 * input is closed, so none is left behind when the test dies.
 */
export type Order = {
  fault?: Fault;
  clearFaults?: boolean;
  chaos?: Chaos | null;
  latencyMs?: number;
  expire?: boolean;
  revoke?: boolean;
};

/** What `GET control` answers. */
export type Told = {
  posts: number;
  countsByKey: Record<string, number>;
  unexpected: readonly string[];
  publishRequests: number;
};

function obey(network: KitNetwork, order: Order): void {
  if (order.clearFaults) network.clearFaults();
  if (order.fault) network.fault(order.fault);
  if (order.chaos !== undefined) network.chaos(order.chaos);
  if (order.latencyMs !== undefined) network.latency(order.latencyMs);
  if (order.expire) network.expire();
  if (order.revoke) network.revoke();
}

const report = (network: KitNetwork): Told => ({
  posts: network.posts.length,
  countsByKey: network.countsByKey(),
  unexpected: network.unexpected,
  publishRequests: network.count('publish'),
});

const mode = process.argv[2] === 'unaskable' ? 'unaskable' : 'askable';
const network = await startKitNetwork({
  mode,
  latencyMs: Number(process.argv[3] ?? 0),
  onDie: () => process.exit(1),
});
const control = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.method === 'POST') obey(network, JSON.parse(body) as Order);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(report(network)));
  });
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as { port: number };
  process.stdout.write(`${JSON.stringify({ url: network.url, control: `http://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)).resume();
