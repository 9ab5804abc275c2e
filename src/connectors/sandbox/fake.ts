import { startFaultyNetwork, type Asked, type Said, type Told } from '../_kit/faulty-network.ts';
import type { Fake } from '../_kit/contract-tests.ts';
import {
  SANDBOX_KEY,
  SANDBOX_LIMITS,
  SANDBOX_PROBLEMS,
  sandboxPaths,
  type SandboxComment,
  type SandboxNewPost,
  type SandboxPost,
  type SandboxProblemCode,
} from './protocol.ts';

type State = {
  url: string;
  posts: Map<string, SandboxPost>;
  removed: Set<string>;
  media: Map<string, { alt: string; bytes: Buffer }>;
  comments: SandboxComment[];
  session: number;
  revoked: boolean;
  refusesMedia: boolean;
};

/** The practice network as `protocol.ts` has it, in memory. */
export async function startFakeSandbox(): Promise<Fake> {
  const state: State = {
    url: '',
    posts: new Map(),
    removed: new Set(),
    media: new Map(),
    comments: [],
    session: 1,
    revoked: false,
    refusesMedia: false,
  };
  const network = await startFaultyNetwork(routesOf(state));
  state.url = network.url;
  return {
    network,
    ownUrl: network.url,
    settings: { handle: 'opcina-primjer', displayName: 'Općina Primjer', code: 'good-connect-code' },
    refused: { handle: 'opcina-primjer', displayName: '', code: 'too-old' },
    posts: () =>
      [...state.posts.values()].flatMap(({ text, comment, language, media }) => [
        {
          text,
          language,
          images: media.map(({ id, alt }) => ({ alt, bytes: state.media.get(id)?.bytes ?? Buffer.alloc(0) })),
        },
        ...(comment === '' ? [] : [{ text: comment, language, images: [] }]),
      ]),
    expire: () => {
      state.session += 1;
    },
    revoke: () => {
      state.revoked = true;
    },
    lay: {
      'media-refused': () => {
        state.refusesMedia = true;
      },
    },
    repeated: 'one',
    say: (text) => {
      const post = [...state.posts.values()].at(-1);
      const id = `comment-${state.comments.length + 1}`;
      const author = { handle: 'gradjanin', displayName: 'Građanin' };
      const at = Temporal.Now.instant().toString();
      state.comments.push({
        id,
        postId: post?.id ?? '',
        author,
        text,
        at,
        url: `${state.url}/sandbox/c/${id}`,
      });
    },
    close: network.close,
  };
}

const no = (code: SandboxProblemCode): Said => ({
  status: SANDBOX_PROBLEMS[code],
  json: { type: 'about:blank', title: code, status: SANDBOX_PROBLEMS[code], code },
});

function routesOf(state: State): Told[] {
  const account = () => ({
    id: '01900000-0000-7000-8000-000000000001',
    handle: 'opcina-primjer',
    displayName: 'Općina Primjer',
    url: `${state.url}/sandbox/opcina-primjer`,
  });
  const grant = (status: number): Said => ({
    status,
    json: { account: account(), token: `sandbox-token-${state.session}`, renewToken: 'sandbox-renew-token' },
  });
  const withToken = (answer: (asked: Asked) => Said) => (asked: Asked) => {
    if (state.revoked) return no('token-revoked');
    const { authorization } = asked.headers;
    if (authorization === `Bearer sandbox-token-${state.session}`) return answer(asked);
    return no(authorization?.startsWith('Bearer sandbox-token-') ? 'token-expired' : 'token-unknown');
  };
  const postPath = `${sandboxPaths.post('')}:key`;
  return [
    {
      method: 'POST',
      path: sandboxPaths.accounts(),
      step: 'session',
      answer: (asked) => {
        const { code } = asked.json() as { code: string };
        return code === 'good-connect-code' ? grant(201) : no('code-refused');
      },
    },
    {
      method: 'POST',
      path: sandboxPaths.session(),
      step: 'session',
      answer: () => (state.revoked ? no('token-revoked') : grant(200)),
    },
    {
      method: 'GET',
      path: sandboxPaths.account(),
      step: 'look',
      answer: withToken(() => ({ json: account() })),
    },
    {
      method: 'POST',
      path: sandboxPaths.media(),
      step: 'upload',
      answer: withToken((asked) => keep(state, asked)),
    },
    { method: 'PUT', path: postPath, step: 'publish', answer: withToken((asked) => put(state, asked)) },
    { method: 'GET', path: postPath, step: 'find', answer: withToken((asked) => look(state, asked)) },
    { method: 'DELETE', path: postPath, step: 'remove', answer: withToken((asked) => remove(state, asked)) },
    {
      method: 'GET',
      path: sandboxPaths.comments(null),
      step: 'replies',
      answer: withToken((asked) => {
        const since = asked.query.get('since');
        const items = state.comments.slice(state.comments.findIndex((it) => it.id === since) + 1);
        return { json: { items, cursor: items.at(-1)?.id ?? since } };
      }),
    },
  ];
}

function keep(state: State, asked: Asked): Said {
  if (state.refusesMedia) return no('media-refused');
  if (asked.body.byteLength > SANDBOX_LIMITS.imageBytes) return no('media-too-large');
  const id = `01900000-0000-7000-8000-${String(state.media.size + 1).padStart(12, '0')}`;
  state.media.set(id, { alt: asked.query.get('alt') ?? '', bytes: asked.body });
  return { status: 201, json: { id } };
}

function put(state: State, asked: Asked): Said {
  const key = asked.params['key'] ?? '';
  if (!SANDBOX_KEY.test(key)) return no('invalid');
  if (state.removed.has(key)) return no('post-removed');
  const wanted = asked.json() as SandboxNewPost;
  if (wanted.text.trim() === '') return no('text-empty');
  if (wanted.media.some((id) => !state.media.has(id))) return no('media-unknown');
  const media = wanted.media.map((id) => ({ id, alt: state.media.get(id)?.alt ?? '' }));
  if (media.some(({ alt }) => alt.trim() === '')) return no('alt-missing');
  const { comment = '' } = wanted;
  const there = state.posts.get(key);
  if (there) {
    const same =
      there.text === wanted.text && there.comment === comment && there.language === wanted.language;
    return same ? { json: there } : no('key-used');
  }
  const id = `post-${state.posts.size + state.removed.size + 1}`;
  const { text, language } = wanted;
  const publishedAt = Temporal.Now.instant().toString();
  const post: SandboxPost = {
    id,
    key,
    text,
    comment,
    language,
    media,
    publishedAt,
    url: `${state.url}/sandbox/p/${id}`,
  };
  state.posts.set(key, post);
  return { status: 201, json: post };
}

function look(state: State, asked: Asked): Said {
  const key = asked.params['key'] ?? '';
  if (state.removed.has(key)) return no('post-removed');
  const post = state.posts.get(key);
  return post ? { json: post } : no('post-not-found');
}

function remove(state: State, asked: Asked): Said {
  const key = asked.params['key'] ?? '';
  if (state.removed.has(key)) return no('post-removed');
  if (!state.posts.delete(key)) return no('post-not-found');
  state.removed.add(key);
  return { status: 204 };
}
