import type { Fake } from '../_kit/contract-tests.ts';
import {
  startFaultyNetwork,
  type Asked,
  type Fault,
  type Said,
  type Step,
  type Told,
} from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

type Stored = {
  id: number;
  text: string;
  isCaption: boolean;
  photo: Buffer | null;
  video: Buffer | null;
  /** Of a video: the still picture that stands there until it is played. */
  thumbnail?: Buffer | null;
  album: string | null;
};
export type FakeState = {
  messages: Stored[];
  made: number;
  revoked: boolean;
  isAdministrator: boolean;
  isOld: boolean;
  isChannelGone: boolean;
  refusesPhotos: boolean;
};
export type TelegramFake = Fake & { state: FakeState };

export const FAKE_TOKEN = '123456789:AAFakeTokenOfABotThatIsNone';
const CHANNEL = { id: -1001234567890, type: 'channel', title: 'Općina Primjer', username: 'opcina_primjer' };
/** What the channel may be called in `chat_id`: multipart knows no numbers. */
const NAMES: readonly unknown[] = [CHANNEL.id, String(CHANNEL.id), `@${CHANNEL.username}`];
const BOT = { id: 123456789, is_bot: true, first_name: 'Glasnik', username: 'opcina_primjer_bot' };

/**
 * The Bot API with one channel and one bot, from https://core.telegram.org/bots/api, read 2026-11-25: JSON and
 * multipart with `attach://`, `ok`/`result`, `error_code`/`description`/`parameters`. Sent twice is posted twice.
 */
export async function startFakeTelegram(): Promise<TelegramFake> {
  const state: FakeState = {
    messages: [],
    made: 0,
    revoked: false,
    isAdministrator: true,
    isOld: false,
    isChannelGone: false,
    refusesPhotos: false,
  };
  const network = await startFaultyNetwork(routesOf(state), { says });
  const settings = { channel: '@opcina_primjer', token: FAKE_TOKEN };
  return {
    state,
    network,
    origins: ['https://api.telegram.org'],
    settings,
    refused: { ...settings, token: '1:wrong' },
    uploadsWithPost: true,
    posts: () => {
      const seen = new Set<string>();
      return state.messages
        .filter(({ album }) => album === null || (!seen.has(album) && Boolean(seen.add(album))))
        .map(({ id, text, video, album }) => ({
          text,
          language: null,
          video: video ? { alt: '', bytes: video, captions: [] } : null,
          images: state.messages
            .filter((it) => it.photo && (it.id === id || (album !== null && it.album === album)))
            .map(({ photo }) => ({ alt: '', bytes: photo ?? Buffer.alloc(0) })),
        }));
    },
    expire: null,
    revoke: () => {
      state.revoked = true;
    },
    lay: {
      'under-scoped': () => {
        state.isAdministrator = false;
      },
      suspended: () => {
        state.isChannelGone = true;
      },
      'media-refused': () => {
        state.refusesPhotos = true;
      },
    },
    repeated: 'two',
    refusedText: 'refuse this',
    close: network.close,
  };
}

const no = (code: number, description: string, more: { [key: string]: Json } = {}): Said => ({
  status: code,
  json: { ok: false, error_code: code, description, ...more },
});
const yes = (result: Json): Said => ({ json: { ok: true, result } });

/** https://core.telegram.org/bots/api#responseparameters: the seconds stand in the body. */
function says(fault: Fault): Said | null {
  const seconds = fault.seconds ?? 30;
  if (fault.kind === 'rate-limit') return no(429, 'Too Many Requests');
  if (fault.kind === 'rate-limit-dated') {
    return no(429, `Too Many Requests: retry after ${seconds}`, { parameters: { retry_after: seconds } });
  }
  if (fault.kind === 'error-500' || fault.kind === 'error-500-after') return no(500, 'Internal Server Error');
  return null;
}

type Input = { [key: string]: Json | Blob };

type Answer = (input: Input) => Said | Promise<Said>;

function routesOf(state: FakeState): Told[] {
  const route: Route = (name, step, answer) => ({
    method: 'POST',
    path: `/bot:token/${name}`,
    step,
    answer: async (asked) => {
      if (state.revoked || asked.params['token'] !== FAKE_TOKEN) return no(401, 'Unauthorized');
      const input = await inputOf(asked);
      const chat = input['chat_id'];
      if (chat !== undefined && (state.isChannelGone || !NAMES.includes(chat))) {
        return no(400, 'Bad Request: chat not found');
      }
      return answer(input);
    },
  });
  return [
    route('getMe', 'session', () => yes(BOT)),
    route('getChat', 'look', () => yes(CHANNEL)),
    route('getChatMember', 'look', () =>
      yes(
        state.isAdministrator
          ? { status: 'administrator', user: BOT, can_post_messages: true, can_delete_messages: true }
          : { status: 'left', user: BOT },
      ),
    ),
    ...messageRoutes(state, route),
  ];
}

type Route = (name: string, step: Step, answer: Answer) => Told;

