import sharp from 'sharp';
import type { Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Said, type Told } from '../_kit/faulty-network.ts';
import {
  APP,
  gone,
  LONG_TOKEN,
  no,
  postOf,
  says,
  SHORT_TOKEN,
  signedIn,
  USER,
  type Container,
  type FakeState,
} from './fake-wire.ts';

export type InstagramFake = Fake & { state: FakeState };

/**
 * Instagram with one professional account, from https://developers.facebook.com/documentation/instagram-platform
 * (content-publishing, instagram-api-with-instagram-login/business-login, reference/refresh_access_token,
 * instagram-graph-api/reference/ig-user/media, ig-container and error-codes), read 2026-11-30. Pictures are fetched over HTTP and
 * looked into, as the network does.
 */
export async function startFakeInstagram(): Promise<InstagramFake> {
  const state: FakeState = {
    posts: [],
    containers: new Map(),
    codes: new Set(),
    consents: true,
    revoked: null,
    missing: null,
    refusesPictures: false,
    restricted: false,
    age: 0,
    used: 0,
    slow: 0,
    lags: false,
    covers: 0,
    made: 0,
  };
  const network = await startFaultyNetwork(
    [...loginRoutes(state), ...postRoutes(state), ...nodeRoutes(state)],
    { says },
  );
  return {
    state,
    network,
    origins: ['https://graph.instagram.com', 'https://api.instagram.com', 'https://www.instagram.com'],
    settings: { appId: APP.id, appSecret: APP.secret },
    refused: null,
    reencodes: 'image/jpeg',
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.posts.map(({ caption, pictures, video }) => ({
        text: caption,
        language: null,
        images: pictures,
        video: video ? { ...video, captions: [] } : null,
      })),
    expire: null,
    revoke: () => {
      state.revoked = 458;
    },
    lay: {
      'under-scoped': () => {
        state.missing = 'instagram_business_content_publish';
      },
      suspended: () => {
        state.restricted = true;
      },
      'media-refused': () => {
        state.refusesPictures = true;
      },
    },
    repeated: 'one',
    refusedText: 'refuse this',
    close: network.close,
  };
}

function loginRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/oauth/authorize',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        const denied = {
          error: 'access_denied',
          error_description: 'The user denied your request',
          error_reason: 'user_denied',
        };
        const code = `AQ-code-${(state.made += 1)}`;
        if (state.consents) state.codes.add(code);
        const given = { ...(state.consents ? { code } : denied), state: query.get('state') ?? '' };
        for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value);
        return { status: 302, headers: { location: back.href } };
      },
    },
    {
      method: 'POST',
      path: '/oauth/access_token',
      step: 'session',
      answer: async (asked) => grant(state, Object.fromEntries(await asked.form()) as Record<string, string>),
    },
    {
      method: 'GET',
      path: '/access_token',
      step: 'session',
      answer: ({ query }) => {
        if (query.get('client_secret') !== APP.secret || query.get('access_token') !== SHORT_TOKEN)
          return no(190, 'Invalid OAuth access token.');
        return { json: { access_token: LONG_TOKEN, token_type: 'bearer', expires_in: 5_183_944 } };
      },
    },
    {
      method: 'GET',
      path: '/refresh_access_token',
      step: 'session',
      answer: signedIn(state, ({ query }) => {
        if (!query.get('access_token')?.startsWith(LONG_TOKEN)) return no(190, 'Invalid OAuth access token.');
        if (state.age < 24) return no(100, 'The token must be at least 24 hours old.');
        const token = `${LONG_TOKEN}-${(state.made += 1)}`;
        return { json: { access_token: token, token_type: 'bearer', expires_in: 5_184_000 } };
      }),
    },
  ];
}

/** This endpoint words its errors in a way of its own. */
const refused = (message: string): Said => ({
  status: 400,
  json: { error_type: 'OAuthException', code: 400, error_message: message },
});

