import { createHash } from 'node:crypto';
import type { Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Said, type Told } from '../_kit/faulty-network.ts';
import { isThere, postRoutes } from './fake-posts.ts';
import { access, APP, renewal, says, signedIn, USER, yes, type FakeState } from './fake-wire.ts';

export type TiktokFake = Fake & { state: FakeState };

/**
 * Login Kit and the Content Posting API with one account, from https://developers.tiktok.com/doc: login-kit-web, login-kit-desktop,
 * oauth-user-access-token-management, tiktok-api-v2-error-handling and the content-posting-api pages, read 2026-12-01. What stands
 * here are drafts in the inbox of a person; refresh tokens are replaced at every use.
 */
export async function startFakeTiktok(): Promise<TiktokFake> {
  const state: FakeState = {
    drafts: [],
    codes: new Map(),
    consents: true,
    generation: 1,
    isExpired: false,
    revoked: false,
    unscoped: false,
    banned: false,
    refusesMedia: false,
    unverified: false,
    slow: 0,
    room: 1_000_000,
    received: 0,
  };
  const network = await startFaultyNetwork([...loginRoutes(state), ...postRoutes(state)], { says });
  const on = (name: 'isExpired' | 'revoked' | 'unscoped' | 'banned' | 'refusesMedia') => () => {
    state[name] = true;
  };
  return {
    state,
    network,
    origins: ['https://www.tiktok.com', 'https://open.tiktokapis.com', 'https://open-upload.tiktokapis.com'],
    settings: { way: 'inbox', handle: '@opcina.primjer', ...APP },
    refused: null,
    uploadsWithPost: true,
    reencodes: 'image/jpeg',
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.drafts.filter(isThere).map(({ text, pictures, video }) => ({
        text,
        language: null,
        images: pictures.map((bytes) => ({ alt: '', bytes })),
        video: video ? { alt: '', bytes: video, captions: [] } : null,
      })),
    expire: on('isExpired'),
    revoke: on('revoked'),
    lay: {
      'under-scoped': on('unscoped'),
      suspended: on('banned'),
      'media-refused': on('refusesMedia'),
    },
    repeated: 'two',
    close: network.close,
  };
}

function loginRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/v2/auth/authorize/',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        back.searchParams.set('state', query.get('state') ?? '');
        const code = `code-${state.codes.size + 1}`;
        if (state.consents && query.get('client_key') === APP.clientKey)
          state.codes.set(code, query.get('code_challenge'));
        back.searchParams.set(state.consents ? 'code' : 'error', state.consents ? code : 'access_denied');
        return { status: 302, headers: { location: back.href } };
      },
    },
    {
      method: 'POST',
      path: '/v2/oauth/token/',
      step: 'session',
      answer: async (asked) => grant(state, Object.fromEntries(await asked.form()) as Record<string, string>),
    },
    {
      method: 'GET',
      path: '/v2/user/info/',
      step: 'look',
      answer: signedIn(state, ({ query }: Asked) => {
        const names = (query.get('fields') ?? '').split(',');
        const known = Object.entries(USER).filter(([name]) => names.includes(name));
        const said = yes({});
        return { json: { ...(said.json as object), data: { user: Object.fromEntries(known) } } };
      }),
    },
  ];
}

const wrong = (error: string, words: string): Said => ({
  status: 400,
  json: { error, error_description: words, log_id: '20261201' },
});

function grant(state: FakeState, form: Record<string, string>): Said {
  if (form['client_key'] !== APP.clientKey || form['client_secret'] !== APP.clientSecret)
    return wrong('invalid_client', 'Client key or secret is incorrect.');
  if (form['grant_type'] === 'refresh_token') {
    if (state.revoked || form['refresh_token'] !== renewal(state))
      return wrong('invalid_grant', 'Refresh token is invalid or expired.');
  } else {
    const challenge = state.codes.get(form['code'] ?? '');
    state.codes.delete(form['code'] ?? '');
    const proved = createHash('sha256')
      .update(form['code_verifier'] ?? '')
      .digest('hex');
    if (challenge === undefined) return wrong('invalid_grant', 'Authorization code is expired.');
    if (challenge !== null && challenge !== proved)
      return wrong('invalid_request', 'Code verifier or code challenge is invalid.');
    state.revoked = false;
  }
  state.generation += 1;
  state.isExpired = false;
  return {
    json: {
      access_token: access(state),
      expires_in: 86_400,
      open_id: USER.open_id,
      refresh_token: renewal(state),
      refresh_expires_in: 31_536_000,
      scope: 'user.info.basic,video.upload',
      token_type: 'Bearer',
    },
  };
}
