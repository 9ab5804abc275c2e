import { createHmac } from 'node:crypto';
import type { Asked, Fault, Said } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

export type Stored = {
  id: string;
  message: string;
  link: string | null;
  photos: string[];
  at: Temporal.Instant;
  /** Whose words are its own. */
  video?: StoredVideo;
};

export type StoredVideo = {
  id: string;
  session: string;
  size: number;
  bytes: Buffer;
  description: string;
  captions: { variant: string; vtt: string }[];
  hasThumb: boolean;
  status: 'uploading' | 'processing' | 'ready' | 'error';
  published: boolean;
};

export type FakePage = { id: string; name: string; username: string; tasks: string[] };

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  posts: Stored[];
  photos: Map<string, { bytes: Buffer; alt: string }>;
  videos: Map<string, StoredVideo>;
  /** Bytes of videos that came in. */
  received: number;
  /** How often a video is said to be still in work. */
  slow: number;
  codes: Set<string>;
  pages: FakePage[];
  scopes: string[];
  consents: boolean;
  /** The subcode with which tokens are refused; null where they are good. */
  revoked: number | null;
  /** Seconds since 1970; 0 means never. */
  expiresAt: number;
  isPublished: boolean;
  /** A right that the token has lost. */
  missing: string | null;
  refusesPhotos: boolean;
  /** A page that cannot be read behind links. */
  brokenLink: string | null;
  /** Percent, as the headers of use say it. */
  used: number;
  /** How many system-user tokens were given out after the first. */
  renewed: number;
  made: number;
};

export const APP = { id: '1234567890', secret: 'fake-app-secret-of-meta' };
export const USER_TOKEN = 'EAAfake-user-token';
export const SYSTEM_TOKEN = 'EAAfake-system-user-token';
export const PAGE_TOKEN = 'EAAfake-page-token';
export const PAGE: FakePage = {
  id: '104567890123456',
  name: 'Općina Primjer',
  username: 'opcina.primjer',
  tasks: ['ANALYZE', 'ADVERTISE', 'MODERATE', 'CREATE_CONTENT', 'MANAGE'],
};

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
export const no = (
  code: number,
  message: string,
  more: { subcode?: number; status?: number; transient?: boolean; user?: string } = {},
): Said => ({
  status: more.status ?? 400,
  json: {
    error: {
      message,
      type: code === 100 ? 'GraphMethodException' : 'OAuthException',
      code,
      ...(more.subcode === undefined ? {} : { error_subcode: more.subcode }),
      ...(more.transient === undefined ? {} : { is_transient: more.transient }),
      ...(more.user === undefined ? {} : { error_user_title: 'Title', error_user_msg: more.user }),
      fbtrace_id: 'A6LJylpZRKw2xKLFsAP-cJh',
    },
  },
});

export const gone = (id: string): Said =>
  no(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33 },
  );

/** https://developers.facebook.com/docs/graph-api/overview/rate-limiting: the header by Page, in minutes. */
export function says(fault: Fault): Said | null {
  if (fault.kind === 'rate-limit') return no(32, '(#32) Page request limit reached');
  if (fault.kind === 'rate-limit-dated') {
    const minutes = Math.ceil((fault.seconds ?? 30) / 60);
    const said = no(
      80_001,
      '(#80001) There have been too many calls to this Page account. Wait a bit and try again.',
    );
    return { ...said, headers: { 'x-business-use-case-usage': usage(100, minutes) } };
  }
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after')
    return no(1, 'An unknown error occurred', { status: 500 });
  if (fault.kind === 'error-503')
    return no(2, 'Service temporarily unavailable', { status: 503, transient: true });
  return null;
}

export const usage = (percent: number, minutes = 0): string =>
  JSON.stringify({
    [PAGE.id]: [
      {
        type: 'pages',
        call_count: percent,
        total_cputime: 5,
        total_time: 7,
        estimated_time_to_regain_access: minutes,
      },
    ],
  });

/** The token, from the header or the address, and the proof that whoever has it has the app's secret too. */
export function tokenIn(state: FakeState, asked: Asked): string | Said {
  const token = asked.headers.authorization?.replace(/^Bearer /, '') ?? asked.query.get('access_token') ?? '';
  if (token === `${APP.id}|${APP.secret}`) return token;
  const proof = createHmac('sha256', APP.secret).update(token).digest('hex');
  if (asked.query.get('appsecret_proof') !== proof)
    return no(100, 'Invalid appsecret_proof provided in the API argument');
  if (state.revoked !== null) {
    const words = 'Error validating access token: The session has been invalidated.';
    return no(190, words, { subcode: state.revoked });
  }
  const known = [USER_TOKEN, `${USER_TOKEN}-long`, PAGE_TOKEN, SYSTEM_TOKEN];
  const isKnown = known.some((it) => token === it || token.startsWith(`${it}-`));
  return isKnown ? token : no(190, 'Invalid OAuth access token - Cannot parse access token');
}

/** For what only the Page itself may do. */
export const asPage =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>) =>
  async (asked: Asked): Promise<Said> => {
    const token = tokenIn(state, asked);
    if (typeof token !== 'string') return token;
    if (!token.startsWith(PAGE_TOKEN))
      return no(210, '(#210) A page access token is required to request this resource.');
    if (state.missing !== null)
      return no(200, `(#200) If posting to a page, requires ${state.missing} permission`);
    const said = await answer(asked);
    return state.used === 0
      ? said
      : { ...said, headers: { ...said.headers, 'x-business-use-case-usage': usage(state.used) } };
  };

export const postOf = ({ id, message, photos, at }: Stored): { [key: string]: Json } => {
  const targets = photos.map((photo) => ({ target: { id: photo } }));
  return {
    id,
    ...(message === '' ? {} : { message }),
    created_time: `${at.toString({ fractionalSecondDigits: 0 }).slice(0, 19)}+0000`,
    ...(targets.length === 0
      ? {}
      : {
          attachments: {
            data: targets.length === 1 ? targets : [{ subattachments: { data: targets } }],
          },
        }),
  };
};
