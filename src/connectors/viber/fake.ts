import type { Arrived, Fake } from '../_kit/contract-tests.ts';
import { startFaultyNetwork, type Asked, type Fault, type Said, type Told } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

type Stored = Arrived & { token: string };
export type FakeState = {
  messages: Stored[];
  webhook: string | null;
  /** The code that every call is refused with; 0 where none is. */
  refusal: number;
  refusesMedia: boolean;
  superadmin: string;
};
export type ViberFake = Fake & { state: FakeState };

const FAKE_TOKEN = '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9';

/** https://developers.viber.com/docs/tools/channels-post-api/#error-codes */
const MESSAGES: Readonly<Record<number, string>> = {
  1: 'invalidUrl',
  2: 'invalidAuthToken',
  3: 'badData',
  4: 'missingData',
  7: 'publicAccountBlocked',
  8: 'publicAccountNotFound',
  9: 'publicAccountSuspended',
  10: 'webhookNotSet',
  12: 'tooManyRequests',
};

/**
 * The Channels Post API with one channel, from https://developers.viber.com/docs/tools/channels-post-api/, read 2026-11-30:
 * `set_webhook`, `get_account_info`, `post`; the result stands in `status` of the body, with HTTP 200. Media are fetched
 * over HTTP. It does not call the webhook: that Glasnik answers there is shown with the whole program.
 */
export async function startFakeViber(): Promise<ViberFake> {
  const state: FakeState = {
    messages: [],
    webhook: null,
    refusal: 0,
    refusesMedia: false,
    superadmin: '01234567890A=',
  };
  const network = await startFaultyNetwork(routesOf(state), { says });
  const settings = { link: 'https://invite.viber.com/?g2=AQAopcina', token: FAKE_TOKEN };
  return {
    state,
    network,
    origins: ['https://chatapi.viber.com'],
    settings,
    refused: { ...settings, token: 'wrong' },
    uploadsWithPost: true,
    reencodes: 'image/jpeg',
    posts: () => state.messages,
    expire: null,
    revoke: () => {
      state.refusal = 2;
    },
    lay: {
      suspended: () => {
        state.refusal = 9;
      },
      'media-refused': () => {
        state.refusesMedia = true;
      },
    },
    repeated: 'two',
    refusedText: 'refuse this',
    close: network.close,
  };
}

const no = (status: number): Said => ({ json: { status, status_message: MESSAGES[status] ?? 'failure' } });
const yes = (more: { [key: string]: Json } = {}): Said => ({
  json: { status: 0, status_message: 'ok', ...more },
});

/** A limit comes without a date; one with a date is of the HTTP server before it. */
const says = (fault: Fault): Said | null => (fault.kind === 'rate-limit' ? no(12) : null);

function routesOf(state: FakeState): Told[] {
  const route = (name: string, step: Told['step'], answer: (input: Input) => Said | Promise<Said>): Told => ({
    method: 'POST',
    path: `/pa/${name}`,
    step,
    answer: (asked) => {
      const input = inputOf(asked);
      if (state.refusal !== 0) return no(state.refusal);
      return input['auth_token'] === FAKE_TOKEN ? answer(input) : no(2);
    },
  });
  return [
    route('set_webhook', 'session', ({ url }) => {
      if (typeof url !== 'string' || !url.startsWith('https://')) return no(1);
      state.webhook = url;
      return yes({ chat_hostname: 'SN-CHAT-08_', event_types: [] });
    }),
    route('get_account_info', 'look', () =>
      state.webhook === null
        ? no(10)
        : yes({
            id: 'pa:75346594275468546724',
            chat_hostname: 'SN-CHAT-08_',
            name: 'Općina Primjer',
            members: [
              { id: 'jc9HsWTZ2Yf2NkRZ8KcNug==', name: 'Amra', role: 'admin' },
              { id: state.superadmin, name: 'Dino', role: 'superadmin' },
            ],
          }),
    ),
    route('post', 'publish', (input) => (state.webhook === null ? no(10) : post(state, input))),
  ];
}

type Input = { [key: string]: Json };
const inputOf = (asked: Asked): Input => asked.json() as Input;

async function post(state: FakeState, input: Input): Promise<Said> {
  const { type, text = '', media, size } = input;
  if (input['from'] === undefined || type === undefined) return no(4);
  if (input['from'] !== state.superadmin || typeof text !== 'string' || text === 'refuse this') return no(3);
  const arrived: Arrived = { text, language: null, images: [], video: null };
  if (type === 'text') {
    if (text === '') return no(4);
    if (text.length > 7000) return no(3);
  } else {
    const kind = type === 'picture' ? 'image/jpeg' : 'video/mp4';
    const bytes = typeof media === 'string' ? await fetched(media, kind) : null;
    if (!bytes || state.refusesMedia || text.length > 768) return no(3);
    if (type === 'picture' && bytes.byteLength > 1_000_000) return no(3);
    if (type === 'video' && (size !== bytes.byteLength || text !== '')) return no(size === undefined ? 4 : 3);
    if (type === 'picture') arrived.images = [{ alt: '', bytes }];
    else arrived.video = { alt: '', bytes, captions: [] };
  }
  // More digits than a number of JSON keeps.
  const token = `60246826556697008${40 + state.messages.length}`;
  state.messages.push({ ...arrived, token });
  return {
    mime: 'application/json',
    body: `{"status":0,"status_message":"ok","message_token":${token},"chat_hostname":"SN-CHAT-08_"}`,
  };
}

async function fetched(url: string, kind: string): Promise<Buffer | null> {
  // oxlint-disable-next-line no-restricted-globals -- the network's own fetcher
  const got = await fetch(url).catch(() => null);
  if (!got?.ok || got.headers.get('content-type') !== kind) return null;
  return Buffer.from(await got.arrayBuffer());
}
