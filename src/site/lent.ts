import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { rangeOf } from '#/kernel/byte-range.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { LentFile, LentFiles } from '#/modules/media/index.ts';

/**
 * Files lent to networks that fetch media by themselves. Whoever has the address may fetch it until its end; without
 * one there is nothing to see here, and what is over looks like what never was.
 */
export function createLentPages(deps: { lent: LentFiles; clock: Clock }): Hono {
  const app = new Hono();
  app.on(['GET', 'HEAD'], '/lent/*', async (context) => {
    const file = await deps.lent.open(context.req.path);
    if (!file) return context.body(null, 404, { 'cache-control': 'no-store' });
    return give(context, file, deps.clock.now());
  });
  return app;
}

function give(context: Context, file: LentFile, now: Temporal.Instant): Response {
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${Math.max(0, Math.floor(file.until.since(now).total('seconds')))}`,
    'content-type': file.mime,
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
  const range = rangeOf(context.req.header('range'), file.size);
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  const answer = {
    ...headers,
    'content-length': String(end - start + 1),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${file.size}` } : {}),
  };
  const body =
    context.req.method === 'HEAD' ? null : Readable.toWeb(createReadStream(file.path, { start, end }));
  return new Response(body as ReadableStream | null, { status: range ? 206 : 200, headers: answer });
}
