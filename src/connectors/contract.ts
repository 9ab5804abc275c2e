import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { Variant } from '#/language/index.ts';
import type { Limits, Manifest } from './manifest.ts';

export type {
  CardLook,
  Limits,
  LookColours,
  Manifest,
  MediaLook,
  Mosaic,
  NetworkLook,
  Price,
  Ratio,
  SettingsField,
  Source,
  VideoLimits,
  Words,
} from './manifest.ts';

/**
 * What every network is to Glasnik. Generic code knows this file and the list in `index.ts`, never a network's
 * name: forms, limits, previews and help are drawn from the manifest.
 */
export type Connector = {
  manifest: Manifest;
  /**
   * Checks the settings a person typed against the network. Throws a ConnectorFault where it refuses. Not there where
   * `authorise` is: an account is connected either by a form or on the network's own page.
   */
  connect?: (context: ConnectorContext, settings: Settings) => Promise<Connected>;
  authorise?: Authorise;
  /** A new session from the old one. Throws `reauthorise` only for a grant that is dead, never for a blip. */
  refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session>;
  /** How long a session is good for. Without it: for as long as nobody takes it back. */
  grantOf?(session: Session): Grant;
  diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis>;
  /** The limits as they are for this account now: asked of the network where it tells. */
  limits(context: ConnectorContext, account: ConnectedAccount): Promise<Limits>;
  /**
   * Uploads and everything else that has no visible effect. The handle is stored before `publish` is called;
   * after a kill `prepare` may run again and must then cost nothing but time.
   */
  prepare(context: ConnectorContext, account: ConnectedAccount, message: Message): Promise<PrepareOutcome>;
  /** The one visible act. Sent once: never repeats a request whose answer is missing, says `unknown` instead. */
  publish(
    context: ConnectorContext,
    account: ConnectedAccount,
    message: Message,
    handle: Handle,
  ): Promise<PublishOutcome>;
  /** Is it there? Asked after every doubt, before anything is sent again. */
  find(
    context: ConnectorContext,
    account: ConnectedAccount,
    message: Message,
    handle: Handle,
  ): Promise<FindOutcome>;
  /** Puts another text in the place of a published post's; its pictures stay. May be called twice. */
  edit?(
    context: ConnectorContext,
    account: ConnectedAccount,
    proof: Proof,
    message: Message,
  ): Promise<EditOutcome>;
  remove?(context: ConnectorContext, account: ConnectedAccount, proof: Proof): Promise<RemoveOutcome>;
  /** Answers of citizens since the cursor, oldest first. */
  fetchThreads?(
    context: ConnectorContext,
    account: ConnectedAccount,
    since: string | null,
  ): Promise<{ replies: Reply[]; cursor: string | null }>;
};

/** Connecting on the network's own page, as OAuth has it. Who comes back, and whether it is they, is not its business. */
export type Authorise = {
  /** The address to which the person's browser goes, and what is kept sealed until they come back. */
  begin(context: ConnectorContext, settings: Settings, door: Door): Promise<{ url: string; kept: Session }>;
  /**
   * The accounts that the person let us have, at least one: pages, channels, or the one who signed in. Throws a
   * ConnectorFault where the person or the network said no, or where something is missing at the network's side.
   */
  finish(context: ConnectorContext, settings: Settings, back: Back): Promise<readonly Connected[]>;
};

export type Door = {
  /** Where the network sends the person back to. */
  redirectUri: string;
  state: string;
  /** PKCE with S256 (RFC 7636); not used where the network has it not. */
  challenge: string;
};
export type Back = {
  /** What the network put into the address: `code`, or `error`. */
  query: Readonly<Record<string, string>>;
  redirectUri: string;
  verifier: string;
  kept: Session;
};

/** JSON that only the connector understands. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Handle = { [key: string]: Json };
/** Tokens and the like. Kept encrypted, never logged, never sent to a browser. */
export type Session = { [key: string]: Json };
export type Settings = { [field: string]: string };

