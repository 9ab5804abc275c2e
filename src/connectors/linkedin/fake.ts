import type { Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Fault, type Said, type Told } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';
import { videoRoutes, type VideoState } from './fake-video.ts';
import { fromLittle } from './little.ts';

type Picture = { bytes: Buffer; owner: string };
type Stored = { id: string; author: string; commentary: string; content: Json; at: number };
export type FakeState = VideoState & {
  posts: Stored[];
  images: Map<string, Picture | null>;
  codes: Set<string>;
  consents: boolean;
  /** The app is one of an approved partner. */
  renews: boolean;
  /** Every access token given out, with why it is refused; null where it is good. */
  given: Map<string, 'EXPIRED_ACCESS_TOKEN' | 'REVOKED_ACCESS_TOKEN' | null>;
  refreshToken: string;
  role: string;
  versions: readonly string[];
  /** The list of posts shows nothing new yet. */
  lags: boolean;
  made: number;
};
export type LinkedinFake = Fake & { state: FakeState };

const APP = { id: '78fakeclientid', secret: 'fake-linkedin-secret' };
const SCOPES = 'r_organization_social,rw_organization_admin,w_organization_social';
export const ORGANISATION = { id: 2414183, localizedName: 'Općina Primjer', vanityName: 'opcina-primjer' };
const AUTHOR = `urn:li:organization:${ORGANISATION.id}`;
const DAY = 86_400;

/**
 * LinkedIn with one member and one organisation, read 2026-11-30, from https://learn.microsoft.com/en-us/linkedin:
 * /shared/authentication/authorization-code-flow and programmatic-refresh-tokens, /shared/api-guide/concepts/error-handling,
 * /marketing/community-management/organizations/organization-access-control-by-role and organization-lookup-api,
 * /marketing/community-management/shares/posts-api, images-api, multiimage-post-api and little-text-format.
 */
export async function startFakeLinkedin(): Promise<LinkedinFake> {
  const state: FakeState = {
    posts: [],
    images: new Map(),
    codes: new Set(),
    consents: true,
    renews: true,
    given: new Map(),
    refreshToken: 'AQfake-refresh-token',
    role: 'ADMINISTRATOR',
    refusesPictures: false,
    videos: new Map(),
    slow: 0,
    received: 0,
    versions: ['202606', '202607', '202608'],
    lags: false,
    made: 0,
  };
  const network = await startFaultyNetwork(
    [
      ...loginRoutes(state),
      ...organisationRoutes(state),
      ...imageRoutes(state),
      ...videoRoutes(state, AUTHOR, (answer) => allowed(state, answer), no),
      ...postRoutes(state),
    ],
    { says },
  );
  return {
    state,
    network,
    origins: ['https://www.linkedin.com', 'https://api.linkedin.com'],
    settings: { clientId: APP.id, clientSecret: APP.secret },
    refused: null,
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.posts.map(({ commentary, content }) => ({
        text: fromLittle(commentary),
        language: null,
        video: videoIn(state, content),
        images: picturesIn(content).map(({ id, altText = '' }) => ({
          alt: altText,
          bytes: state.images.get(id)?.bytes ?? Buffer.alloc(0),
        })),
      })),
    expire: () => {
      for (const token of state.given.keys()) state.given.set(token, 'EXPIRED_ACCESS_TOKEN');
    },
    revoke: () => {
      for (const token of state.given.keys()) state.given.set(token, 'REVOKED_ACCESS_TOKEN');
      state.refreshToken = 'another';
    },
    lay: {
      'under-scoped': () => {
        state.role = 'ANALYST';
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

const no = (status: number, code: string, message: string): Said => ({
  status,
  json: { status, code, message, serviceErrorCode: status === 401 ? 65_600 : 100 },
});

function says(fault: Fault): Said | null {
  const limited = no(
    429,
    'TOO_MANY_REQUESTS',
    'Resource level throttle limit for calls to this resource is reached.',
  );
  if (fault.kind === 'rate-limit') return limited;
  if (fault.kind === 'rate-limit-dated')
    return { ...limited, headers: { 'retry-after': String(fault.seconds ?? 30) } };
  return null;
}

function loginRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/oauth/v2/authorization',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        const denied = {
          error: 'user_cancelled_authorize',
          error_description: 'The user cancelled the authorization',
        };
        const code = `AQcode-${(state.made += 1)}`;
        if (state.consents) state.codes.add(code);
        const given = { ...(state.consents ? { code } : denied), state: query.get('state') ?? '' };
        for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value);
        return { status: 302, headers: { location: back.href } };
      },
    },
    {
      method: 'POST',
      path: '/oauth/v2/accessToken',
      step: 'session',
      answer: async (asked) => grant(state, Object.fromEntries(await asked.form()) as Record<string, string>),
    },
  ];
}

