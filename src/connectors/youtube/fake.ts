import { createHash } from 'node:crypto';
import { isVariant } from '#/language/index.ts';
import type { Arrived, Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Fault, type Said, type Told } from '../_kit/faulty-network.ts';
import { resourceOf, uploadRoutes } from './fake-upload.ts';
import {
  FAKE_APP,
  FAKE_CHANNEL,
  no,
  REFRESH_TOKEN,
  signedIn,
  tokenOf,
  type FakeState,
  type StoredVideo,
} from './fake-wire.ts';

export type YoutubeFake = Fake & { state: FakeState };

/**
 * Google's sign-in and the YouTube Data API with one channel, from https://developers.google.com/youtube/v3/docs (videos, captions,
 * thumbnails, channels, errors) and https://developers.google.com/identity/protocols/oauth2/web-server, read 2026-11-30: enough of it for
 * Google's own client library to work against unchanged. The same video may be put up twice.
 */
export async function startFakeYoutube(): Promise<YoutubeFake> {
  const state: FakeState = {
    videos: [],
    captions: [],
    sessions: new Map(),
    codes: new Map(),
    consents: true,
    generation: 1,
    isExpired: false,
    revoked: false,
    suspended: false,
    readOnly: false,
    refusesMedia: false,
    isAudited: true,
    mayThumbnail: true,
    longUploads: 'allowed',
    hasChannel: true,
    units: 1_000_000,
    uploads: 10_000,
    received: 0,
    made: 0,
  };
  const routes = [...oauthRoutes(state), ...uploadRoutes(state), ...videoRoutes(state)];
  const network = await startFaultyNetwork(routes, { says });
  const on = (name: 'revoked' | 'suspended' | 'readOnly' | 'refusesMedia') => () => {
    state[name] = true;
  };
  return {
    state,
    network,
    origins: ['https://www.googleapis.com', 'https://oauth2.googleapis.com', 'https://accounts.google.com'],
    settings: { ...FAKE_APP, privacy: 'public', madeForKids: 'no' },
    refused: { ...FAKE_APP, clientSecret: 'another-secret', privacy: 'public', madeForKids: 'no' },
    consent: (given) => {
      state.consents = given;
    },
    posts: () => state.videos.filter(isSeen).map((video) => arrivedOf(state, video)),
    expire: () => {
      state.isExpired = true;
    },
    revoke: on('revoked'),
    lay: {
      'under-scoped': on('readOnly'),
      suspended: on('suspended'),
      'media-refused': on('refusesMedia'),
    },
    repeated: 'one',
    close: network.close,
  };
}

/** By a reader: not private, and not one with which the network could do nothing. */
const isSeen = ({ status }: StoredVideo): boolean =>
  status['privacyStatus'] !== 'private' && status['uploadStatus'] !== 'failed';

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function arrivedOf(state: FakeState, video: StoredVideo): Arrived {
  const [title = '', description = ''] = ['title', 'description'].map((name) => wordsOf(video.snippet[name]));
  const captions = state.captions.filter(({ videoId }) => videoId === video.id);
  const language = video.snippet['defaultLanguage'];
  return {
    text: title.endsWith('…') ? description : [title, description].filter(Boolean).join('\n\n'),
    language: typeof language === 'string' && isVariant(language) ? language : null,
    images: [],
    video: {
      alt: '',
      bytes: video.bytes,
      captions: captions.map(({ language: variant, vtt }) => ({ variant, vtt })),
    },
  };
}

function says(fault: Fault): Said | null {
  const words = 'The request cannot be completed because the rate of requests is too high.';
  if (fault.kind === 'rate-limit') return no(429, 'rateLimitExceeded', words, 'usageLimits');
  if (fault.kind === 'rate-limit-dated') {
    const headers = { 'retry-after': String(fault.seconds ?? 30) };
    return { ...no(429, 'rateLimitExceeded', words, 'usageLimits'), headers };
  }
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after') {
    return no(500, 'backendError', 'Internal error encountered.', 'global');
  }
  return fault.kind === 'error-503'
    ? no(503, 'backendError', 'The service is currently unavailable.', 'global')
    : null;
}

function oauthRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/o/oauth2/v2/auth',
      step: 'side',
      answer: ({ query }) => {
        const back = new URL(query.get('redirect_uri') ?? '');
        back.searchParams.set('state', query.get('state') ?? '');
        const code = `4/code-${state.codes.size + 1}`;
        if (state.consents) state.codes.set(code, query.get('code_challenge') ?? '');
        back.searchParams.set(state.consents ? 'code' : 'error', state.consents ? code : 'access_denied');
        return { status: 302, headers: { location: back.href } };
      },
    },
    { method: 'POST', path: '/token', step: 'session', answer: (asked) => grant(state, asked) },
  ];
}