/** Both ISO 8601 UTC, null where there is no such end. */
export type Grant = {
  /** The access token works until then; it is renewed some time before. */
  accessUntil: string | null;
  /** From then on nothing renews it: a person must connect again, and is warned 30 and 7 days before. */
  endsAt: string | null;
};

export type Renewal = { kind: 'renewed'; session: Session } | Wait | Refused;

export type ConnectorContext = {
  fetch: SafeFetch;
  clock: Clock;
  log: Logger;
  /** Follows the request of the person through the job into the network's call. */
  requestId: string;
  /** Where this Glasnik itself answers, without a trailing slash. */
  ownUrl: string;
  /**
   * Lends a file to a network that fetches media by itself. Null where this Glasnik has no address that networks reach:
   * then such a network says so when it is connected, and not only when a post fails.
   */
  lend: Lend | null;
  /**
   * Renews a session once, however many ask at the same time: a rotating token is good for one renewal. Where it was
   * renewed since `held` was read, the new one comes back and the network is not asked. Stored before it comes back.
   */
  renewSession(held: Session, renew: (session: Session) => Promise<Renewal>): Promise<Renewal>;
  /** The network said with an answer that nothing more is taken from the account, or from the whole app, before this time. */
  windowClosed?: (until: Temporal.Instant, of?: 'app') => void;
  /** Of the delivery under way, where there is one. */
  steps?: Steps;
  signal: AbortSignal;
};

/**
 * How far a delivery of several steps has come, as the connector itself notes it: the address of an upload that can be
 * gone on with, the part that stands there already. Whatever needs a next step is kept before that step is taken, so
 * that who comes after a kill goes on from there. No secret of the account belongs in it.
 */
export type Steps = {
  /** What was kept last, by whichever process; null where nothing was. */
  readonly kept: Handle | null;
  /** Stored when it comes back. Throws where the delivery is another worker's by now: then nothing more may be sent. */
  keep(steps: Handle): Promise<void>;
};

/** A public, signed address of these bytes, good until then; anybody who has it may fetch them. */
export type Lend = {
  (file: { bytes: Uint8Array; mime: string }): Promise<{ url: string; until: Temporal.Instant }>;
  /**
   * Where networks reach this Glasnik, without a trailing slash. For those that take posts only from a program that
   * listens, `/connect/<network>/knock` there answers 200 and reads nothing.
   */
  readonly home: string;
};

export type Connected = {
  /** The network's own, unchanging id of the account. */
  networkId: string;
  handle: string;
  displayName: string;
  url: string;
  settings: Settings;
  session: Session;
};

export type ConnectedAccount = {
  id: string;
  networkId: string;
  handle: string;
  settings: Settings;
  session: Session;
};

export type Message = {
  /** Unchanging for one delivery: whatever the network offers for idempotency is made from it. */
  key: string;
  text: string;
  /** The account's own first comment below the post; there only where `limits.comment` says that the network takes it. */
  comment?: string;
  /** Of addresses in the text that were tagged or shortened: the page as it was written, to read for a card. */
  pages?: Readonly<Record<string, string>>;
  /** BCP 47. */
  language: Variant;
  images: readonly Image[];
  /** In place of pictures; there only where `limits.video` says that the network takes it. */
  video?: Video;
  /** The moment it was due, ISO 8601 UTC: what the network shows as time where it lets us say. */
  dueAt: string;
};

export type Image = {
  mediaId: string;
  mime: string;
  width: number;
  height: number;
  /** Bytes. */
  size: number;
  alt: string;
  /** The point that must stay in sight where the network cuts it for a list, from 0 to 1. */
  focus?: { x: number; y: number };
  read(): Promise<Uint8Array>;
};

