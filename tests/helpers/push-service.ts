import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';

export type PushedMessage = {
  id: string;
  title: string;
  body: string;
  lang: string;
  path: string;
  tag: string;
};

/** What a push service sees of a message, and what the browser behind the address reads in it. */
export type Pushed = {
  address: string;
  ttl: number;
  topic: string;
  urgency: string;
  encoding: string;
  token: { aud: string; exp: number; sub: string };
  /** The key that signed the token. */
  key: string;
  raw: Buffer;
  message: PushedMessage;
};

export type TestBrowser = { endpoint: string; p256dh: string; auth: string };

export type PushService = AsyncDisposable & {
  /** `127.0.0.1:port`, to be allowed. */
  place: string;
  /** In order of arrival; also those that were refused. */
  pushed: Pushed[];
  /** A new browser with keys of its own and an address here. */
  addBrowser(): TestBrowser;
  /** Waits a little until so many have come. */
  waitFor(count: number): Promise<void>;
};

export type PushServiceOptions = {
  /** The answer, or nothing to take the message: 201. */
  answer?: (
    pushed: Pushed,
  ) => { status: number; headers?: Record<string, string> } | 'cut' | undefined | Promise<undefined>;
};

type Keys = { ecdh: ReturnType<typeof createECDH>; auth: Buffer };

/**
 * A push service over http (RFC 8030) with the browsers behind it: it checks the token (RFC 8292) before anything else,
 * and opens the body as the browser would (RFC 8291).
 */
export async function testPushService(options: PushServiceOptions = {}): Promise<PushService> {
  const browsers = new Map<string, Keys>();
  const pushed: Pushed[] = [];
  const server = createServer((request, response) => {
    void take(request).then(async (taken) => {
      if (typeof taken === 'number') return response.writeHead(taken).end();
      pushed.push(taken);
      const answer = await options.answer?.(taken);
      if (answer === 'cut') return request.socket.destroy();
      return response.writeHead(answer?.status ?? 201, answer?.headers).end();
    });
  });
  const take = async (request: IncomingMessage): Promise<Pushed | number> => {
    const raw = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const address = request.url ?? '';
    const keys = browsers.get(address);
    if (!keys || request.method !== 'POST') return 404;
    const { authorization, ttl, topic, urgency } = request.headers;
    const [, jwt, key] = /^vapid t=([^,]+), k=([\w-]+)$/.exec(authorization ?? '') ?? [];
    const token = jwt && key ? openToken(jwt, key) : null;
    if (!token || !key || token.aud !== `http://${request.headers.host}`) return 403;
    const message = ece.decrypt(raw, {
      version: 'aes128gcm',
      privateKey: keys.ecdh,
      authSecret: keys.auth.toString('base64url'),
    });
    return {
      address,
      raw,
      token,
      key,
      ttl: Number(ttl),
      topic: String(topic),
      urgency: String(urgency),
      encoding: request.headers['content-encoding'] ?? '',
      message: JSON.parse(message.toString('utf8')) as PushedMessage,
    };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    place,
    pushed,
    addBrowser: () => {
      const ecdh = createECDH('prime256v1');
      ecdh.generateKeys();
      const auth = randomBytes(16);
      const address = `/push/${randomBytes(12).toString('base64url')}`;
      browsers.set(address, { ecdh, auth });
      return {
        endpoint: `http://${place}${address}`,
        p256dh: ecdh.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
      };
    },
    waitFor: async (count) => {
      for (let tries = 0; tries < 200 && pushed.length < count; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      if (pushed.length < count) throw new Error(`${pushed.length} came, ${count} were expected`);
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** ES256 by the key that stands beside it; null where it does not hold. */
function openToken(jwt: string, key: string): Pushed['token'] | null {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string };
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (alg !== 'ES256' || !holds) return null;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Pushed['token'];
}
