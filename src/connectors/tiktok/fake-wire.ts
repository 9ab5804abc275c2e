import type { Asked, Fault, Said } from '../_kit/faulty-network.ts';

export type Draft = {
  publishId: string;
  text: string;
  pictures: Buffer[];
  video: Buffer | null;
  /** Of a video: as many as were announced. */
  size: number;
  chunk: number;
  chunks: number;
  got: Buffer[];
  /** Why it could not be read; null where all is well. */
  failed: string | null;
};

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  drafts: Draft[];
  /** Code to what it was given for: a challenge only from a program on a person's own machine. */
  codes: Map<string, string | null>;
  consents: boolean;
  /** Counts renewals: the tokens of the one before are over. */
  generation: number;
  isExpired: boolean;
  revoked: boolean;
  /** The right to put drafts into the inbox was not given. */
  unscoped: boolean;
  banned: boolean;
  refusesMedia: boolean;
  /** The domain of the pictures is none of the application's. */
  unverified: boolean;
  /** How often a draft is said to be still in work. */
  slow: number;
  /** Drafts that may wait in the inbox for a person. */
  room: number;
  /** Bytes of videos that came in. */
  received: number;
};

export const APP = { clientKey: 'awfakeclientkey', clientSecret: 'fake-tiktok-secret' };
export const USER = { open_id: '723f24d7-e717-40f8-a2b6-cb8464cd23b4', display_name: 'Općina Primjer' };

export const access = (state: FakeState): string => `act.fake-access-${state.generation}`;
export const renewal = (state: FakeState): string => `rft.fake-refresh-${state.generation}`;

const LOG = '202612010900000102451341011C0A1B2C';

export const no = (status: number, code: string, message: string): Said => ({
  status,
  json: { data: {}, error: { code, message, log_id: LOG } },
});
export const yes = (data: { [name: string]: string | number | string[] }): Said => ({
  json: { data, error: { code: 'ok', message: '', log_id: LOG } },
});

export function says(fault: Fault): Said | null {
  const limited = no(429, 'rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.');
  if (fault.kind === 'rate-limit') return limited;
  if (fault.kind === 'rate-limit-dated')
    return { ...limited, headers: { 'retry-after': String(fault.seconds ?? 30) } };
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after')
    return no(500, 'internal_error', 'Internal server error. Please try again later.');
  return null;
}

export const signedIn =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>) =>
  (asked: Asked): Said | Promise<Said> => {
    const isGood = asked.headers.authorization === `Bearer ${access(state)}`;
    if (!isGood || state.isExpired || state.revoked) {
      const words = 'The access token is invalid or not found in the request.';
      return no(401, 'access_token_invalid', words);
    }
    return answer(asked);
  };
