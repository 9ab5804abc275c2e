import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch, type SafeFetch } from '#/kernel/safe-fetch.ts';
import type {
  Connected,
  ConnectedAccount,
  Connector,
  ConnectorContext,
  Diagnosis,
  FindOutcome,
  Handle,
  Image,
  Json,
  Message,
  Proof,
  PublishOutcome,
  Reason,
  Session,
  Settings,
  Steps,
  Video,
} from '../contract.ts';
import type { FaultyNetwork } from './faulty-network.ts';
import { createLentServer } from './lent-server.ts';
import { NETWORK_REASONS } from './reasons.ts';

/** What stands at the network, as a reader would see it. */
export type Arrived = {
  text: string;
  /** Null where the network takes no language. */
  language: string | null;
  images: { alt: string; bytes: Uint8Array }[];
  /** Only of networks that take videos; captions as WebVTT, by variant. */
  video?: { alt: string; bytes: Uint8Array; captions: { variant: string; vtt: string }[] } | null;
};

/** A fake of one network, as the contract tests need it. */
export type Fake = {
  network: FaultyNetwork;
  settings: Settings;
  /** Well-formed settings that the network says no to; null where there are none, and only a person can say no. */
  refused: Settings | null;
  /** Addresses of the network that the fake stands in for, where they are fixed and no setting: `https://api.x.com`. */
  origins?: readonly string[];
  /** What the person does on the network's page from now on: let us in, or not. */
  consent?: (given: boolean) => void;
  /** For the practice network, which lives at Glasnik's own address. */
  ownUrl?: string;
  posts: () => readonly Arrived[];
  /** Pictures go along with the post, so that there is no upload before it. */
  uploadsWithPost?: true;
  /** Pictures arrive as this kind, whatever was handed over, so that their bytes are others. */
  reencodes?: 'image/jpeg';
  /** Ends the access tokens, not the grant. Null where tokens of this network do not expire. */
  expire: (() => void) | null;
  /** Ends the grant. */
  revoke: () => void;
  /**
   * What this network says no to from now on, in its own words: a right that is missing, an account that is suspended,
   * a picture that it does not take. What it has not stands among the exceptions of its `faults.ts`.
   */
  lay?: { [Name in 'under-scoped' | 'suspended' | 'media-refused']?: () => void };
  /** What the same publish request does a second time: one post, a refusal, or two posts. */
  repeated: 'one' | 'refused' | 'two';
  /** A text that this network refuses for good, where there is one. */
  refusedText?: string;
  /** A citizen answers the newest post. */
  say?: (text: string) => void;
  close: () => Promise<void>;
};
export type StartFake = () => Promise<Fake>;

/** For tests in which an answer never comes; all others have the patience of the real thing. */
export const IMPATIENT_MS = 2000;