const refused = (error: string, error_description: string): Said => ({
  status: error === 'invalid_client' ? 401 : 400,
  json: { error, error_description },
});

function grant(state: FakeState, form: Record<string, string>): Said {
  if (form['client_id'] !== APP.id || form['client_secret'] !== APP.secret)
    return refused('invalid_client', 'Client authentication failed');
  const isRenewal = form['grant_type'] === 'refresh_token';
  const isGood = isRenewal
    ? form['refresh_token'] === state.refreshToken
    : state.codes.delete(form['code'] ?? '');
  if (!isGood)
    return refused(
      'invalid_request',
      'The provided authorization grant or refresh token is invalid, expired or revoked.',
    );
  const access = `AQfake-access-token-${(state.made += 1)}`;
  state.given.set(access, null);
  const renewal = {
    refresh_token: state.refreshToken,
    // The year runs from the consent.
    refresh_token_expires_in: isRenewal ? 300 * DAY : 365 * DAY,
  };
  return {
    json: {
      access_token: access,
      expires_in: 60 * DAY,
      ...(state.renews ? renewal : {}),
      scope: SCOPES,
    },
  };
}

const tokenOf = (asked: Pick<Asked, 'headers'>): string =>
  asked.headers.authorization?.replace(/^Bearer /, '') ?? '';

/** Token, version and, where it is for the organisation, role. */
const allowed =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>, needsRole = true) =>
  (asked: Asked): Said | Promise<Said> => {
    const dead = state.given.get(tokenOf(asked));
    if (dead === undefined) return no(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token');
    if (dead !== null) return no(401, dead, 'The token used in the request is no longer good');
    if (!state.versions.includes(String(asked.headers['linkedin-version'])))
      return no(426, 'NONEXISTENT_VERSION', `Requested version is not active`);
    if (needsRole && !['ADMINISTRATOR', 'CONTENT_ADMINISTRATOR'].includes(state.role))
      return no(403, 'ACCESS_DENIED', 'Not enough permissions to access this resource');
    return answer(asked);
  };

function organisationRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/rest/organizationAcls',
      step: 'look',
      answer: allowed(
        state,
        () => ({
          json: {
            paging: { start: 0, count: 100, links: [] },
            elements: [
              {
                role: 'ANALYST',
                organization: 'urn:li:organization:77',
                roleAssignee: 'urn:li:person:abc',
                state: 'APPROVED',
              },
              {
                role: state.role,
                organization: AUTHOR,
                roleAssignee: 'urn:li:person:abc',
                state: 'APPROVED',
              },
            ],
          },
        }),
        false,
      ),
    },
    {
      method: 'GET',
      path: '/rest/organizations/:id',
      step: 'look',
      answer: allowed(state, ({ params }) =>
        params['id'] === String(ORGANISATION.id) ? { json: ORGANISATION } : no(404, 'NOT_FOUND', 'Not found'),
      ),
    },
  ];
}

function imageRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'POST',
      path: '/rest/images',
      step: 'upload',
      answer: allowed(state, (asked) => {
        const { owner } = (asked.json() as { initializeUploadRequest: { owner: string } })
          .initializeUploadRequest;
        if (asked.query.get('action') !== 'initializeUpload' || owner !== AUTHOR)
          return no(400, 'INVALID_VALUE_FOR_FIELD', 'owner');
        const image = `urn:li:image:C4E10AQ${(state.made += 1)}`;
        state.images.set(image, null);
        const uploadUrl = `https://www.linkedin.com/dms-uploads/${image.slice(13)}`;
        return { json: { value: { uploadUrlExpiresAt: Date.now() + DAY * 1000, uploadUrl, image } } };
      }),
    },
    {
      method: 'PUT',
      path: '/dms-uploads/:id',
      step: 'upload',
      answer: ({ params, body, headers }) => {
        const image = `urn:li:image:${params['id']}`;
        if (!state.images.has(image)) return { status: 404 };
        if (state.given.get(tokenOf({ headers })) !== null) return { status: 401 };
        if (state.refusesPictures) return no(400, 'BAD_REQUEST', 'Unsupported media');
        state.images.set(image, { bytes: body, owner: AUTHOR });
        return { status: 201 };
      },
    },
  ];
}

