import { countText } from '#/language/index.ts';
import type { Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Said, type Told } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';
import { changeVideo, readVideo, videoRoutes } from './fake-video.ts';
import {
  APP,
  asPage,
  gone,
  no,
  PAGE,
  PAGE_TOKEN,
  postOf,
  says,
  SYSTEM_TOKEN,
  tokenIn,
  USER_TOKEN,
  type FakeState,
  type Stored,
} from './fake-wire.ts';

export type FacebookFake = Fake & { state: FakeState };

/**
 * Facebook Login and the Graph API of Pages with one Page, from https://developers.facebook.com/documentation/pages-api/posts,
 * /docs/graph-api/reference/page/photos, /page/published_posts, /debug_token, /docs/graph-api/guides/error-handling,
 * /guides/secure-requests and /overview/rate-limiting, read 2026-11-30.
 */
export async function startFakeFacebook(): Promise<FacebookFake> {
  const state: FakeState = {
    posts: [],
    photos: new Map(),
    videos: new Map(),
    received: 0,
    slow: 0,
    codes: new Set(),
    pages: [PAGE],
    scopes: ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts', 'public_profile'],
    consents: true,
    revoked: null,
    expiresAt: 0,
    isPublished: true,
    missing: null,
    refusesPhotos: false,
    brokenLink: null,
    used: 0,
    renewed: 0,
    made: 0,
  };
  const network = await startFaultyNetwork(
    [...loginRoutes(state), ...readRoutes(state), ...writeRoutes(state), ...videoRoutes(state)],
    { says },
  );
  return {
    state,
    network,
    origins: ['https://graph.facebook.com', 'https://graph-video.facebook.com', 'https://www.facebook.com'],
    settings: { appId: APP.id, appSecret: APP.secret, systemToken: '' },
    refused: null,
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.posts.map(({ message, photos, video }) => ({
        text: video?.description ?? message,
        language: null,
        video: video ? { alt: '', bytes: video.bytes, captions: video.captions } : null,
        images: photos.map((id) => ({
          alt: state.photos.get(id)?.alt ?? '',
          bytes: state.photos.get(id)?.bytes ?? Buffer.alloc(0),
        })),
      })),
    expire: null,
    revoke: () => {
      state.revoked = 458;
    },
    lay: {
      'under-scoped': () => {
        state.missing = 'pages_manage_posts';
      },
      suspended: () => {
        state.revoked = 459;
      },
      'media-refused': () => {
        state.refusesPhotos = true;
      },
    },
    repeated: 'refused',
    refusedText: 'refuse this',
    close: network.close,
  };
}

function loginRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/v25.0/dialog/oauth',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        const denied = {
          error: 'access_denied',
          error_code: '200',
          error_description: 'Permissions error',
          error_reason: 'user_denied',
        };
        const code = `code-${(state.made += 1)}`;
        if (state.consents) state.codes.add(code);
        const given = { ...(state.consents ? { code } : denied), state: query.get('state') ?? '' };
        for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value);
        return { status: 302, headers: { location: back.href } };
      },
    },
    {
      method: 'POST',
      path: '/v25.0/oauth/access_token',
      step: 'session',
      answer: async (asked) => grant(state, Object.fromEntries(await asked.form()) as Record<string, string>),
    },
    { method: 'GET', path: '/v25.0/debug_token', step: 'look', answer: (asked) => debug(state, asked) },
    { method: 'GET', path: '/v25.0/me/accounts', step: 'look', answer: (asked) => accounts(state, asked) },
  ];
}

/** A code is good once; a token of a person or of a system user is exchanged for a longer one. */
function grant(state: FakeState, form: Record<string, string>): Said {
  if (form['client_id'] !== APP.id)
    return no(101, 'Error validating application. Cannot get application info due to a system error.');
  if (form['client_secret'] !== APP.secret) return no(1, 'Error validating client secret.');
  const exchanged = form['fb_exchange_token'];
  if (form['grant_type'] === 'fb_exchange_token') {
    if (exchanged?.startsWith(SYSTEM_TOKEN)) {
      state.renewed += 1;
      state.expiresAt = Math.floor(Date.now() / 1000) + 5_184_000;
      return {
        json: {
          access_token: `${SYSTEM_TOKEN}-${state.renewed}`,
          token_type: 'bearer',
          expires_in: 5_184_000,
        },
      };
    }
    if (exchanged !== USER_TOKEN) return no(190, 'Invalid OAuth access token.');
    return { json: { access_token: `${USER_TOKEN}-long`, token_type: 'bearer', expires_in: 5_183_944 } };
  }
  if (!state.codes.delete(form['code'] ?? ''))
    return no(100, 'This authorization code has been used.', { subcode: 36_009 });
  state.revoked = null;
  return { json: { access_token: USER_TOKEN, token_type: 'bearer', expires_in: 4_000 } };
}

function debug(state: FakeState, asked: Asked): Said {
  const caller = tokenIn(state, asked);
  if (typeof caller !== 'string') return caller;
  const token = asked.query.get('input_token') ?? '';
  const facts = { app_id: APP.id, application: 'Glasnik', scopes: state.scopes };
  if (state.revoked !== null) {
    const error = { code: 190, message: 'Error validating access token.', subcode: state.revoked };
    return { json: { data: { ...facts, error, is_valid: false, expires_at: 0, scopes: [] } } };
  }
  if (![USER_TOKEN, PAGE_TOKEN, SYSTEM_TOKEN].some((known) => token.startsWith(known))) {
    const error = { code: 190, message: 'Invalid OAuth access token.' };
    return { json: { data: { error, is_valid: false, scopes: [] } } };
  }
  const type = token.startsWith(PAGE_TOKEN) ? 'PAGE' : token.startsWith(USER_TOKEN) ? 'USER' : 'SYSTEM_USER';
  return {
    json: {
      data: { ...facts, type, is_valid: true, expires_at: state.expiresAt, data_access_expires_at: 0 },
    },
  };
}

