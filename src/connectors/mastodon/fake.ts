import { countText } from '#/language/index.ts';
import type { Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Fault, type Said, type Told } from '../_kit/faulty-network.ts';
import { oauthRoutes } from './fake-oauth.ts';
import {
  bodyOf,
  no,
  signedIn,
  statusOf,
  FAKE_ACCOUNT,
  OTHER_ACCOUNT,
  type FakeState,
  type Stored,
} from './fake-wire.ts';

export type MastodonFake = Fake & { state: FakeState };

/**
 * A server of the Mastodon API with one account, from https://docs.joinmastodon.org/methods/ (apps, oauth, accounts,
 * statuses, media, instance, notifications) and /api/rate-limits/, read 2026-11-25: enough of it for the public client
 * library to work against unchanged.
 */
export async function startFakeMastodon(): Promise<MastodonFake> {
  const state: FakeState = {
    url: '',
    statuses: [],
    media: new Map(),
    keys: new Map(),
    notifications: [],
    codes: new Map(),
    heedsKeys: true,
    consents: true,
    revoked: false,
    suspended: false,
    refusesMedia: false,
    readOnly: false,
    slowMedia: 0,
    scope: null,
    made: 0,
  };
  const network = await startFaultyNetwork(
    [...oauthRoutes(state), ...accountRoutes(state), ...statusRoutes(state)],
    {
      says,
    },
  );
  state.url = network.url;
  return {
    state,
    network,
    settings: { server: network.url },
    refused: null,
    consent: (given) => {
      state.consents = given;
    },
    posts: () =>
      state.statuses.map(({ text, language, media }) => {
        const files = media.flatMap((id) => state.media.get(id) ?? []);
        const video = files.find(({ mime }) => mime.startsWith('video/'));
        return {
          text,
          language,
          images: files
            .filter((file) => file !== video)
            .map(({ description, bytes }) => ({ alt: description, bytes })),
          video: video ? { alt: video.description, bytes: video.bytes, captions: [] } : null,
        };
      }),
    expire: null,
    revoke: () => {
      state.revoked = true;
    },
    lay: {
      'under-scoped': () => {
        state.readOnly = true;
      },
      suspended: () => {
        state.suspended = true;
      },
      'media-refused': () => {
        state.refusesMedia = true;
      },
    },
    repeated: 'one',
    refusedText: `refuse ${FAKE_ACCOUNT.acct}`,
    say: (text) => answer(state, text),
    close: network.close,
  };
}

/** Rack::Attack's answer (https://docs.joinmastodon.org/api/rate-limits/): a date in a header, no `Retry-After`. */
function says(fault: Fault): Said | null {
  if (fault.kind === 'rate-limit') return { status: 429, json: { error: 'Too many requests' } };
  if (fault.kind === 'rate-limit-dated') {
    const reset = Temporal.Now.instant().add({ seconds: fault.seconds ?? 30 });
    const headers = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset.toString({ fractionalSecondDigits: 6 }),
    };
    return { status: 429, headers, json: { error: 'Too many requests' } };
  }
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after') {
    return { status: 500, json: { error: "We're sorry, but something went wrong on our end." } };
  }
  if (fault.kind === 'error-503') return { status: 503, json: { error: 'Service Unavailable' } };
  return null;
}

function answer(state: FakeState, text: string): void {
  const parent = state.statuses.at(-1);
  state.made += 1;
  const id = `1${String(state.made).padStart(17, '0')}`;
  const reply: Stored = {
    id,
    text,
    language: 'bs',
    visibility: 'public',
    media: [],
    parent: parent?.id ?? null,
    at: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
  };
  state.notifications.unshift({
    id: String(state.notifications.length + 1),
    type: 'mention',
    created_at: reply.at,
    account: OTHER_ACCOUNT,
    status: { ...statusOf(state, reply), account: OTHER_ACCOUNT, in_reply_to_account_id: FAKE_ACCOUNT.id },
  });
}

function accountRoutes(state: FakeState): Told[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/instance',
      step: 'look',
      answer: () => ({
        json: {
          domain: new URL(state.url).host,
          title: 'Fake',
          version: '4.5.0',
          configuration: {
            statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
            media_attachments: {
              supported_mime_types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4'],
              description_limit: 1500,
              image_size_limit: 16_777_216,
              image_matrix_limit: 33_177_600,
            },
          },
        },
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/accounts/verify_credentials',
      step: 'look',
      answer: signedIn(state, () => ({
        json: { ...FAKE_ACCOUNT, url: `${state.url}/@${FAKE_ACCOUNT.acct}`, source: { privacy: 'public' } },
      })),
    },
    {
      method: 'GET',
      path: '/api/v1/notifications',
      step: 'replies',
      answer: signedIn(state, ({ query }) => {
        const newer = query.get('min_id') ?? query.get('since_id');
        return {
          json: state.notifications.filter((it) => newer === null || Number(it['id']) > Number(newer)),
        };
      }),
    },
  ];
}