function messageRoutes(state: FakeState, route: Route): Told[] {
  const administrator = (answer: Answer) => (input: Input) =>
    state.isAdministrator ? answer(input) : no(403, 'Forbidden: bot is not a member of the channel chat');
  const own = (input: Input) => state.messages.find(({ id }) => id === Number(input['message_id']));
  return [
    route(
      'sendMessage',
      'publish',
      administrator((input) => {
        const text = wordsIn(input, 'text');
        if (text.trim() === '') return no(400, 'Bad Request: message text is empty');
        if (text.length > 4096) return no(400, 'Bad Request: message is too long');
        if (text === 'refuse this') return no(400, "Bad Request: can't parse entities");
        return yes(messageOf(keep(state, { text, isCaption: false, photo: null, video: null, album: null })));
      }),
    ),
    route(
      'sendPhoto',
      'publish',
      administrator(async (input) => {
        const text = wordsIn(input, 'caption');
        if (text.length > 1024) return no(400, 'Bad Request: message caption is too long');
        const photo = await fileIn(input, input['photo']);
        if (!photo) return no(400, 'Bad Request: there is no photo in the request');
        if (state.refusesPhotos) return no(400, 'Bad Request: IMAGE_PROCESS_FAILED');
        return yes(messageOf(keep(state, { text, isCaption: true, photo, video: null, album: null })));
      }),
    ),
    route(
      'sendVideo',
      'publish',
      administrator((input) => sendVideo(state, input)),
    ),
    route(
      'sendMediaGroup',
      'publish',
      administrator((input) => album(state, input)),
    ),
    route(
      'editMessageText',
      'publish',
      administrator((input) => change(own(input), wordsIn(input, 'text'), false)),
    ),
    route(
      'editMessageCaption',
      'publish',
      administrator((input) => change(own(input), wordsIn(input, 'caption'), true)),
    ),
    route(
      'deleteMessage',
      'remove',
      administrator((input) => {
        const message = own(input);
        if (!message) return no(400, 'Bad Request: message to delete not found');
        if (state.isOld) return no(400, "Bad Request: message can't be deleted");
        state.messages.splice(state.messages.indexOf(message), 1);
        return yes(true);
      }),
    ),
  ];
}

async function inputOf(asked: Asked): Promise<Input> {
  if (asked.body.byteLength === 0) return {};
  if ((asked.headers['content-type'] ?? '').includes('json')) return asked.json() as { [key: string]: Json };
  return Object.fromEntries(await asked.form());
}

const wordsIn = (input: Input, name: string): string => {
  const value = input[name];
  return typeof value === 'string' ? value : '';
};

async function fileIn(input: Input, named: Json | Blob | undefined): Promise<Buffer | null> {
  const value = typeof named === 'string' && named.startsWith('attach://') ? input[named.slice(9)] : named;
  return value instanceof Blob ? Buffer.from(await value.arrayBuffer()) : null;
}

/** https://core.telegram.org/bots/api#sendvideo */
async function sendVideo(state: FakeState, input: Input): Promise<Said> {
  const text = wordsIn(input, 'caption');
  if (text.length > 1024) return no(400, 'Bad Request: message caption is too long');
  const video = await fileIn(input, input['video']);
  if (!video) return no(400, 'Bad Request: there is no video in the request');
  if (state.refusesPhotos || !(Number(input['duration']) > 0) || !(Number(input['width']) > 0))
    return no(400, 'Bad Request: VIDEO_FILE_INVALID');
  const thumbnail = await fileIn(input, input['thumbnail']);
  if (thumbnail && thumbnail.byteLength > 200_000) return no(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  return yes(messageOf(keep(state, { text, isCaption: true, photo: null, video, thumbnail, album: null })));
}

async function album(state: FakeState, input: Input): Promise<Said> {
  const given = input['media'];
  const list = (typeof given === 'string' ? JSON.parse(given) : given) as {
    media: string;
    caption?: string;
  }[];
  if (list.length < 2 || list.length > 10) return no(400, 'Bad Request: wrong number of items in the album');
  const photos: { text: string; photo: Buffer }[] = [];
  for (const { media, caption = '' } of list) {
    const photo = await fileIn(input, media);
    if (!photo) return no(400, 'Bad Request: wrong file identifier/HTTP URL specified');
    if (state.refusesPhotos) return no(400, 'Bad Request: IMAGE_PROCESS_FAILED');
    if (caption.length > 1024) return no(400, 'Bad Request: message caption is too long');
    photos.push({ text: caption, photo });
  }
  const group = `album-${state.made}`;
  return yes(
    photos.map((it) => messageOf(keep(state, { ...it, isCaption: true, video: null, album: group }))),
  );
}

function keep(state: FakeState, message: Omit<Stored, 'id'>): Stored {
  state.made += 1;
  const stored = { id: state.made, ...message };
  state.messages.push(stored);
  return stored;
}

function change(message: Stored | undefined, text: string, isCaption: boolean): Said {
  if (!message) return no(400, 'Bad Request: message to edit not found');
  if (message.isCaption !== isCaption) return no(400, 'Bad Request: there is no text in the message to edit');
  if (message.text === text) {
    return no(400, 'Bad Request: message is not modified: specified new message content is exactly the same');
  }
  message.text = text;
  return yes(messageOf(message));
}

const messageOf = ({ id, text, isCaption, video, album: group }: Stored): { [key: string]: Json } => ({
  message_id: id,
  date: 1_795_000_000,
  chat: CHANNEL,
  sender_chat: CHANNEL,
  ...(isCaption ? { caption: text, ...(video ? { video: {} } : { photo: [] }) } : { text }),
  ...(group === null ? {} : { media_group_id: group }),
});