function accounts(state: FakeState, asked: Asked): Said {
  const token = tokenIn(state, asked);
  if (typeof token !== 'string') return token;
  const data = state.pages.map((page) => ({
    ...page,
    link: `https://www.facebook.com/${page.username}`,
    access_token: page.id === PAGE.id ? PAGE_TOKEN : `${PAGE_TOKEN}-${page.id}`,
  }));
  return { json: { data, paging: { cursors: { before: 'QVFI', after: 'QVFJ' } } } };
}

function readRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/v25.0/:page/published_posts',
      step: 'find',
      answer: asPage(state, ({ query }) => {
        const since = Number(query.get('since') ?? 0) * 1000;
        const list = state.posts.filter(({ at }) => at.epochMilliseconds >= since).toReversed();
        const from = Number(query.get('after') ?? 0);
        const to = from + Number(query.get('limit') ?? 25);
        const paging = {
          cursors: { before: String(from), after: String(to) },
          ...(to < list.length ? { next: 'https://graph.facebook.com/…' } : {}),
        };
        return { json: { data: list.slice(from, to).map(postOf), paging } };
      }),
    },
    {
      method: 'GET',
      path: '/v25.0/:id',
      step: 'look',
      answer: (asked) => {
        const token = tokenIn(state, asked);
        if (typeof token !== 'string') return token;
        const id = asked.params['id'] ?? '';
        const video = state.videos.get(id);
        if (video) return readVideo(state, video);
        if (!state.pages.some((page) => page.id === id)) return gone(id);
        const wanted = asked.query.get('fields') ?? '';
        const renewed = { access_token: `${PAGE_TOKEN}-${state.renewed}` };
        return {
          json: {
            id,
            ...(wanted.includes('is_published') ? { is_published: state.isPublished } : {}),
            ...(wanted.includes('access_token') ? renewed : {}),
          },
        };
      },
    },
  ];
}

function writeRoutes(state: FakeState): Told[] {
  const own = (asked: Asked) => state.posts.find(({ id }) => id === asked.params['id']);
  return [
    {
      method: 'POST',
      path: '/v25.0/:page/photos',
      step: 'upload',
      answer: asPage(state, (asked) => upload(state, asked)),
    },
    {
      method: 'POST',
      path: '/v25.0/:page/feed',
      step: 'publish',
      answer: asPage(state, (asked) => publish(state, asked)),
    },
    {
      method: 'POST',
      path: '/v25.0/:id',
      step: 'publish',
      answer: asPage(state, (asked) => {
        const video = state.videos.get(asked.params['id'] ?? '');
        if (video) return changeVideo(state, video, asked);
        const post = own(asked);
        if (!post) return gone(asked.params['id'] ?? '');
        post.message = (asked.json() as { message?: string }).message ?? '';
        return { json: { success: true } };
      }),
    },
    {
      method: 'DELETE',
      path: '/v25.0/:id',
      step: 'remove',
      answer: asPage(state, (asked) => {
        const post = own(asked);
        if (!post) return gone(asked.params['id'] ?? '');
        state.posts.splice(state.posts.indexOf(post), 1);
        state.videos.delete(post.id);
        return { json: { success: true } };
      }),
    },
  ];
}

async function upload(state: FakeState, asked: Asked): Promise<Said> {
  const form = await asked.form();
  const file = form.get('source');
  if (state.refusesPhotos || !(file instanceof Blob) || !/^image\/(jpeg|png)$/.test(file.type))
    return no(324, '(#324) Missing or invalid image file');
  if (form.get('published') !== 'false') return no(100, 'the fake publishes no photo by itself');
  const id = `21000000000${(state.made += 1)}`;
  const alt = form.get('alt_text_custom');
  state.photos.set(id, {
    bytes: Buffer.from(await file.arrayBuffer()),
    alt: typeof alt === 'string' ? alt : '',
  });
  return { json: { id } };
}

function publish(state: FakeState, asked: Asked): Said {
  const body = asked.json() as {
    message?: string;
    link?: string;
    attached_media?: { media_fbid: string }[];
  };
  const { message = '', link = null } = body;
  const photos = (body.attached_media ?? []).map(({ media_fbid: id }) => id);
  if (message === '' && photos.length === 0 && link === null)
    return no(100, '(#100) The post is empty. Please enter a message to share.');
  if (message === 'refuse this') return no(100, '(#100) Invalid parameter', { subcode: 1_349_125 });
  if (countText(message, 'utf16') > 63_206) return no(100, '(#100) Param message is too long');
  if (photos.length > 10 || photos.some((id) => !state.photos.has(id)))
    return no(100, '(#100) Invalid parameter: attached_media');
  if (link !== null && link === state.brokenLink)
    return no(1_609_005, '(#1609005) Posting your link failed: we could not scrape it.');
  const last = state.posts.at(-1);
  if (last && last.message === message && last.photos.join() === photos.join()) {
    const user = 'This status update is identical to the last one you posted.';
    return no(506, '(#506) Duplicate status message', { subcode: 1_455_006, transient: false, user });
  }
  const post: Stored = {
    id: `${PAGE.id}_9000${(state.made += 1)}`,
    message,
    link,
    photos,
    at: Temporal.Now.instant(),
  };
  state.posts.push(post);
  return { json: { id: post.id } satisfies Json };
}