export type Stage = {
  fake: Fake;
  context: ConnectorContext;
  /** What was saved, with the number of publish requests that had been made by then. */
  saved: { session: Session; published: number }[];
  logged: string[];
  connect(): Promise<ConnectedAccount>;
  connected(settings?: Settings, between?: () => Promise<void> | void): Promise<Connected>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A fake and a context to speak to it. When the stage is taken down, the fake must have been asked nothing odd. */
export async function setStage(
  connector: Connector,
  startFake: StartFake,
  timeoutMs = 15_000,
): Promise<Stage> {
  const fake = await startFake();
  const logged: string[] = [];
  const saved: Stage['saved'] = [];
  const door = createSafeFetch({ allowPrivate: ['127.0.0.1'], timeoutMs });
  const lent = createLentServer();
  const context: ConnectorContext = {
    fetch: rerouted(door, fake),
    clock: systemClock,
    log: createLogger('trace', { write: (line) => logged.push(line) }),
    requestId: randomUUID(),
    ownUrl: fake.ownUrl ?? 'http://glasnik.example',
    lend: lent.lend,
    renewSession: async (held, renew) => {
      const renewed = await renew(held);
      if (renewed.kind === 'renewed')
        saved.push({ session: renewed.session, published: fake.network.count('publish') });
      return renewed;
    },
    signal: new AbortController().signal,
  };
  const stage: Stage = {
    fake,
    context,
    saved,
    logged,
    connected: (settings = fake.settings, between) => throughTheDoor(connector, stage, settings, between),
    async connect() {
      const connected = await stage.connected();
      const { networkId, handle } = connected;
      return {
        id: randomUUID(),
        networkId,
        handle,
        settings: connected.settings,
        session: connected.session,
      };
    },
    async [Symbol.asyncDispose]() {
      await fake.close();
      await door.close();
      await lent.close();
      assert.deepEqual(fake.network.unexpected, [], 'the fake was asked what it had not been told of');
    },
  };
  return stage;
}

/** The fake in the place of the addresses that it stands in for. Nothing else about a request changes. */
export function rerouted(
  fetch: SafeFetch,
  fake: Pick<Fake, 'origins'> & { network: { url: string } },
): SafeFetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!fake.origins?.includes(url.origin)) return fetch(input, init);
    const there = `${fake.network.url}${url.pathname}${url.search}`;
    return fetch(input instanceof Request ? new Request(there, input) : there, init);
  };
}

export const REDIRECT_URI = 'http://glasnik.example/connect/network/callback';

/** Connects by the form, or goes to the network's page as a browser does and comes back. */
async function throughTheDoor(
  connector: Connector,
  stage: Stage,
  settings: Settings,
  between?: () => Promise<void> | void,
): Promise<Connected> {
  const { context } = stage;
  if (!connector.authorise) {
    assert.ok(connector.connect, 'a connector without a way to connect');
    return connector.connect(context, settings);
  }
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const state = randomUUID();
  const { url, kept } = await connector.authorise.begin(context, settings, {
    redirectUri: REDIRECT_URI,
    state,
    challenge,
  });
  const query = await browse(url, stage);
  assert.equal(query['state'], state, 'the state comes back as it went');
  await between?.();
  const back = { query, redirectUri: REDIRECT_URI, verifier, kept: stored(kept) };
  const [first] = await connector.authorise.finish(context, settings, back);
  assert.ok(first, 'no account and no word about it');
  return first;
}

/** What the network's page puts into the address when it sends the person back. */
async function browse(url: string, stage: Stage): Promise<Record<string, string>> {
  const { origin, pathname, search } = new URL(url);
  const there = stage.fake.origins?.includes(origin) ? stage.fake.network.url : origin;
  // oxlint-disable-next-line no-restricted-globals -- the person's browser, which is not behind our guard
  const answer = await fetch(`${there}${pathname}${search}`, { redirect: 'manual' });
  const location = answer.headers.get('location') ?? '';
  assert.ok(location.startsWith(REDIRECT_URI), `sent back to ${location || answer.status}`);
  return Object.fromEntries(new URL(location).searchParams);
}

