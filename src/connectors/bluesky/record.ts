import { textField } from '../_kit/reasons.ts';
import type { Handle, Json } from '../contract.ts';

export const COLLECTION = 'app.bsky.feed.post';

/** One part of a post: its key and what is written under it, without `reply`, which needs the parts before. */
export type Part = { rkey: string; record: { [key: string]: Json } };
export type Ref = { uri: string; cid: string };

export const asHandle = (parts: readonly Part[]): Handle => ({
  parts: parts.map(({ rkey, record }) => ({ rkey, record })),
});

/** The parts of a stored handle. Throws where it is not one of ours: then the caller mixed up deliveries. */
export function partsOf(handle: Handle): Part[] {
  const list = handle['parts'];
  if (!Array.isArray(list) || list.length === 0) throw new Error('a handle of Bluesky without parts');
  return list.map((item) => {
    const rkey = textField(item, 'rkey');
    const record =
      item !== null && typeof item === 'object' && !Array.isArray(item) ? item['record'] : undefined;
    if (!rkey || record === null || typeof record !== 'object' || Array.isArray(record)) {
      throw new Error('a handle of Bluesky with a broken part');
    }
    return { rkey, record };
  });
}

/** The record key at the end of an `at://` address. */
export const keyOfUri = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** The page for people. By DID, so that it outlives a change of the handle. */
export const pageUrl = (did: string, rkey: string): string => `https://bsky.app/profile/${did}/post/${rkey}`;
