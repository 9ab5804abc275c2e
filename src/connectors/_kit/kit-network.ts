import type { Json } from '../contract.ts';
import {
  startFaultyNetwork,
  type Asked,
  type FaultyNetwork,
  type Said,
  type Told,
} from './faulty-network.ts';
import { textField } from './reasons.ts';

export type KitPost = {
  id: string;
  key: string;
  text: string;
  language: string;
  images: { alt: string; bytes: Buffer }[];
};

export type KitNetwork = FaultyNetwork & {
  /** In the order in which they arrived. A key twice is a post doubled. */
  readonly posts: readonly KitPost[];
  /** How often each key stands there: the question "exactly once?". */
  countsByKey: () => Record<string, number>;
  /** The access tokens given so far are over; they can be renewed. */
  expire: () => void;
  /** The grant is dead: no token works and none can be renewed. */
  revoke: () => void;
  say: (postId: string, text: string) => void;
  /** Posts that are left in a window of so many seconds, told with every one; null: nothing is counted. */
  window: (left: { posts: number; seconds: number } | null) => void;
};

type State = {
  posts: KitPost[];
  media: Map<string, Buffer>;
  replies: { id: string; parent: string; text: string; at: string }[];
  session: number;
  revoked: boolean;
  window: { posts: number; seconds: number } | null;
};

/**
 * A made-up network for tests and benches. Its `POST /posts` is **not** idempotent: sent twice, it posts twice,
 * so that an engine that repeats itself is seen. `unaskable` has no way to look for a post.
 */
export async function startKitNetwork(options: {
  mode: 'askable' | 'unaskable';
  latencyMs?: number;
  port?: number;
  onDie?: () => void;
}): Promise<KitNetwork> {
  const state: State = { posts: [], media: new Map(), replies: [], session: 1, revoked: false, window: null };
  const network = await startFaultyNetwork(routesOf(state, options.mode), options);
  return Object.assign(network, {
    posts: state.posts,
    countsByKey: () => {
      const counts: Record<string, number> = {};
      for (const { key } of state.posts) counts[key] = (counts[key] ?? 0) + 1;
      return counts;
    },
    expire: () => {
      state.session += 1;
    },
    revoke: () => {
      state.revoked = true;
    },
    window: (left: State['window']) => {
      state.window = left && { ...left };
    },
    say: (parent: string, text: string) => {
      const id = `reply-${state.replies.length + 1}`;
      state.replies.push({ id, parent, text, at: Temporal.Now.instant().toString() });
    },
  });
}

function routesOf(state: State, mode: 'askable' | 'unaskable'): Told[] {
  const grant = (): Said => ({ json: { token: `kit-token-${state.session}`, renew: 'kit-renew-secret' } });
  const signedIn = (answer: (asked: Asked) => Said) => (asked: Asked) => {
    if (state.revoked) return { status: 401, json: { error: 'Revoked' } };
    const good = asked.headers.authorization === `Bearer kit-token-${state.session}`;
    return good ? answer(asked) : { status: 401, json: { error: 'Expired' } };
  };
  const routes: Told[] = [
    {
      method: 'POST',
      path: '/session',
      step: 'session',
      answer: (asked) =>
        textField(asked.json(), 'secret') === 'wrong' ? { status: 401, json: { error: 'Refused' } } : grant(),
    },
    {
      method: 'POST',
      path: '/session/renew',
      step: 'session',
      answer: () => (state.revoked ? { status: 401, json: { error: 'Revoked' } } : grant()),
    },
    {
      method: 'GET',
      path: '/account',
      step: 'look',
      answer: signedIn(() => ({ json: { id: 'kit-1', handle: 'kit.example', name: 'Kit' } })),
    },
    { method: 'POST', path: '/media', step: 'upload', answer: signedIn((asked) => keep(state, asked)) },
    { method: 'POST', path: '/posts', step: 'publish', answer: signedIn((asked) => post(state, asked)) },
    {
      method: 'DELETE',
      path: '/posts/:id',
      step: 'remove',
      answer: signedIn((asked) => remove(state, asked)),
    },
    { method: 'GET', path: '/replies', step: 'replies', answer: signedIn((asked) => replies(state, asked)) },
  ];
  if (mode === 'unaskable') return routes;
  return [
    ...routes,
    { method: 'GET', path: '/posts', step: 'find', answer: signedIn((asked) => look(state, asked)) },
  ];
}

function keep(state: State, asked: Asked): Said {
  const id = `media-${state.media.size + 1}`;
  state.media.set(id, asked.body);
  return { status: 201, json: { id } };
}

function post(state: State, asked: Asked): Said {
  const body = asked.json() as {
    key: string;
    text: string;
    language: string;
    images: { id: string; alt: string }[];
  };
  if (body.text === 'refuse this')
    return { status: 422, json: { error: 'Refused', message: 'We do not take this.' } };
  if (state.window && state.window.posts <= 0) return { status: 429, json: { error: 'Limited' } };
  const id = `post-${state.posts.length + 1}`;
  const images = body.images.map((image) => ({
    alt: image.alt,
    bytes: state.media.get(image.id) ?? Buffer.alloc(0),
  }));
  state.posts.push({ id, key: body.key, text: body.text, language: body.language, images });
  return { status: 201, json: { id }, headers: headersOf(state) };
}

function headersOf({ window }: State): Record<string, string> {
  if (!window) return {};
  window.posts -= 1;
  return { 'ratelimit-remaining': String(window.posts), 'ratelimit-reset': String(window.seconds) };
}

function look(state: State, asked: Asked): Said {
  const key = asked.query.get('key');
  const found: Json[] = state.posts.filter((it) => it.key === key).map(({ id }) => ({ id }));
  return { json: { posts: found } };
}

function remove(state: State, asked: Asked): Said {
  const index = state.posts.findIndex((it) => it.id === asked.params['id']);
  if (index === -1) return { status: 404, json: { error: 'NotFound' } };
  state.posts.splice(index, 1);
  return { status: 204 };
}

function replies(state: State, asked: Asked): Said {
  const since = asked.query.get('since');
  const start = since === null ? 0 : state.replies.findIndex((it) => it.id === since) + 1;
  return { json: { replies: state.replies.slice(start) } };
}