/** 2 x 2 pixels, so that a network that looks inside finds a picture. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWOQ96uU96tkgFAAF84DmfGZFjwAAAAASUVORK5CYII=',
  'base64',
);

export function testImage(alt: string, bytes: Uint8Array = PNG): Image {
  return {
    mediaId: randomUUID(),
    mime: 'image/png',
    width: 2,
    height: 2,
    size: bytes.byteLength,
    alt,
    read: () => Promise.resolve(bytes),
  };
}

/** Bytes that no fake looks into: what a network makes of a real one is for the tests against real servers. */
export const testVideo = (over: Partial<Video> = {}): Video => ({
  mediaId: randomUUID(),
  mime: 'video/mp4',
  width: 320,
  height: 180,
  durationMs: 5000,
  size: 9,
  alt: 'Most se otvara',
  captions: [
    { variant: 'bs', vtt: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nDobar dan\n' },
    { variant: 'en', vtt: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGood day\n' },
  ],
  read: () => Promise.resolve(Buffer.from('video-mp4')),
  readPoster: () => Promise.resolve(null),
  ...over,
});

export const testMessage = (over: Partial<Message> = {}): Message => ({
  key: randomUUID(),
  text: 'Šalter u Đurđevcu radi od 8 do 16 sati. Čekanje: 10 minuta.',
  language: 'bs',
  images: [],
  dueAt: '2026-11-24T09:00:00Z',
  ...over,
});

/** A message that this network takes: with a picture or a video where it takes none of words alone. */
export const messageFor = ({ manifest }: Pick<Connector, 'manifest'>, over: Partial<Message> = {}): Message =>
  testMessage({
    ...(manifest.limits.video?.required ? { video: testVideo() } : {}),
    images: Array.from({ length: over.video ? 0 : (manifest.limits.images.min ?? 0) }, () =>
      testImage('Slika'),
    ),
    ...over,
  });

/** As the engine keeps it: through JSON, so that nothing lives in it but data. */
export const stored = <T extends Json>(handle: T): T => JSON.parse(JSON.stringify(handle)) as T;

/** What the engine keeps between two processes of the steps of a delivery. */
export function memory(stage: Stage): { all: Handle[]; context: () => ConnectorContext } {
  let kept: Handle | null = null;
  const all: Handle[] = [];
  const steps = (): Steps => ({
    kept,
    keep: async (next) => {
      kept = stored(next);
      all.push(kept);
    },
  });
  return { all, context: () => ({ ...stage.context, steps: steps() }) };
}

export async function prepared(
  connector: Connector,
  stage: Stage,
  account: ConnectedAccount,
  message: Message,
): Promise<Handle> {
  const outcome = await connector.prepare(stage.context, account, message);
  assert.equal(outcome.kind, 'prepared', JSON.stringify(outcome));
  return stored((outcome as { handle: Handle }).handle);
}

/** In the place of the proof that a person brings, where they finish what was handed over. */
export const IN_HAND: Proof = {
  networkId: 'in-hand',
  url: 'https://glasnik.example/in-hand',
  publishedAt: '2026-12-01T09:00:00Z',
  returned: null,
};

export function publishedProof(outcome: PublishOutcome | FindOutcome): Proof {
  if (outcome.kind === 'handed-over') return IN_HAND;
  assert.ok(outcome.kind === 'published' || outcome.kind === 'found', JSON.stringify(outcome));
  assert.notEqual(outcome.proof.networkId, '');
  assert.match(outcome.proof.url, /^https?:\/\//);
  assert.doesNotThrow(() => Temporal.Instant.from(outcome.proof.publishedAt));
  return outcome.proof;
}

const COMMON = new Set<string>(Object.values(NETWORK_REASONS));

/** A reason must have a sentence: in the common words or in the connector's own. */
export function assertReason(connector: Connector, reason: Reason): void {
  if (COMMON.has(reason.code)) return;
  const own = connector.manifest.words.en['reasons'];
  assert.ok(
    typeof own === 'object' && Object.hasOwn(own, reason.code),
    `the reason "${reason.code}" has no words`,
  );
}

/** Every check has a label, and every reason its sentence. */
export function assertDiagnosis(connector: Connector, diagnosis: Diagnosis): void {
  assert.ok(diagnosis.checks.length > 0);
  const labels = connector.manifest.words.en['checks'];
  for (const { code, reason } of diagnosis.checks) {
    assert.ok(typeof labels === 'object' && Object.hasOwn(labels, code), `the check "${code}" has no label`);
    if (reason) assertReason(connector, reason);
  }
}

/** Every secret of the session, to look for where it must not be. */
export const secretsOf = (session: Json): string[] => {
  if (typeof session === 'string') return session.length >= 8 ? [session] : [];
  if (session === null || typeof session !== 'object') return [];
  return Object.entries(session).flatMap(([name, value]) => {
    return /token|secret|renew|refresh|jwt|password/i.test(name) ? secretsOf(value) : [];
  });
};
