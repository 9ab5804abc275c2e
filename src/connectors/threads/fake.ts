import { countText } from '#/language/index.ts';
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

export type ThreadsFake = Fake & { state: FakeState };

/**
 * Threads with one account, from https://developers.facebook.com/documentation/threads (get-started, posts, troubleshooting,
 * posts/delete-posts, overview) and /docs/threads/get-started/long-lived-tokens, read 2026-11-30. Pictures are fetched
 * over HTTP, as the network does.
 */
export async function startFakeThreads(): Promise<ThreadsFake> {
  const state: FakeState = {
    posts: [],
    containers: new Map(),
    codes: new Set(),
    consents: true,
    revoked: null,
    missing: null,
    refusesPictures: false,
    age: 0,
    used: 0,
    slow: 0,
    lags: false,
    made: 0,
  };
  const network = await startFaultyNetwork(
    [...loginRoutes(state), ...postRoutes(state), ...nodeRoutes(state)],
    { says },
  );
  return {
    state,
    network,
    origins: ['https://graph.threads.net', 'https://threads.com'],
    settings: { appId: APP.id, appSecret: APP.secret },
    refused: null,
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.posts.map(({ text, pictures, video }) => ({
        text,
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
        state.missing = 'threads_content_publish';
      },
      suspended: () => {
        state.revoked = 459;
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
    return refused('Matching code was not found or was already used.');
  state.revoked = null;
  return { json: { access_token: SHORT_TOKEN, user_id: Number(USER.id) } };
}

function postRoutes(state: FakeState): Told[] {
  const list = (isReplies: boolean) =>
    signedIn(state, ({ query }) => {
      const since = Number(query.get('since') ?? 0) * 1000;
      const posts = state.lags
        ? []
        : state.posts.filter(
            ({ at, replyTo }) => at.epochMilliseconds >= since && isReplies === (replyTo !== null),
          );
      const limit = Math.min(Number(query.get('limit') ?? 25), 100);
      return { json: { data: posts.toReversed().slice(0, limit).map(postOf), paging: { cursors: {} } } };
    });
  return [
    {
      method: 'POST',
      path: '/v1.0/:user/threads',
      step: 'upload',
      answer: signedIn(state, (asked) => contain(state, asked)),
    },
    {
      method: 'POST',
      path: '/v1.0/:user/threads_publish',
      step: 'publish',
      answer: signedIn(state, (asked) => publish(state, asked)),
    },
    { method: 'GET', path: '/v1.0/:user/threads', step: 'find', answer: list(false) },
    { method: 'GET', path: '/v1.0/:user/replies', step: 'find', answer: list(true) },
    {
      method: 'GET',
      path: '/v1.0/:user/threads_publishing_limit',
      step: 'look',
      answer: signedIn(state, () => ({
        json: {
          data: [{ quota_usage: state.used, config: { quota_total: 250, quota_duration: 86_400 } }],
        },
      })),
    },
    {
      method: 'GET',
      path: '/v1.0/me',
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
      path: '/v1.0/:id',
      step: 'find',
      answer: signedIn(state, ({ params }) => {
        const id = params['id'] ?? '';
        const post = state.posts.find((it) => it.id === id);
        if (post) return { json: postOf(post) };
        const container = state.containers.get(id);
        if (!container) return gone(id);
        if (state.slow > 0) {
          state.slow -= 1;
          return { json: { status: 'IN_PROGRESS', id } };
        }
        const { status, problem } = container;
        return { json: { status, id, ...(problem === '' ? {} : { error_message: problem }) } };
      }),
    },
    {
      method: 'DELETE',
      path: '/v1.0/:id',
      step: 'remove',
      answer: signedIn(state, ({ params }) => {
        const at = state.posts.findIndex(({ id }) => id === params['id']);
        if (at === -1) return gone(params['id'] ?? '');
        state.posts.splice(at, 1);
        return { json: { success: true, deleted_id: params['id'] ?? '' } };
      }),
    },
  ];
}

async function contain(state: FakeState, asked: Asked): Promise<Said> {
  const form = Object.fromEntries(await asked.form()) as Record<string, string>;
  const { media_type: kind, text = '', reply_to_id: replyTo } = form;
  if (countText(text, 'threads') > 500)
    return no(100, '(#100) Param text must be at most 500 characters long.');
  if (replyTo !== undefined && !state.posts.some(({ id }) => id === replyTo)) return gone(replyTo);
  const container: Container = {
    text,
    pictures: [],
    video: null,
    replyTo: replyTo ?? null,
    isItem: form['is_carousel_item'] === 'true',
    status: 'FINISHED',
    problem: '',
  };
  if (kind === 'TEXT' && text === '') return no(100, '(#100) The parameter text is required');
  if (kind === 'IMAGE' || kind === 'VIDEO') await fetchInto(state, container, form);
  if (kind === 'CAROUSEL') {
    const children = (form['children'] ?? '').split(',').map((id) => state.containers.get(id));
    if (children.length < 2 || children.length > 20 || !children.every((child) => child?.isItem))
      return no(100, '(#100) A carousel takes 2 to 20 children.');
    container.pictures = children.flatMap((child) => child?.pictures ?? []);
  }
  const id = `1788961${(state.made += 1)}`;
  state.containers.set(id, container);
  return { json: { id } };
}

/** The network fetches the picture or the video; what it cannot fetch ends the container. */
async function fetchInto(
  state: FakeState,
  container: Container,
  form: Record<string, string>,
): Promise<void> {
  // oxlint-disable-next-line no-restricted-globals -- the network's own fetcher
  const got = await fetch(form['image_url'] ?? form['video_url'] ?? '').catch(() => null);
  const kind = got?.headers.get('content-type') ?? '';
  const taken = form['media_type'] === 'VIDEO' ? /^video\/(mp4|quicktime)$/ : /^image\/(jpeg|png)$/;
  if (state.refusesPictures || !got?.ok || !taken.test(kind)) {
    container.status = 'ERROR';
    container.problem = 'UNKNOWN';
    return;
  }
  const bytes = Buffer.from(await got.arrayBuffer());
  const file = { bytes, alt: form['alt_text'] ?? '' };
  if (form['media_type'] === 'VIDEO') container.video = file;
  else container.pictures = [file];
}

async function publish(state: FakeState, asked: Asked): Promise<Said> {
  const { creation_id: id = '' } = Object.fromEntries(await asked.form()) as Record<string, string>;
  const container = state.containers.get(id);
  // One that is out already is not found a second time.
  if (!container || container.status !== 'FINISHED' || state.slow > 0 || container.isItem) {
    const words = `The media with id ${id} cannot be found.`;
    return no(24, 'The requested resource does not exist', {
      subcode: 4_279_009,
      transient: false,
      user: words,
    });
  }
  if (container.text === 'refuse this') return no(100, '(#100) Invalid parameter', { subcode: 4_279_001 });
  if (state.used >= 250) return no(100, '(#100) You reached the maximum number of posts in 24 hours.');
  container.status = 'PUBLISHED';
  const { text, pictures, video, replyTo } = container;
  const post = { id: `1810${(state.made += 1)}`, text, pictures, video, replyTo, at: Temporal.Now.instant() };
  state.posts.push(post);
  state.used += 1;
  return { json: { id: post.id } };
}