function grant(state: FakeState, form: Record<string, string>): Said {
  if (form['client_id'] !== APP.id) return refused('Invalid platform app');
  if (form['client_secret'] !== APP.secret) return refused('Error validating client secret.');
  if (!state.codes.delete(form['code'] ?? ''))
    return refused('Matching code was not found or was already used');
  state.revoked = null;
  const permissions = ['instagram_business_basic', 'instagram_business_content_publish'];
  const given = permissions.filter((permission) => permission !== state.missing).join(',');
  return { json: { data: [{ access_token: SHORT_TOKEN, user_id: USER.user_id, permissions: given }] } };
}

function postRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/v25.0/:user/media',
      step: 'upload',
      answer: signedIn(state, (asked) => contain(state, asked)),
    },
    {
      method: 'POST',
      path: '/v25.0/:user/media_publish',
      step: 'publish',
      answer: signedIn(state, (asked) => publish(state, asked)),
    },
    {
      method: 'GET',
      path: '/v25.0/:user/media',
      step: 'find',
      answer: signedIn(state, ({ query }) => {
        const since = Number(query.get('since') ?? 0) * 1000;
        const list = state.lags ? [] : state.posts.filter(({ at }) => at.epochMilliseconds >= since);
        const limit = Math.min(Number(query.get('limit') ?? 25), 100);
        return { json: { data: list.toReversed().slice(0, limit).map(postOf), paging: { cursors: {} } } };
      }),
    },
    {
      method: 'GET',
      path: '/v25.0/:user/content_publishing_limit',
      step: 'look',
      answer: signedIn(state, () => ({
        json: {
          data: [{ quota_usage: state.used, config: { quota_total: 100, quota_duration: 86_400 } }],
        },
      })),
    },
    {
      method: 'GET',
      path: '/v25.0/me',
      step: 'look',
      answer: signedIn(state, () => ({ json: USER })),
    },
  ];
}

/** A container or a post. */
function nodeRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/v25.0/:id',
      step: 'find',
      answer: signedIn(state, ({ params }) => {
        const id = params['id'] ?? '';
        const post = state.posts.find((it) => it.id === id);
        if (post) return { json: postOf(post) };
        const container = state.containers.get(id);
        if (!container) return gone(id);
        if (state.slow > 0) {
          state.slow -= 1;
          return { json: { status_code: 'IN_PROGRESS', id } };
        }
        const { status, problem } = container;
        return { json: { status_code: status, id, ...(problem === '' ? {} : { status: problem }) } };
      }),
    },
  ];
}

const user = (code: number, subcode: number, message: string, words: string): Said =>
  no(code, message, { subcode, transient: false, user: words });

const UNFETCHED = 'The media could not be fetched from this URI.';

const RESTRICTED = user(
  25,
  2_207_050,
  'The Instagram account is restricted.',
  'The account is inactive, checkpointed, or restricted.',
);

async function contain(state: FakeState, asked: Asked): Promise<Said> {
  const form = Object.fromEntries(await asked.form()) as Record<string, string>;
  const { caption = '' } = form;
  if (state.restricted) return RESTRICTED;
  if (caption.length > 2200)
    return user(36_004, 2_207_010, 'Caption is too long', 'The caption was too long.');
  const container: Container = {
    caption,
    pictures: [],
    video: null,
    isItem: form['is_carousel_item'] === 'true',
    status: 'FINISHED',
    problem: '',
  };
  if (form['media_type'] === 'CAROUSEL') {
    const children = (form['children'] ?? '').split(',').map((id) => state.containers.get(id));
    if (children.length < 2 || children.length > 10 || !children.every((child) => child?.isItem))
      return user(100, 2_207_028, 'Invalid parameter', 'A carousel takes 2 to 10 children.');
    container.pictures = children.flatMap((child) => child?.pictures ?? []);
  } else if (form['media_type'] === 'REELS') {
    const problem = await fetchReel(state, container, form);
    if (problem) return problem;
  } else {
    const problem = await fetchInto(state, container, form);
    if (problem) return problem;
  }
  const id = `1788945${(state.made += 1)}`;
  state.containers.set(id, container);
  return { json: { id } };
}

