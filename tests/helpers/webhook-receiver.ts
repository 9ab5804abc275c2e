import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  path: string;
  headers: Record<string, string>;
  raw: string;
  body: { type: string; data: object };
};

/** An answer, or a fault: a line cut before the answer, an answer that never comes, a body that never ends. */
export type Answer =
  | number
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'cut'
  | 'hang'
  | 'endless';

export type WebhookReceiver = AsyncDisposable & {
  url: string;
  /** `host:port`, for the operator's exceptions. */
  place: string;
  received: Received[];
  /** Until a test changes its mind: 204. */
  answer: (received: Received) => Answer | Promise<Answer>;
};

/** A program of somebody else, with all the ways in which those fail. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: WebhookReceiver = {
    url: `http://${place}/hook?key=tajno`,
    place,
    received,
    answer: () => 204,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let raw = '';
    for await (const chunk of request.setEncoding('utf8')) raw += chunk as string;
    const headers = request.headers as Record<string, string>;
    const one = { path: request.url ?? '', headers, raw, body: JSON.parse(raw) as Received['body'] };
    received.push(one);
    const answer = await receiver.answer(one);
    if (answer === 'cut') return void request.socket.destroy();
    if (answer === 'hang') return;
    if (answer === 'endless') {
      response.writeHead(200).write('primljeno');
      return;
    }
    const {
      status,
      headers: more = {},
      body = '',
    } = typeof answer === 'number' ? { status: answer } : answer;
    response.writeHead(status, more).end(body);
  }
  return receiver;
}

/** Verifies as a receiver does, from the specification alone (Standard Webhooks 1.0): how many signatures hold. */
export function holding({ headers, raw }: Received, secret: string): number {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`;
  const expected = `v1,${createHmac('sha256', key).update(said).digest('base64')}`;
  return headers['webhook-signature']!.split(' ').filter((one) => one === expected).length;
}
