import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { newId } from '#/kernel/ids.ts';

const ids = new WeakMap<Request, string>();

/** One id for a request, in the log, in the answer, in the record and in what the worker does because of it. */
export function requestIdOf(context: Context): string {
  const known = ids.get(context.req.raw);
  if (known) return known;
  const id = newId();
  ids.set(context.req.raw, id);
  return id;
}

/**
 * The caller's address. Each trusted proxy adds one entry at the end of X-Forwarded-For, so what stands so many
 * places from the end is believed; what a caller wrote before that is not.
 */
export function addressOf(context: Context, trustedProxies: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const believed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return believed || socketAddress(context);
}

function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // A request made in a test has no socket.
    return 'unknown';
  }
}