export type Video = {
  mediaId: string;
  mime: string;
  width: number;
  height: number;
  durationMs: number;
  /** Bytes. */
  size: number;
  alt: string;
  /** WebVTT, one for each variant there are captions in, that of the message first. */
  captions: readonly { variant: Variant; vtt: string }[];
  read(): Promise<Uint8Array>;
  /** The still picture, WebP; null where there is none. */
  readPoster(): Promise<Uint8Array | null>;
};

export type Proof = {
  networkId: string;
  url: string;
  publishedAt: string;
  returned: Json;
  /** What the network took for it, where the manifest has a price: by the price of that day, as the network told none. */
  charged?: Charge;
};
/** The currency as ISO 4217. */
export type Charge = { currency: string; amount: number };

export type Wait = {
  kind: 'retry';
  after: Temporal.Instant | null;
  reason: Reason;
  /** What has to wait: this account where not said, or all accounts of the app that it publishes with. */
  of?: 'app';
};
export type Refused =
  | { kind: 'reauthorise'; reason: Reason }
  /** The network will not take it, today or tomorrow: a person must change something. */
  | {
      kind: 'rejected';
      reason: Reason;
      /** A part of it stands there already: whoever tries again goes on from there, with the same handle. */
      begun?: true;
    };

/**
 * Why, as a key of the words with its parameters: `network.over-limit` stands in the common `errors`, any other
 * code under `reasons` of the connector's own words. `said` is what the network answered, shortened, for the
 * person who wants to read it.
 */
export type Reason = { code: string; params?: Record<string, string | number>; said?: string };

export type PrepareOutcome = { kind: 'prepared'; handle: Handle } | Wait | Refused;

/**
 * All that a program may do is done, and a person finishes it in the network's own application: `reason` says how. It
 * counts as published when that person says where it is. Never for what has gone out already.
 */
export type HandedOver = { kind: 'handed-over'; reason: Reason };

export type PublishOutcome =
  | { kind: 'published'; proof: Proof }
  | HandedOver
  /** The network has it and is still working on it: ask `find` after this time. */
  | { kind: 'pending'; after: Temporal.Instant; handle: Handle }
  | Wait
  | Refused
  /** Sent, and no answer that says what became of it. Never sent again before `find`. */
  | { kind: 'unknown'; reason: Reason };

export type FindOutcome =
  | { kind: 'found'; proof: Proof }
  /** It lies there and waits for the person. */
  | HandedOver
  | { kind: 'absent' }
  /** This network has no way to look, or answered in a way that proves nothing. */
  | { kind: 'cannot-tell'; reason: Reason }
  | Wait
  | Refused;

export type EditOutcome =
  | { kind: 'edited' }
  | { kind: 'absent' }
  | Wait
  | Refused
  | { kind: 'unknown'; reason: Reason };

export type RemoveOutcome =
  | { kind: 'removed' }
  | { kind: 'absent' }
  | Wait
  | Refused
  | { kind: 'unknown'; reason: Reason };

export type Reply = {
  networkId: string;
  /** The network's id of the post that it answers. */
  parentId: string;
  author: { handle: string; displayName: string };
  text: string;
  url: string;
  at: string;
};

export type Diagnosis = { checks: readonly Check[] };
/** Its label stands in the connector's words as `checks.<code>`. */
export type Check = { code: string; state: 'good' | 'warning' | 'bad'; reason?: Reason };

/** Thrown by connect and refresh: the network said no, and this is what to tell the person. */
export class ConnectorFault extends Error {
  readonly reason: Reason;
  readonly kind: 'rejected' | 'reauthorise' | 'retry';
  /** When the network wants to be asked again, where it named a time. */
  readonly after: Temporal.Instant | null;
  constructor(
    kind: 'rejected' | 'reauthorise' | 'retry',
    reason: Reason,
    after: Temporal.Instant | null = null,
  ) {
    super(reason.code);
    this.name = 'ConnectorFault';
    this.kind = kind;
    this.reason = reason;
    this.after = after;
  }
}
