import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

type Encoding = 'br' | 'gzip';

/** An answer, ready to be sent many times: its bytes, their hash, and their compressed forms once asked for. */
export type Prepared = {
  status: 200 | 404 | 422 | 429 | 500;
  headers: Record<string, string>;
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
  encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>> | null;
  effort: 'once' | 'often';
};

export type Kind = {
  type: string;
  cache: string;
  status?: Prepared['status'];
  headers?: Record<string, string>;
  /** `once` for what is made at start, where time does not count. */
  effort?: Prepared['effort'];
  /** False for what is compressed already. */
  compress?: boolean;
};

export function prepare(body: string | Uint8Array, kind: Kind): Prepared {
  const bytes = new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const compress = kind.compress ?? true;
  return {
    status: kind.status ?? 200,
    bytes,
    // Weak, because the same page goes out in three encodings.
    etag: compress ? `W/"${hash}"` : `"${hash}"`,
    encoded: compress ? new Map() : null,
    effort: kind.effort ?? 'often',
    headers: {
      'content-type': kind.type,
      'cache-control': kind.cache,
      ...(compress ? { vary: 'Accept-Encoding' } : {}),
      ...SAFE,
      ...kind.headers,
    },
  };
}

/** On every answer: no guessing of types, no address handed to other sites, no frame around us. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  // `no-referrer` would make browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
};

/** Sends it: 304 where the reader has it, compressed where the reader can. */
export async function send(context: Context, prepared: Prepared): Promise<Response> {
  const headers = new Headers(prepared.headers);
  if (prepared.status === 200) {
    headers.set('etag', prepared.etag);
    if (isKnown(context.req.header('if-none-match'), prepared.etag)) {
      headers.delete('content-type');
      return new Response(null, { status: 304, headers });
    }
  }
  const encoding = prepared.encoded ? encodingFor(context.req.header('accept-encoding')) : null;
  if (encoding) headers.set('content-encoding', encoding);
  const body = encoding ? await encoded(prepared, encoding) : prepared.bytes;
  headers.set('content-length', String(body.byteLength));
  return new Response(context.req.method === 'HEAD' ? null : body, { status: prepared.status, headers });
}

const plain = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Weak comparison (RFC 9110, 13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => plain(tag) === plain(etag));
}

function encodingFor(header: string | undefined): Encoding | null {
  const accepted = (header ?? '').split(',').map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    accepted.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

function encoded(prepared: Prepared, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const { encoded: known, bytes, effort } = prepared;
  const made = known?.get(encoding) ?? compressed(bytes, encoding, effort);
  known?.set(encoding, made);
  return made;
}

async function compressed(
  bytes: Uint8Array,
  encoding: Encoding,
  effort: Prepared['effort'],
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'gzip') return asBytes(await asGzip(bytes, { level: effort === 'once' ? 9 : 6 }));
  const quality = effort === 'once' ? 11 : 5;
  return asBytes(await asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
}

const asBytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
