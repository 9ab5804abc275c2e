import type { Asked, Fault, Said } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

type Picture = { bytes: Buffer; alt: string };
export type Container = {
  caption: string;
  pictures: Picture[];
  video: Picture | null;
  isItem: boolean;
  status: 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'ERROR' | 'EXPIRED';
  problem: string;
};
export type Stored = {
  id: string;
  caption: string;
  pictures: Picture[];
  video: Picture | null;
  at: Temporal.Instant;
};

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  posts: Stored[];
  containers: Map<string, Container>;
  codes: Set<string>;
  consents: boolean;
  /** The subcode with which tokens are refused; null where they are good. */
  revoked: number | null;
  /** A right that the token was not given. */
  missing: string | null;
  refusesPictures: boolean;
  /** The account itself may publish nothing. */
  restricted: boolean;
  /** Hours since it was given out. */
  age: number;
  used: number;
  /** How often a container is said to be still in work. */
  slow: number;
  /** The list of posts shows nothing new yet. */
  lags: boolean;
  /** Still pictures that were fetched for reels. */
  covers: number;
  made: number;
};

export const APP = { id: '990602627938098', secret: 'fake-instagram-app-secret' };
export const SHORT_TOKEN = 'IGfake-short-token';
export const LONG_TOKEN = 'IGfake-long-token';
export const USER = {
  id: '9123',
  user_id: '17841400008460056',
  username: 'opcina.primjer',
  name: 'Općina Primjer',
  account_type: 'BUSINESS',
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
      type: 'OAuthException',
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

/** A limit that names its minutes does so in the header of the business use case. */
export function says(fault: Fault): Said | null {
  if (fault.kind === 'rate-limit')
    return no(
      80_002,
      '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.',
    );
  if (fault.kind === 'rate-limit-dated') {
    const minutes = Math.ceil((fault.seconds ?? 30) / 60);
    const use = {
      type: 'instagram',
      call_count: 100,
      total_cputime: 4,
      total_time: 6,
      estimated_time_to_regain_access: minutes,
    };
    return {
      ...no(
        80_002,
        '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.',
      ),
      headers: { 'x-business-use-case-usage': JSON.stringify({ [USER.user_id]: [use] }) },
    };
  }
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after')
    return no(1, 'An unknown error occurred', { status: 500 });
  if (fault.kind === 'error-503')
    return no(2, 'An unexpected error has occurred. Please retry your request later.', {
      status: 503,
      transient: true,
    });
  return null;
}

export const signedIn =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>) =>
  (asked: Asked): Said | Promise<Said> => {
    const token = asked.headers.authorization?.replace(/^Bearer /, '') ?? asked.query.get('access_token');
    if (state.revoked !== null)
      return no(190, 'Error validating access token: The session has been invalidated.', {
        subcode: state.revoked,
      });
    // A token that was renewed stays good until its own end.
    if (!token?.startsWith(LONG_TOKEN) && token !== SHORT_TOKEN)
      return no(190, 'Invalid OAuth access token - Cannot parse access token');
    if (state.missing !== null)
      return no(10, `(#10) Application does not have permission: ${state.missing} permission is required`);
    return answer(asked);
  };

const moment = (at: Temporal.Instant): string =>
  `${at.toString({ fractionalSecondDigits: 0 }).slice(0, 19)}+0000`;

export const postOf = ({ id, caption, video, at }: Stored): { [key: string]: Json } => ({
  id,
  ...(caption === '' ? {} : { caption }),
  timestamp: moment(at),
  permalink: `https://www.instagram.com/${video ? 'reel' : 'p'}/${id}/`,
});
