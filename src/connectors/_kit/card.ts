import { readHead, type PageHead } from '#/kernel/page-head.ts';
import type { ConnectorContext, Message } from '../contract.ts';
import { shrink, type Fitted, type Room } from './images.ts';

/** Milliseconds for page and picture together: the post must not wait for somebody's slow site. */
const PATIENCE_MS = 8000;
/** Bytes of a page that are read: what a card needs stands in its head. */
const HEAD_BYTES = 300_000;

export type Card = PageHead & { uri: string; picture: Fitted | null };

/** The address in the text, to which the card leads, and the page that is read for it: a short address is not opened. */
export type Linked = { uri: string; page: string };

export const linked = (uri: string, pages: Message['pages']): Linked => ({ uri, page: pages?.[uri] ?? uri });

/**
 * What a link card shows, asked of the page itself through the guarded fetch. Null where the page is not there,
 * is no page, or takes too long: a card is an ornament and never a reason for a post not to go out.
 */
export async function fetchCard(
  context: ConnectorContext,
  { uri, page: address }: Linked,
  room: Room,
): Promise<Card | null> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const page = await context.fetch(address, {
      signal,
      headers: { accept: 'text/html', 'user-agent': 'Glasnik' },
    });
    if (!page.ok || !/^(text\/html|application\/xhtml\+xml)/i.test(page.headers.get('content-type') ?? '')) {
      await page.body?.cancel();
      return null;
    }
    const bytes = await firstBytes(page, HEAD_BYTES);
    const head = readHead(decoded(bytes, page.headers.get('content-type') ?? ''), page.url || address);
    if (!head) return null;
    return {
      ...head,
      uri,
      picture: head.image === null ? null : await fetchPicture(context, head.image, room, signal),
    };
  } catch (error) {
    context.log.info({ err: error }, 'no card for a link');
    return null;
  }
}

async function fetchPicture(
  context: ConnectorContext,
  url: string,
  room: Room,
  signal: AbortSignal,
): Promise<Fitted | null> {
  try {
    const answer = await context.fetch(url, {
      signal,
      headers: { accept: 'image/*', 'user-agent': 'Glasnik' },
    });
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').startsWith('image/')) {
      await answer.body?.cancel();
      return null;
    }
    return await shrink(new Uint8Array(await answer.arrayBuffer()), room);
  } catch (error) {
    context.log.info({ err: error }, 'no picture for a card');
    return null;
  }
}

async function firstBytes(answer: Response, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= max) break;
  }
  return Buffer.concat(chunks).subarray(0, max);
}

/** By the header, else by the page's own word, else UTF-8: older sites of institutions are in windows-1250. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /charset\s*=\s*["']?([\w-]{2,30})/i;
  const label = named.exec(contentType)?.[1] ?? named.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
