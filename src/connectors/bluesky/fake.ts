import type { Fake } from '../_kit/contract-tests.ts';
import { textField } from '../_kit/reasons.ts';
import { startFaultyNetwork, type Said, type Told } from '../_kit/faulty-network.ts';
import { repoRoutes } from './fake-repo.ts';
import {
  cidOf,
  FAKE_DID,
  FAKE_HANDLE,
  FAKE_PASSWORD,
  OTHER_DID,
  refuse,
  signedIn,
  token,
  xrpc,
  type FakeState,
  type Stored,
} from './fake-wire.ts';

export type BlueskyFake = Fake & { state: FakeState };

/**
 * A server of the AT Protocol with one account, from the lexicons and https://atproto.com/specs: enough of it for
 * the public client library to work against unchanged. It also serves one web page, for link cards.
 */
export async function startFakeBluesky(): Promise<BlueskyFake> {
  const state: FakeState = {
    url: '',
    records: new Map(),
    blobs: new Map(),
    notifications: [],
    generation: 1,
    revoked: false,
    takenDown: false,
    refusesBlobs: false,
    appView: true,
    forgetBlobs: () => state.blobs.clear(),
  };
  const network = await startFaultyNetwork([...accountRoutes(state), ...repoRoutes(state), ...pageRoutes()]);
  state.url = network.url;
  const settings = { handle: FAKE_HANDLE, password: FAKE_PASSWORD, service: network.url };
  return {
    state,
    network,
    settings,
    refused: { ...settings, password: 'wrong-wrong-wrong-wrong' },
    posts: () => [...state.records.values()].map((record) => asArrived(state, record)),
    expire: () => {
      state.generation += 1;
    },
    revoke: () => {
      state.revoked = true;
    },
    lay: {
      suspended: () => {
        state.takenDown = true;
      },
      'media-refused': () => {
        state.refusesBlobs = true;
      },
    },
    repeated: 'one',
    say: (text) => say(state, text),
    close: network.close,
  };
}

type Blob = { ref: { $link: string } };
type Captions = { lang: string; file: Blob };

function asArrived(state: FakeState, { value }: Stored) {
  const embed = value['embed'] as
    | { images?: { alt: string; image: Blob }[]; video?: Blob; alt?: string; captions?: Captions[] }
    | undefined;
  const bytesOf = ({ ref }: Blob) => state.blobs.get(ref.$link)?.bytes ?? Buffer.alloc(0);
  return {
    text: textField(value, 'text') ?? '',
    language: String((value['langs'] as string[])[0]),
    images: (embed?.images ?? []).map(({ alt, image }) => ({
      alt,
      bytes: bytesOf(image),
    })),
    video: embed?.video
      ? {
          alt: embed.alt ?? '',
          bytes: bytesOf(embed.video),
          captions: (embed.captions ?? []).map(({ lang, file }) => ({
            variant: lang,
            vtt: bytesOf(file).toString(),
          })),
        }
      : null,
  };
}

function say(state: FakeState, text: string): void {
  const post = [...state.records.values()].at(-1);
  const ref = { uri: post?.uri ?? '', cid: post?.cid ?? '' };
  const number = state.notifications.length + 1;
  const uri = `at://${OTHER_DID}/app.bsky.feed.post/3jzfcijpj2z${String.fromCodePoint(96 + number)}a`;
  const at = Temporal.Now.instant().add({ milliseconds: number }).toString({ fractionalSecondDigits: 3 });
  state.notifications.unshift({
    uri,
    cid: cidOf(uri, 'record'),
    author: { did: OTHER_DID, handle: 'grad.test', displayName: 'Građanka' },
    reason: 'reply',
    reasonSubject: ref.uri,
    record: { $type: 'app.bsky.feed.post', text, createdAt: at, reply: { root: ref, parent: ref } },
    isRead: false,
    indexedAt: at,
  });
}

function accountRoutes(state: FakeState): Told[] {
  const grant = (): Said => ({
    json: {
      accessJwt: token(state, 'com.atproto.appPass'),
      refreshJwt: token(state, 'com.atproto.refresh'),
      handle: FAKE_HANDLE,
      did: FAKE_DID,
      didDoc: {
        id: FAKE_DID,
        service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: state.url }],
      },
      active: true,
    },
  });
  return [
    xrpc('POST', 'com.atproto.server.createSession', 'session', (asked) => {
      const { password } = asked.json() as { password: string };
      return password === FAKE_PASSWORD
        ? grant()
        : refuse(401, 'AuthenticationRequired', 'Invalid identifier or password');
    }),
    xrpc('POST', 'com.atproto.server.refreshSession', 'session', (asked) => {
      const good = asked.headers.authorization === `Bearer ${token(state, 'com.atproto.refresh')}`;
      return good && !state.revoked ? grant() : refuse(400, 'ExpiredToken', 'Token has been revoked');
    }),
    xrpc(
      'GET',
      'com.atproto.server.getSession',
      'look',
      signedIn(state, () => ({
        json: { handle: FAKE_HANDLE, did: FAKE_DID, active: true },
      })),
    ),
    xrpc('GET', 'com.atproto.identity.resolveHandle', 'side', (asked) => {
      const known: Record<string, string> = { [FAKE_HANDLE]: FAKE_DID, 'grad.test': OTHER_DID };
      const did = known[asked.query.get('handle') ?? ''];
      return did ? { json: { did } } : refuse(400, 'InvalidRequest', 'Unable to resolve handle');
    }),
    xrpc(
      'GET',
      'app.bsky.notification.listNotifications',
      'replies',
      signedIn(state, () =>
        state.appView
          ? { json: { notifications: state.notifications } }
          : refuse(
              400,
              'InvalidRequest',
              'No service configured for app.bsky.notification.listNotifications',
            ),
      ),
    ),
  ];
}

function pageRoutes(): Told[] {
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>Javni poziv | Općina</title>
    <meta property="og:title" content="Javni poziv za stipendije &amp; pomoć">
    <meta property="og:description" content="Prijave do 15. decembra."></head><body></body></html>`;
  return [
    {
      method: 'GET',
      path: '/poziv',
      step: 'side',
      answer: () => ({ body: html, mime: 'text/html; charset=utf-8' }),
    },
  ];
}