/** The network fetches the picture at once, and looks into it. */
async function fetchInto(
  state: FakeState,
  container: Container,
  form: Record<string, string>,
): Promise<Said | null> {
  // oxlint-disable-next-line no-restricted-globals -- the network's own fetcher
  const got = await fetch(form['image_url'] ?? '').catch(() => null);
  if (!got?.ok) {
    return user(9004, 2_207_052, 'Only photo or video can be accepted as media type.', UNFETCHED);
  }
  const bytes = Buffer.from(await got.arrayBuffer());
  const seen = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (state.refusesPictures || seen?.format !== 'jpeg')
    return user(
      36_001,
      2_207_005,
      'The image format is not supported.',
      'The image format is not supported.',
    );
  if (bytes.byteLength > 8 * 1024 * 1024)
    return user(36_000, 2_207_004, 'The image size is too large.', 'It should be less than 8 MiB.');
  const shape = seen.width / seen.height;
  if (shape < 0.79 || shape > 1.92)
    return user(36_003, 2_207_009, 'The aspect ratio is not supported.', 'The submitted image is not valid.');
  container.pictures = [{ bytes, alt: form['alt_text'] ?? '' }];
  return null;
}

/** A file that is no video ends the container; an address that leads nowhere is refused at once. */
async function fetchReel(
  state: FakeState,
  container: Container,
  form: Record<string, string>,
): Promise<Said | null> {
  for (const name of ['video_url', 'cover_url'] as const) {
    const url = form[name];
    if (url === undefined && name === 'cover_url') continue;
    // oxlint-disable-next-line no-restricted-globals -- the network's own fetcher
    const got = await fetch(url ?? '').catch(() => null);
    if (!got?.ok) return user(9004, 2_207_052, 'Only photo or video can be accepted.', UNFETCHED);
    const kind = got.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await got.arrayBuffer());
    if (name === 'cover_url' && kind !== 'image/jpeg')
      return user(36_001, 2_207_005, 'The image format is not supported.', 'The cover must be a JPEG.');
    if (name === 'cover_url') state.covers += 1;
    else container.video = { bytes, alt: form['alt_text'] ?? '' };
    if (name === 'video_url' && (state.refusesPictures || !/^video\/(mp4|quicktime)$/.test(kind)))
      Object.assign(container, { status: 'ERROR', problem: 'Error: Media upload has failed with 2207026' });
  }
  return null;
}

async function publish(state: FakeState, asked: Asked): Promise<Said> {
  const { creation_id: id = '' } = Object.fromEntries(await asked.form()) as Record<string, string>;
  const container = state.containers.get(id);
  if (container && state.slow > 0)
    return user(9007, 2_207_027, 'Media ID is not available', 'The media is not ready for publishing.');
  // One that is out already is not found a second time.
  if (!container || container.status !== 'FINISHED' || container.isItem)
    return user(24, 2_207_006, 'The requested resource does not exist', 'The media cannot be found.');
  if (state.restricted) return RESTRICTED;
  if (container.caption === 'refuse this')
    return user(100, 2_207_040, 'Cannot use more tags', 'You cannot use more than 20 tags.');
  if (state.used >= 100) {
    const words = 'You reached maximum number of posts that is allowed to be published.';
    return user(9, 2_207_042, 'Application request limit reached', words);
  }
  container.status = 'PUBLISHED';
  const { caption, pictures, video } = container;
  const post = { id: `1791945${(state.made += 1)}`, caption, pictures, video, at: Temporal.Now.instant() };
  state.posts.push(post);
  state.used += 1;
  return { json: { id: post.id } };
}
