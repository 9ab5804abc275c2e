import { field, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import { looked } from './account.ts';
import { fromLittle } from './little.ts';
import { API, organisationUrn, unreadable } from './wire.ts';

type Found = { id: string; returned: Json };

/** LinkedIn's clock and ours, and a preparation that took its time. */
const EARLIER_MS = 15 * 60_000;
/** More than anybody publishes between a preparation and a look. */
const PAGE = 100;

/** The organisation's own posts since a preparation that say the same, the newest first: `GET /posts?q=author`. */
export async function listPosts(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  wanted: { text: string; preparedAt: string },
): Promise<Found[] | Wait | Refused> {
  const author = encodeURIComponent(organisationUrn(account.networkId));
  const got = await looked(context, line, {
    url: `${API}/posts?author=${author}&q=author&count=${PAGE}&sortBy=CREATED`,
    headers: { 'x-restli-method': 'FINDER' },
  });
  if (got.kind !== 'answered') return got;
  const list = field(got.json, 'elements');
  if (!Array.isArray(list)) return unreadable(got.status);
  const since = Date.parse(wanted.preparedAt) - EARLIER_MS;
  const print = fingerprint(wanted.text);
  return list.flatMap((post) => {
    const id = textField(post, 'id');
    const at = field(post, 'createdAt');
    const isLate = typeof at !== 'number' || at >= since;
    const isAlike = fingerprint(fromLittle(textField(post, 'commentary') ?? '')) === print;
    return id !== undefined && isLate && isAlike ? [{ id, returned: post }] : [];
  });
}

/** White space is set anew by the network; two texts that a reader cannot tell apart have the same fingerprint. */
const fingerprint = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
