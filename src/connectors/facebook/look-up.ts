import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import { askAsPage, trouble } from './wire.ts';

export type Found = { id: string; returned: Json };

/** Posts that are looked through, 100 at a time: no Page publishes more between a preparation and a look. */
const PAGES = 3;
const PAGE = 100;
/** Facebook's clock and ours, and a preparation that took its time. */
const EARLIER = { minutes: 15 };

/**
 * The Page's posts since a preparation that say the same, the newest first
 * (https://developers.facebook.com/docs/graph-api/reference/page/published_posts). Where there are no words, the pictures
 * tell.
 */
export async function listPosts(
  context: ConnectorContext,
  account: ConnectedAccount,
  wanted: { text: string; photos: readonly string[]; preparedAt: string },
): Promise<Found[] | Wait | Refused> {
  const since = Temporal.Instant.from(wanted.preparedAt).subtract(EARLIER);
  const found: Found[] = [];
  let after: string | undefined;
  for (let count = 0; count < PAGES; count += 1) {
    const got = await askAsPage(context, account, {
      path: `/${account.networkId}/published_posts`,
      query: {
        fields: 'id,message,created_time,attachments{target,subattachments{target}}',
        since: String(Math.floor(since.epochMilliseconds / 1000)),
        limit: String(PAGE),
        ...(after ? { after } : {}),
      },
    });
    const list = isGood(got) ? field(got.json, 'data') : undefined;
    if (!isGood(got)) return orRetry(trouble(context, got));
    if (!Array.isArray(list)) {
      return {
        kind: 'retry',
        after: null,
        reason: reason(NETWORK_REASONS.unreadable, { status: got.status }),
      };
    }
    found.push(...list.flatMap((post) => (isAlike(post, wanted) ? toFound(post) : [])));
    const paging = field(got.json, 'paging');
    after = textField(paging, 'next') ? textField(field(paging, 'cursors'), 'after') : undefined;
    if (!after) break;
  }
  return found;
}

function isAlike(post: Json, wanted: { text: string; photos: readonly string[] }): boolean {
  if (fingerprint(textField(post, 'message') ?? '') !== fingerprint(wanted.text)) return false;
  if (wanted.photos.length === 0 || wanted.text !== '') return true;
  return targetsIn(field(post, 'attachments')).some((id) => wanted.photos.includes(id));
}

/** The ids of the photos of a post, whether it has one or an album. */
function targetsIn(attachments: Json | undefined): string[] {
  const list = field(attachments, 'data');
  return (Array.isArray(list) ? list : []).flatMap((one) => [
    ...[textField(field(one, 'target'), 'id') ?? []].flat(),
    ...targetsIn(field(one, 'subattachments')),
  ]);
}

const toFound = (post: Json): Found[] => {
  const id = textField(post, 'id');
  return id === undefined ? [] : [{ id, returned: post }];
};

/** White space is set anew by the network; two texts that a reader cannot tell apart have the same fingerprint. */
export const fingerprint = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
