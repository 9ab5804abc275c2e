import { createHash } from 'node:crypto';
import type { Asked, Said, Told } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

export type Stored = { uri: string; cid: string; value: { [key: string]: Json } };

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  url: string;
  records: Map<string, Stored>;
  blobs: Map<string, { bytes: Buffer; mime: string }>;
  notifications: { [key: string]: Json }[];
  generation: number;
  revoked: boolean;
  takenDown: boolean;
  /** Uploads are refused, as of a kind that the server does not take. */
  refusesBlobs: boolean;
  /** Without it the server stores posts only, as a bare PDS does. */
  appView: boolean;
  /** As on a server that has thrown unused uploads away. */
  forgetBlobs(): void;
};

export const FAKE_DID = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
export const FAKE_HANDLE = 'opcina-primjer.test';
export const FAKE_PASSWORD = 'abcd-efgh-ijkl-mnop';
/** The DID of `@grad.test`, the one other account that there is. */
export const OTHER_DID = 'did:plc:z72i7hdynmk6r22z27h6tvur';

export const refuse = (status: number, error: string, message: string): Said => ({
  status,
  json: { error, message },
});

/** The answer only for a good access token, as the network refuses others: 400 and a name. */
export const signedIn =
  (state: FakeState, answer: (asked: Asked) => Said) =>
  (asked: Asked): Said => {
    const { authorization } = asked.headers;
    if (!authorization) return refuse(401, 'AuthMissing', 'Authentication Required');
    if (state.takenDown) return refuse(401, 'AccountTakedown', 'Account has been taken down');
    if (authorization === `Bearer ${token(state, 'com.atproto.appPass')}` && !state.revoked)
      return answer(asked);
    return refuse(400, 'ExpiredToken', 'Token has expired');
  };

const part = (json: Json) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** In the shape of a JWT, so that its claims can be read. */
export function token(state: FakeState, scope: string): string {
  const generation = scope.endsWith('refresh') ? 0 : state.generation;
  return `${part({ alg: 'ES256K' })}.${part({ scope, sub: FAKE_DID, iat: generation })}.c2lnbmF0dXJl`;
}

export const xrpc = (method: string, name: string, step: Told['step'], answer: Told['answer']): Told => ({
  method,
  path: `/xrpc/${name}`,
  step,
  answer,
});

/** A CID of version 1 with SHA-256 and a base32 name: dag-cbor for records, raw for blobs. */
export function cidOf(content: string | Uint8Array, kind: 'record' | 'blob'): string {
  const hash = createHash('sha256').update(content).digest();
  const bytes = Buffer.concat([Buffer.from([0x01, kind === 'record' ? 0x71 : 0x55, 0x12, 0x20]), hash]);
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const places = Math.ceil((bytes.length * 8) / 5);
  bits <<= BigInt(places * 5 - bytes.length * 8);
  let text = '';
  for (let place = 0; place < places; place += 1) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `b${text}`;
}