type Content = { media?: { id: string }; multiImage?: { images: { id: string }[] } } | null;

const picturesIn = (content: Json): { id: string; altText?: string }[] => {
  const it = content as Content;
  const isVideo = it?.media?.id.startsWith('urn:li:video:');
  return it?.multiImage?.images ?? (it?.media && !isVideo ? [it.media] : []);
};

function videoIn({ videos }: FakeState, content: Json) {
  const video = videos.get((content as Content)?.media?.id ?? '');
  if (!video) return null;
  const bytes = Buffer.concat(video.parts.map((part) => part ?? Buffer.alloc(0)));
  return { alt: '', bytes, captions: video.captions };
}

function postRoutes(state: FakeState): Told[] {
  const own = (asked: Asked) => state.posts.find(({ id }) => id === asked.params['id']);
  return [
    {
      method: 'POST',
      path: '/rest/posts',
      step: 'publish',
      answer: allowed(state, (asked) => post(state, asked.json() as { [key: string]: Json })),
    },
    {
      method: 'GET',
      path: '/rest/posts',
      step: 'find',
      answer: allowed(state, ({ query }) => {
        if (query.get('q') !== 'author' || query.get('author') !== AUTHOR)
          return no(400, 'PARAM_INVALID', 'author');
        const list = state.lags ? [] : state.posts.toReversed().slice(0, Number(query.get('count') ?? 10));
        return {
          json: {
            paging: { start: 0, count: 100, links: [] },
            elements: list.map(({ id, author, commentary, at }) => ({
              id,
              author,
              commentary,
              createdAt: at,
              publishedAt: at,
              lifecycleState: 'PUBLISHED',
              visibility: 'PUBLIC',
            })),
          },
        };
      }),
    },
    {
      method: 'POST',
      path: '/rest/posts/:id',
      step: 'publish',
      answer: allowed(state, (asked) => {
        const found = own(asked);
        if (!found) return no(404, 'NOT_FOUND', 'Could not find entity');
        const { patch } = asked.json() as { patch: { $set: { commentary: string } } };
        found.commentary = patch.$set.commentary;
        return { status: 204 };
      }),
    },
    {
      method: 'DELETE',
      path: '/rest/posts/:id',
      step: 'remove',
      answer: allowed(state, (asked) => {
        const found = own(asked);
        if (found) state.posts.splice(state.posts.indexOf(found), 1);
        return { status: 204 };
      }),
    },
  ];
}

/** What little text does not take plain: it ends there. */
const UNESCAPED = /(?<!\\)[|{}@[\]()<>#*_~]/;

function post(state: FakeState, input: { [key: string]: Json }): Said {
  const { author, commentary, content = null, visibility, lifecycleState, distribution } = input;
  if (author !== AUTHOR || typeof commentary !== 'string' || visibility !== 'PUBLIC' || !distribution)
    return no(422, 'MISSING_FIELD', 'ERROR :: /author :: field is required');
  if (lifecycleState !== 'PUBLISHED') return no(422, 'INVALID_VALUE_FOR_FIELD', 'lifecycleState');
  const text = fromLittle(commentary);
  if (text.length > 3000) return no(400, 'FIELD_LENGTH_TOO_LONG', 'commentary');
  if (text === 'refuse this') return no(422, 'UNPROCESSABLE_ENTITY', 'The content is not allowed');
  for (const { id } of picturesIn(content))
    if (!state.images.get(id)) return no(400, 'INVALID_CONTENT_OWNERSHIP', 'The image is not there');
  const media = (content as Content)?.media?.id ?? '';
  if (media.startsWith('urn:li:video:') && state.videos.get(media)?.status !== 'AVAILABLE')
    return no(400, 'INVALID_CONTENT_OWNERSHIP', 'The video is not there');
  const earlier = state.posts.find((it) => fromLittle(it.commentary) === text);
  if (earlier) return no(422, 'DUPLICATE_POST', `Content is a duplicate of ${earlier.id}`);
  const bare = commentary.replaceAll(/\{hashtag\|\\#\|(?:[^}\\]|\\.)*\}/g, '').replaceAll('\\\\', '');
  const cut = UNESCAPED.exec(bare);
  const id = `urn:li:share:6844785523593${(state.made += 1)}`;
  const kept = cut ? bare.slice(0, cut.index) : commentary;
  state.posts.push({ id, author, commentary: kept, content, at: Date.now() });
  return { status: 201, headers: { 'x-restli-id': id } };
}