const wrong = (status: number, error: string, words: string): Said => ({
  status,
  json: { error, error_description: words },
});

async function grant(state: FakeState, asked: Asked): Promise<Said> {
  const form = await asked.form();
  const text = (name: string) => wordsOf(form.get(name));
  if (text('client_id') !== FAKE_APP.clientId || text('client_secret') !== FAKE_APP.clientSecret) {
    return wrong(401, 'invalid_client', 'Unauthorized');
  }
  if (text('grant_type') === 'refresh_token') {
    if (state.revoked || text('refresh_token') !== REFRESH_TOKEN) {
      return wrong(400, 'invalid_grant', 'Token has been expired or revoked.');
    }
    state.generation += 1;
    state.isExpired = false;
    return { json: tokenOf(state, {}) };
  }
  const challenge = state.codes.get(text('code'));
  state.codes.delete(text('code'));
  const proved = createHash('sha256').update(text('code_verifier')).digest('base64url');
  if (challenge === undefined || challenge !== proved) return wrong(400, 'invalid_grant', 'Bad Request');
  state.generation += 1;
  state.isExpired = false;
  state.revoked = false;
  return { json: tokenOf(state, { refresh_token: REFRESH_TOKEN }) };
}

function videoRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/youtube/v3/channels',
      step: 'look',
      answer: signedIn(state, 1, () => {
        const { id, title, customUrl } = FAKE_CHANNEL;
        const item = {
          kind: 'youtube#channel',
          id,
          snippet: { title, description: '', customUrl },
          status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: state.longUploads },
        };
        const pageInfo = { totalResults: state.hasChannel ? 1 : 0, resultsPerPage: 5 };
        // Without a channel there is no list at all.
        return {
          json: {
            kind: 'youtube#channelListResponse',
            pageInfo,
            ...(state.hasChannel ? { items: [item] } : {}),
          },
        };
      }),
    },
    {
      method: 'PUT',
      path: '/youtube/v3/videos',
      step: 'publish',
      answer: signedIn(state, 50, (asked) => update(state, asked)),
    },
    {
      method: 'GET',
      path: '/youtube/v3/videos',
      step: 'find',
      answer: signedIn(state, 1, ({ query }) => {
        const items = state.videos.filter(({ id }) => id === query.get('id'));
        return {
          json: {
            kind: 'youtube#videoListResponse',
            items: items.map((video) => resourceOf(state, video)),
            pageInfo: { totalResults: items.length, resultsPerPage: items.length },
          },
        };
      }),
    },
    {
      method: 'DELETE',
      path: '/youtube/v3/videos',
      step: 'remove',
      answer: signedIn(state, 50, ({ query }) => {
        const index = state.videos.findIndex(({ id }) => id === query.get('id'));
        if (index === -1) return notFound();
        state.videos.splice(index, 1);
        return { status: 204 };
      }),
    },
  ];
}

const notFound = () =>
  no(404, 'videoNotFound', 'The video that you are trying to change cannot be found.', 'youtube.video');

/** A part that is named takes the place of the whole part. */
function update(state: FakeState, asked: Asked): Said {
  const body = asked.json() as {
    id?: string;
    snippet?: StoredVideo['snippet'];
    status?: StoredVideo['status'];
  };
  const video = state.videos.find(({ id }) => id === body.id);
  if (!video) return notFound();
  // One by one or in a list: the network takes both.
  const parts = asked.query.getAll('part').flatMap((list) => list.split(','));
  if (parts.includes('snippet')) {
    const title = body.snippet?.['title'];
    if (typeof title !== 'string' || title === '' || title.length > 100 || !body.snippet?.['categoryId']) {
      return no(400, 'invalidVideoMetadata', 'The request metadata is invalid.', 'youtube.video');
    }
    video.snippet = { ...body.snippet };
  }
  if (parts.includes('status')) {
    const wasPrivate = video.status['privacyStatus'] === 'private';
    const { uploadStatus, failureReason } = video.status;
    video.status = { ...body.status, uploadStatus, failureReason };
    if (!state.isAudited) video.status['privacyStatus'] = 'private';
    if (wasPrivate && video.status['privacyStatus'] !== 'private')
      video.at = Temporal.Now.instant().toString();
  }
  return { json: resourceOf(state, video) };
}
