import sharp from 'sharp';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { readHead, type PageHead } from '#/kernel/page-head.ts';
import { FetchFault, type SafeFetch } from '#/kernel/safe-fetch.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { keepLook, readLooks, type LookRow } from './link-queries.ts';
import type { LinkCard, PictureFault } from './rules.ts';

export type LinkDeps = { db: Db; clock: Clock; fetch: SafeFetch };
export type Look = Pick<LookRow, 'url' | 'state' | 'status' | 'card'>;

/** A page that answered is believed for so long, in hours; one that did not is asked again soon. */
const FRESH_HOURS = { answers: 12, unsure: 1, dead: 0.25 } as const;
/** Milliseconds for a page and its picture. */
const PATIENCE_MS = 8000;
/** Bytes of a page that are read: what a card needs stands in its head. */
const HEAD_BYTES = 300_000;
const PICTURE_PX = 600;
const MAX_PIXELS = 40_000_000;
/** Codes with which a server says that it does not like robots, not that the page is gone. */
const SHY = new Set([401, 403, 405, 406, 429, 999]);

/**
 * Whether links answer, and what card a network would make of them. Each is asked once and kept, so that nobody's
 * server hears from us at every key. @param urls at most ten, http or https
 */
export async function lookAtLinks(deps: LinkDeps, actor: Actor, urls: readonly string[]): Promise<Look[]> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const wanted = [...new Set(urls)].filter((url) => URL.canParse(url)).slice(0, 10);
  const kept = await deps.db.within(actor, (tx) => readLooks(tx, wanted));
  const fresh = kept.filter((look) => isFresh(look, now));
  const known = new Set(fresh.map(({ url }) => url));
  const looked = await Promise.all(
    wanted.filter((url) => !known.has(url)).map((url) => look(deps.fetch, url)),
  );
  if (looked.length > 0)
    await deps.db.within(actor, async (tx) => {
      for (const one of looked) await keepLook(tx, { ...one, institutionId: actor.institutionId, now });
    });
  const all = new Map([...fresh, ...looked].map((one) => [one.url, one] as const));
  return wanted.flatMap((url) => all.get(url) ?? []);
}

/** Links of these that were dead when they were last looked at: for the checks, which ask nobody. */
export async function deadLinks(tx: Tx, urls: readonly string[]): Promise<Map<string, number | null>> {
  const looks = await readLooks(tx, urls);
  return new Map(
    looks.flatMap(({ url, state, status }) => (state === 'dead' ? [[url, status] as const] : [])),
  );
}

function isFresh(look: LookRow, now: Temporal.Instant): boolean {
  const hours = now.since(look.looked_at).total('hours');
  return hours >= 0 && hours < FRESH_HOURS[look.state];
}

type Fresh = Look & { picture: Uint8Array | null };

async function look(fetch: SafeFetch, url: string): Promise<Fresh> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const nothing = { url, card: null, picture: null };
  try {
    const page = await fetch(url, { signal, headers: { accept: 'text/html,*/*', 'user-agent': 'Glasnik' } });
    if (!page.ok) {
      await page.body?.cancel();
      return { ...nothing, state: SHY.has(page.status) ? 'unsure' : 'dead', status: page.status };
    }
    const type = page.headers.get('content-type') ?? '';
    const isPage = /^(text\/html|application\/xhtml\+xml)/i.test(type);
    if (!isPage) await page.body?.cancel();
    const head = isPage ? readHead(decoded(await firstBytes(page), type), page.url || url) : null;
    const found = { url, state: 'answers' as const, status: page.status };
    if (!head) return { ...found, card: null, picture: null };
    const picture = head.image ? await pictureOf(fetch, head.image, signal) : 'none';
    return {
      ...found,
      card: cardOf(head, picture),
      picture: typeof picture === 'string' ? null : picture.small,
    };
  } catch (error) {
    // No such name or nobody there is a dead link; slow, private or cut off may be our side's doing.
    const dead = error instanceof FetchFault && (error.code === 'no-connection' || error.code === 'bad-url');
    return { ...nothing, state: dead ? 'dead' : 'unsure', status: null };
  }
}

type CardPicture = { width: number; height: number; bytes: number; small: Uint8Array };

function cardOf({ title, description, imageAlt }: PageHead, picture: CardPicture | PictureFault): LinkCard {
  if (typeof picture === 'string') return { title, description, picture: null, pictureFault: picture };
  const { width, height, bytes } = picture;
  return { title, description, picture: { width, height, bytes, alt: imageAlt }, pictureFault: null };
}

/** The picture, or why a network will show none either. */
async function pictureOf(
  fetch: SafeFetch,
  url: string,
  signal: AbortSignal,
): Promise<CardPicture | PictureFault> {
  let bytes: Uint8Array;
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'image/*', 'user-agent': 'Glasnik' } });
    if (!answer.ok) {
      await answer.body?.cancel();
      return 'gone';
    }
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    return error instanceof FetchFault && error.code === 'too-large' ? 'too-large' : 'gone';
  }
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    const { width, height } = await image.metadata();
    const small = await image
      .resize({ width: PICTURE_PX, height: PICTURE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer();
    return { width, height, bytes: bytes.byteLength, small };
  } catch {
    return 'broken';
  }
}

async function firstBytes(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/** By the header, else by the page's own word, else UTF-8: older sites of institutions are in windows-1250. */
function decoded(bytes: Uint8Array, contentType: string): string {
  const named = /charset\s*=\s*["']?([\w-]{2,30})/i;
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = named.exec(contentType)?.[1] ?? named.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