function statusRoutes(state: FakeState): Told[] {
  const path = '/api/v1/statuses/:id';
  const ownOf = (asked: Asked) => state.statuses.find(({ id }) => id === asked.params['id']);
  return [
    {
      method: 'POST',
      path: '/api/v2/media',
      step: 'upload',
      answer: signedIn(state, (asked) => upload(state, asked)),
    },
    {
      method: 'GET',
      path: '/api/v1/media/:id',
      step: 'upload',
      answer: signedIn(state, (asked) => {
        state.slowMedia -= 1;
        return state.slowMedia >= 0
          ? { status: 206, json: null }
          : { json: { id: asked.params['id'] ?? '', type: 'image', url: `${state.url}/media/1.png` } };
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/statuses',
      step: 'publish',
      answer: signedIn(state, (asked) => post(state, asked)),
    },
    {
      method: 'GET',
      path: '/api/v1/accounts/:account/statuses',
      step: 'find',
      answer: signedIn(state, (asked) => listed(state, asked)),
    },
    {
      method: 'GET',
      path,
      step: 'find',
      answer: (asked) => {
        const status = ownOf(asked);
        return status ? { json: statusOf(state, status) } : no(404, 'Record not found');
      },
    },
    {
      method: 'PUT',
      path,
      step: 'publish',
      answer: signedIn(state, async (asked) => {
        const status = ownOf(asked);
        if (!status) return no(404, 'Record not found');
        const { status: text, media_ids: media, language } = (await bodyOf(asked)) as Written;
        Object.assign(status, {
          text: text ?? '',
          media: media ?? [],
          language: language ?? status.language,
        });
        return { json: statusOf(state, status) };
      }),
    },
    {
      method: 'DELETE',
      path,
      step: 'remove',
      answer: signedIn(state, (asked) => {
        const status = ownOf(asked);
        if (!status) return no(404, 'Record not found');
        state.statuses.splice(state.statuses.indexOf(status), 1);
        return { json: { ...statusOf(state, status), text: status.text } };
      }),
    },
  ];
}

type Written = {
  status?: string;
  media_ids?: string[];
  language?: string;
  visibility?: string;
  in_reply_to_id?: string;
};

async function upload(state: FakeState, asked: Asked): Promise<Said> {
  const form = await asked.form();
  const file = form.get('file');
  if (!(file instanceof Blob)) return no(422, "Validation failed: File can't be blank");
  if (state.refusesMedia) return no(422, 'Validation failed: File content type is invalid');
  const id = String(22_348_641 + state.media.size);
  const description = form.get('description');
  const focus = form.get('focus');
  state.media.set(id, {
    bytes: Buffer.from(await file.arrayBuffer()),
    mime: file.type,
    description: typeof description === 'string' ? description : '',
    focus: typeof focus === 'string' ? focus : '',
  });
  const url = state.slowMedia > 0 ? null : `${state.url}/media/${id}.png`;
  return {
    status: state.slowMedia > 0 ? 202 : 200,
    json: {
      id,
      type: 'image',
      url,
      preview_url: url,
      remote_url: null,
      description: typeof description === 'string' ? description : null,
    },
  };
}

async function post(state: FakeState, asked: Asked): Promise<Said> {
  const body = (await bodyOf(asked)) as Written;
  const key = asked.headers['idempotency-key'];
  const known = typeof key === 'string' && state.heedsKeys ? state.keys.get(key) : undefined;
  const there = state.statuses.find(({ id }) => id === known);
  if (there) return { json: statusOf(state, there) };
  const text = body.status ?? '';
  if (text.trim() === '' && !body.media_ids?.length) return no(422, "Validation failed: Text can't be blank");
  if (text.startsWith('refuse ')) return no(422, 'Validation failed: Text is not allowed here');
  if (countText(text, 'mastodon') > 500)
    return no(422, 'Validation failed: Text character limit of 500 exceeded');
  if ((body.media_ids ?? []).some((id) => !state.media.has(id)))
    return no(422, 'Validation failed: Media not found');
  state.made += 1;
  const status: Stored = {
    id: `1${String(state.made).padStart(17, '0')}`,
    text,
    language: body.language ?? null,
    visibility: body.visibility ?? 'public',
    media: body.media_ids ?? [],
    parent: body.in_reply_to_id ?? null,
    at: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
  };
  state.statuses.push(status);
  if (typeof key === 'string') state.keys.set(key, status.id);
  return { json: statusOf(state, status) };
}

/** Newest first. */
function listed(state: FakeState, asked: Asked): Said {
  if (asked.params['account'] !== FAKE_ACCOUNT.id) return no(404, 'Record not found');
  const since = asked.query.get('since_id') ?? '';
  const before = asked.query.get('max_id') ?? '9'.repeat(20);
  const limit = Math.min(Number(asked.query.get('limit') ?? 20), 40);
  const list = state.statuses.filter(({ id }) => id > since && id < before).toReversed();
  return { json: list.slice(0, limit).map((it) => statusOf(state, it)) };
}
