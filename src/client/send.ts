import { createReadStream } from 'node:fs';
import { request as plain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Outgoing = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  file?: { path: string; bytes: number };
  /** Bytes that have left. */
  onSent?: (bytes: number) => void;
};
export type Incoming = { status: number; headers: IncomingHttpHeaders; stream: IncomingMessage };

/** Nobody answered, or the answer broke off. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** Without a byte in either direction. */
const SILENCE_MS = 30_000;

/** One request, once. Follows no redirect: the key goes where it was meant for and nowhere else. @throws NoAnswer */
export async function send(outgoing: Outgoing): Promise<Incoming> {
  const { method, url, body, file } = outgoing;
  const length = file?.bytes ?? Buffer.byteLength(body ?? '');
  const headers = { ...outgoing.headers, ...(method === 'GET' ? {} : { 'content-length': String(length) }) };
  const request = (url.startsWith('https:') ? secure : plain)(url, { method, headers });
  request.setTimeout(SILENCE_MS, () => request.destroy(new Error('ETIMEDOUT')));
  const answered = new Promise<Incoming>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (stream) =>
      resolve({ status: stream.statusCode ?? 0, headers: stream.headers, stream }),
    );
  });
  try {
    if (!file) {
      request.end(body);
      return await answered;
    }
    // A server that has heard enough answers before the file is through, and hangs up: its answer counts.
    const through = pipeline(createReadStream(file.path), counting(outgoing.onSent), request);
    through.catch(() => undefined);
    return await Promise.race([answered, through.then(() => answered)]);
  } catch (error) {
    throw new NoAnswer(reasonOf(error), { cause: error });
  }
}

/** Reads an answer to its end. @throws NoAnswer where it breaks off */
export async function textOf(incoming: Incoming): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(incoming)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** An answer bit by bit. @throws NoAnswer where it breaks off */
export async function* chunksOf({ stream }: Incoming): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw new NoAnswer(reasonOf(error), { cause: error });
  }
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code || message || 'ECONNRESET';
};

function counting(onSent: ((bytes: number) => void) | undefined): Transform {
  let sent = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.byteLength;
      onSent?.(sent);
      done(null, chunk);
    },
  });
}
