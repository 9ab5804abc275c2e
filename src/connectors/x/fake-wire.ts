import type { Asked, Said } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

export type Stored = { id: string; text: string; media: string[]; parent: string | null; at: string };
type Media = { bytes: Buffer; mime: string; total: number; alt: string; isReady: boolean };

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  posts: Stored[];
  media: Map<string, Media>;
  /** Code to the challenge that it was given for. */
  codes: Map<string, string>;
  consents: boolean;
  /** Counts renewals: the tokens of the one before are over. */
  generation: number;
  /** The access token has run out and the refresh token has not. */
  isExpired: boolean;
  revoked: boolean;
  suspended: boolean;
  readOnly: boolean;
  refusesMedia: boolean;
  hasCredits: boolean;
  /** How often a video is said to be still in work. */
  slowMedia: number;
  /** Requests to post that are left in the window of 15 minutes. */
  left: number;
  /** Posts that are left to the app in its day; null where the answers say nothing of it. */
  appLeft: number | null;
  made: number;
};

export const FAKE_USER = { id: '2244994945', name: 'Općina Primjer', username: 'opcina_primjer' };
export const FAKE_APP = { clientId: 'fake-client-id', clientSecret: 'fake-client-secret' };
export const SCOPE = 'tweet.read tweet.write users.read media.write offline.access';

export const access = (state: FakeState): string => `fake-access-token-${state.generation}`;
export const renewal = (state: FakeState): string => `fake-refresh-token-${state.generation}`;

/** Problem details (https://docs.x.com/x-api/fundamentals/response-codes-and-errors). */
export const no = (status: number, title: string, detail: string, type = 'about:blank'): Said => ({
  status,
  mime: 'application/problem+json',
  json: { title, detail, type, status },
});

export const signedIn =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>) =>
  (asked: Asked): Said | Promise<Said> => {
    const isGood = asked.headers.authorization === `Bearer ${access(state)}`;
    if (!isGood || state.isExpired || state.revoked) return no(401, 'Unauthorized', 'Unauthorized');
    if (state.suspended) {
      const words = 'Your account is suspended and is not permitted to access this feature.';
      return no(403, 'Forbidden', words);
    }
    if (state.readOnly && asked.method !== 'GET') {
      return no(403, 'Forbidden', 'You are not permitted to perform this action.');
    }
    return answer(asked);
  };

/** https://docs.x.com/x-api/fundamentals/rate-limits: 100 posts in 15 minutes, told with every answer. */
export const windowOf = (left: number, seconds = 900): Record<string, string> => ({
  'x-rate-limit-limit': '100',
  'x-rate-limit-remaining': String(Math.max(left, 0)),
  'x-rate-limit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
});

/** As the network gives a post back: addresses shortened, pictures as an address at the end, three letters escaped. */
export function postOf(post: Stored): { [key: string]: Json } {
  const urls: Json[] = [];
  let text = post.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  text = text.replace(/https?:\/\/[^\s)]+[^\s).,!?]/g, (expanded) => {
    const url = `https://t.co/Short${post.id}${urls.length}`;
    urls.push({ url, expanded_url: expanded.replace(/&amp;/g, '&'), display_url: expanded.slice(8, 30) });
    return url;
  });
  if (post.media.length > 0) {
    const url = `https://t.co/Media${post.id}`;
    const there = `https://x.com/${FAKE_USER.username}/status/${post.id}/photo/1`;
    for (const id of post.media) urls.push({ url, expanded_url: there, media_key: `3_${id}` });
    text = `${text} ${url}`.trim();
  }
  return {
    id: post.id,
    text,
    created_at: post.at,
    edit_history_tweet_ids: [post.id],
    ...(urls.length > 0 ? { entities: { urls } } : {}),
    ...(post.media.length > 0 ? { attachments: { media_keys: post.media.map((id) => `3_${id}`) } } : {}),
  };
}
