import { createHash } from 'node:crypto';
import { countText } from '#/language/index.ts';
import type { Arrived, Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Fault, type Said, type Told } from '../_kit/faulty-network.ts';
import { field, textField } from '../_kit/reasons.ts';
import type { Json } from '../contract.ts';
import { mediaRoutes } from './fake-media.ts';
import {
  access,
  FAKE_APP,
  FAKE_USER,
  no,
  postOf,
  renewal,
  SCOPE,
  signedIn,
  windowOf,
  type FakeState,
  type Stored,
} from './fake-wire.ts';

export type XFake = Fake & { state: FakeState };

/**
 * The X API with one account, from https://docs.x.com (authentication/oauth-2-0, x-api/posts, x-api/media, x-api/users,
 * fundamentals/rate-limits and response-codes-and-errors), read 2026-11-30: enough of it for the public client library to
 * work against unchanged. Identical words are refused; refresh tokens are replaced at every use.
 */
export async function startFakeX(): Promise<XFake> {
  const state: FakeState = {
    posts: [],
    media: new Map(),
    codes: new Map(),
    consents: true,
    generation: 1,
    isExpired: false,
    revoked: false,
    suspended: false,
    readOnly: false,
    refusesMedia: false,
    hasCredits: true,
    slowMedia: 0,
    left: 100,
    appLeft: null,
    made: 0,
  };
  const routes = [...oauthRoutes(state), ...mediaRoutes(state), ...postRoutes(state)];
  const network = await startFaultyNetwork(routes, { says });
  const on = (name: 'revoked' | 'suspended' | 'readOnly' | 'refusesMedia') => () => {
    state[name] = true;
  };
  return {
    state,
    network,
    origins: ['https://api.x.com', 'https://x.com'],
    settings: { ...FAKE_APP },
    refused: { ...FAKE_APP, clientSecret: 'another-secret' },
    consent: (given) => {
      state.consents = given;
    },
    posts: () => state.posts.map((post) => arrivedOf(state, post)),
    expire: () => {
      state.isExpired = true;
    },
    revoke: on('revoked'),
    lay: {
      'under-scoped': on('readOnly'),
      suspended: on('suspended'),
      'media-refused': on('refusesMedia'),
    },
    repeated: 'refused',
    refusedText: 'refuse this',
    close: network.close,
  };
}

function arrivedOf(state: FakeState, { text, media }: Stored): Arrived {
  const files = media.flatMap((id) => state.media.get(id) ?? []);
  const [video] = files.filter(({ mime }) => mime.startsWith('video/'));
  return {
    text,
    language: null,
    images: video ? [] : files.map(({ alt, bytes }) => ({ alt, bytes })),
    video: video ? { alt: video.alt, bytes: video.bytes, captions: [] } : null,
  };
}

function says(fault: Fault): Said | null {
  const limited = no(429, 'Too Many Requests', 'Too Many Requests');
  if (fault.kind === 'rate-limit') return limited;
  if (fault.kind === 'rate-limit-dated') return { ...limited, headers: windowOf(0, fault.seconds ?? 30) };
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after') {
    return no(500, 'Internal Server Error', 'Internal Server Error');
  }
  return fault.kind === 'error-503' ? no(503, 'Service Unavailable', 'Service Unavailable') : null;
}

function oauthRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/i/oauth2/authorize',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        back.searchParams.set('state', query.get('state') ?? '');
        const code = `code-${state.codes.size + 1}`;
        if (state.consents) state.codes.set(code, query.get('code_challenge') ?? '');
        back.searchParams.set(state.consents ? 'code' : 'error', state.consents ? code : 'access_denied');
        return { status: 302, headers: { location: back.href } };
      },
    },
    { method: 'POST', path: '/2/oauth2/token', step: 'session', answer: (asked) => grant(state, asked) },
  ];
}

const wrong = (status: number, error: string, words: string): Said => ({
  status,
  json: { error, error_description: words },
});

/** A confidential client proves itself by Basic, or by the id and the secret in the form. */
async function grant(state: FakeState, asked: Asked): Promise<Said> {
  const form = (asked.headers['content-type'] ?? '').includes('json')
    ? (asked.json() as Record<string, string>)
    : (Object.fromEntries(await asked.form()) as Record<string, string>);
  const basic = `Basic ${Buffer.from(`${FAKE_APP.clientId}:${FAKE_APP.clientSecret}`).toString('base64')}`;
  const isApp =
    asked.headers.authorization === basic ||
    (form['client_id'] === FAKE_APP.clientId && form['client_secret'] === FAKE_APP.clientSecret);
  if (!isApp) return wrong(401, 'unauthorized_client', 'Missing valid authorization header');
  const invalid = wrong(400, 'invalid_request', 'Value passed for the token was invalid.');
  if (form['grant_type'] === 'refresh_token') {
    if (state.revoked || form['refresh_token'] !== renewal(state)) return invalid;
  } else {
    const challenge = state.codes.get(form['code'] ?? '');
    state.codes.delete(form['code'] ?? '');
    const proved = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('base64url');
    if (challenge !== proved) {
      return wrong(400, 'invalid_request', 'Value passed for the authorization code was invalid.');
    }
    state.revoked = false;
  }
  state.generation += 1;
  state.isExpired = false;
  return {
    json: {
      token_type: 'bearer',
      expires_in: 7200,
      access_token: access(state),
      scope: SCOPE,
      refresh_token: renewal(state),
    },
  };
}

function postRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/2/users/me',
      step: 'look',
      answer: signedIn(state, ({ query }) => {
        const newest = state.posts.at(-1)?.id;
        const asksNewest = (query.get('user.fields') ?? '').includes('most_recent_tweet_id');
        const more: { [key: string]: Json } =
          asksNewest && newest !== undefined ? { most_recent_tweet_id: newest } : {};
        return { json: { data: { ...FAKE_USER, ...more } } };
      }),
    },
    {
      method: 'POST',
      path: '/2/tweets',
      step: 'publish',
      answer: signedIn(state, (asked) => post(state, asked)),
    },
    {
      method: 'GET',
      path: '/2/users/:id/tweets',
      step: 'find',
      answer: signedIn(state, (asked) => listed(state, asked)),
    },
    {
      method: 'DELETE',
      path: '/2/tweets/:id',
      step: 'remove',
      answer: signedIn(state, ({ params }) => {
        const index = state.posts.findIndex(({ id }) => id === params['id']);
        if (index === -1) {
          const type = 'https://api.twitter.com/2/problems/resource-not-found';
          return no(404, 'Not Found Error', `Could not find tweet with id: [${params['id']}].`, type);
        }
        state.posts.splice(index, 1);
        return { json: { data: { deleted: true } } };
      }),
    },
  ];
}

/** The day of the app (https://docs.x.com/x-api/fundamentals/rate-limits). */
const appDayOf = (left: number | null): Record<string, string> =>
  left === null
    ? {}
    : {
        'x-app-limit-24hour-remaining': String(Math.max(left - 1, 0)),
        'x-app-limit-24hour-reset': String(Math.floor(Date.now() / 1000) + 7200),
      };

function post(state: FakeState, asked: Asked): Said {
  const body = asked.json();
  const text = textField(body, 'text') ?? '';
  const named = field(field(body, 'media'), 'media_ids');
  const media = Array.isArray(named) ? named.map(String) : [];
  const headers = { ...windowOf(state.left - 1), ...appDayOf(state.appLeft) };
  if (state.left <= 0) return { ...no(429, 'Too Many Requests', 'Too Many Requests'), headers };
  if (!state.hasCredits) {
    const words = 'Your enrolled account does not have any credits to fulfill this request.';
    return no(402, 'CreditsDepleted', words, 'https://api.twitter.com/2/problems/credits');
  }
  if (text === '' && media.length === 0) return no(400, 'Invalid Request', 'text or media is required.');
  if (text === 'refuse this' || countText(text, 'x-weighted') > 280) {
    return no(400, 'Invalid Request', 'Your Tweet text is too long or not allowed.');
  }
  if (media.some((id) => !state.media.get(id)?.isReady)) {
    return no(400, 'Invalid Request', 'Your media IDs are invalid.');
  }
  state.left -= 1;
  if (state.appLeft !== null) state.appLeft -= 1;
  if (media.length === 0 && state.posts.some((it) => it.text === text)) {
    return no(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
  }
  state.made += 1;
  const id = String(1_990_000_000_000_000_000n + BigInt(state.made));
  const parent = textField(field(body, 'reply'), 'in_reply_to_tweet_id') ?? null;
  const at = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
  state.posts.push({ id, text, media, parent, at });
  const json = { data: { id, text, edit_history_tweet_ids: [id] } };
  return { status: 201, headers, json };
}

/** Newest first. */
function listed(state: FakeState, { params, query }: Asked): Said {
  if (params['id'] !== FAKE_USER.id) return no(404, 'Not Found Error', 'Could not find user.');
  const since = BigInt(query.get('since_id') ?? '0');
  const list = state.posts.filter(({ id }) => BigInt(id) > since).toReversed();
  if (list.length === 0) return { json: { meta: { result_count: 0 } } };
  const meta = { result_count: list.length, newest_id: list[0]!.id, oldest_id: list.at(-1)!.id };
  return { json: { data: list.map(postOf), meta } };
}
