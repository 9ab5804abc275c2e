import type { Asked, Said } from '../_kit/faulty-network.ts';
import { SCOPE } from './wire.ts';

export type StoredVideo = {
  id: string;
  snippet: Record<string, unknown>;
  status: Record<string, unknown>;
  bytes: Buffer;
  thumbnail: Buffer | null;
  at: string;
};
export type StoredCaption = { id: string; videoId: string; language: string; vtt: string };
/** An upload under way: what it is of, and what has arrived. */
export type Session = {
  metadata: { snippet: Record<string, unknown>; status: Record<string, unknown> };
  total: number;
  bytes: Buffer;
  videoId: string | null;
};

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  videos: StoredVideo[];
  captions: StoredCaption[];
  sessions: Map<string, Session>;
  /** Code to the challenge that it was given for. */
  codes: Map<string, string>;
  consents: boolean;
  /** Counts renewals: access tokens of the one before are over. The refresh token stays. */
  generation: number;
  isExpired: boolean;
  revoked: boolean;
  suspended: boolean;
  readOnly: boolean;
  /** What is put up turns out to be no video. */
  refusesMedia: boolean;
  /** Google has audited the project: otherwise everything stays private. */
  isAudited: boolean;
  mayThumbnail: boolean;
  longUploads: 'allowed' | 'eligible' | 'disallowed';
  hasChannel: boolean;
  /** Units of the day that are left, and uploads of the day: more than a new project has, for many tests in one. */
  units: number;
  uploads: number;
  /** Bytes of videos that arrived, those sent twice counted twice. */
  received: number;
  made: number;
};

export const FAKE_CHANNEL = {
  id: 'UCprimjer0123456789abcde',
  title: 'Općina Primjer',
  customUrl: '@opcinaprimjer',
};
export const FAKE_APP = {
  clientId: 'fake-client.apps.googleusercontent.com',
  clientSecret: 'fake-client-secret',
};
export const REFRESH_TOKEN = '1//fake-refresh-token';

export const access = (state: FakeState): string => `ya29.fake-access-token-${state.generation}`;

/** https://developers.google.com/youtube/v3/docs/errors, and the body as every Google API has it. */
export const no = (code: number, reason: string, message: string, domain = 'youtube.api'): Said => ({
  status: code,
  json: { error: { code, message, errors: [{ message, domain, reason }] } },
});

export const UNAUTHORISED: Said = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  json: {
    error: {
      code: 401,
      message: 'Request had invalid authentication credentials.',
      errors: [
        {
          message: 'Invalid Credentials',
          domain: 'global',
          reason: 'authError',
          location: 'Authorization',
          locationType: 'header',
        },
      ],
      status: 'UNAUTHENTICATED',
    },
  },
};

/** With a good token and units left: `cost` as https://developers.google.com/youtube/v3/determine_quota_cost has it. */
export const signedIn =
  (state: FakeState, cost: number, answer: (asked: Asked) => Said | Promise<Said>) =>
  (asked: Asked): Said | Promise<Said> => {
    const isGood = asked.headers.authorization === `Bearer ${access(state)}`;
    if (!isGood || state.isExpired || state.revoked) return UNAUTHORISED;
    if (state.suspended) {
      const words = 'The YouTube account of the authenticated user is suspended.';
      return no(403, 'authenticatedUserAccountSuspended', words, 'youtube.common');
    }
    if (state.readOnly && asked.method !== 'GET') {
      const words = 'Request had insufficient authentication scopes.';
      return no(403, 'insufficientPermissions', words, 'global');
    }
    if (state.units < cost) {
      const words =
        'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.';
      return no(403, 'quotaExceeded', words, 'youtube.quota');
    }
    state.units -= cost;
    return answer(asked);
  };

export const tokenOf = (state: FakeState, more: Record<string, string>) => ({
  access_token: access(state),
  expires_in: 3599,
  scope: SCOPE,
  token_type: 'Bearer',
  ...more,
});
