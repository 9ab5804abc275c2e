import { findLinks } from '#/language/index.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { field, textField } from '../_kit/reasons.ts';
import type { Json, Refused, Wait } from '../contract.ts';
import type { Prepared } from './handle.ts';
import type { Work } from './media.ts';
import { API, trouble } from './wire.ts';

export type Found = { id: string; returned: Json };

const PAGES = 3;

/**
 * Each part of a post among the account's own posts that are newer than the preparation, by its text
 * (https://docs.x.com/x-api/users/get-posts). Asked only in doubt and for threads: what is read is paid for.
 */
export async function lookUp(
  work: Work,
  prepared: Prepared,
): Promise<{ parts: (Found | null)[] } | Wait | Refused> {
  const wanted = prepared.parts.map(({ text }) => fingerprint(text));
  const parts: (Found | null)[] = wanted.map(() => null);
  let next: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const got = await pageOf(work, prepared.since, next);
    if ('kind' in got) return got;
    // From the newest to the oldest: the oldest of two alike is the one that was sent first.
    for (const post of got.posts) {
      const place = wanted.indexOf(fingerprint(plainOf(post)));
      const id = textField(post, 'id');
      if (place !== -1 && id !== undefined) parts[place] = { id, returned: post };
    }
    next = got.next;
    if (next === null) break;
  }
  return { parts };
}

async function pageOf(
  { context, account, line }: Work,
  since: string | null,
  token: string | null,
): Promise<{ posts: Json[]; next: string | null } | Wait | Refused> {
  const query = new URLSearchParams({
    max_results: '100',
    exclude: 'retweets',
    'tweet.fields': 'created_at,entities,attachments',
    ...(since === null ? {} : { since_id: since }),
    ...(token === null ? {} : { pagination_token: token }),
  });
  const got = await line.ask({ url: `${API}/users/${account.networkId}/tweets?${query}` });
  if (got.kind !== 'done') return got;
  const meta = isGood(got.answer) ? field(got.answer.json, 'meta') : undefined;
  if (isGood(got.answer) && meta !== undefined) {
    const data = field(got.answer.json, 'data');
    return { posts: Array.isArray(data) ? data : [], next: textField(meta, 'next_token') ?? null };
  }
  const found = orRetry(trouble(context, got.answer));
  // "Not found" for the list as a whole says nothing about the post.
  return found.kind === 'rejected' ? { kind: 'retry', after: null, reason: found.reason } : found;
}

/** The text with the addresses that were written in the place of those of t.co; those of pictures are taken off. */
export function plainOf(post: Json): string {
  let text = textField(post, 'text') ?? '';
  const urls = field(field(post, 'entities'), 'urls');
  for (const url of Array.isArray(urls) ? urls : []) {
    const [short, expanded] = [textField(url, 'url'), textField(url, 'expanded_url')];
    if (!short) continue;
    text = text.replace(short, textField(url, 'media_key') === undefined ? (expanded ?? short) : '');
  }
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** What stays the same when the network has handled a text: no white space, addresses without scheme and last slash. */
export function fingerprint(raw: string): string {
  const text = raw.normalize('NFC');
  let out = '';
  let last = 0;
  for (const { start, end } of findLinks(text, { bare: true })) {
    out += text.slice(last, start) + bare(text.slice(start, end));
    last = end;
  }
  return (out + text.slice(last)).replace(/\s+/g, '');
}

const bare = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
