import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import type { Networks } from '#/modules/accounts/index.ts';
import type { FileStore } from '#/modules/media/index.ts';
import type { Actor, Role } from '#/modules/people/index.ts';
import type { PostDeps } from '#/modules/posts/index.ts';
import type { ReviewDeps } from '#/modules/review/index.ts';
import type { ScheduleDeps } from '#/modules/publishing/index.ts';
import type { SandboxHolder } from '#/modules/sandbox/index.ts';
import type { Agenda } from './load-agenda.ts';
import type { DemoInstitution, DemoPost } from './content/shape.ts';

export type DemoDeps = {
  db: Db;
  clock: Clock;
  files: FileStore;
  /** Signs links, such as those by which somebody without an account approves. */
  links: LinkSigner;
  box: SecretBox;
  log: Logger;
  fetch: SafeFetch;
  registry: Networks & ScheduleDeps['connectors'];
  /** Where this Glasnik itself answers, without a trailing slash. */
  ownUrl: string;
  /** The stories play on the practice network, which fetches nothing. */
  lend: null;
  /** The address that people type. */
  publicUrl: string;
};

/** One institution while its story is being played. The keys of the maps are those of the content. */
export type Stage = {
  deps: DemoDeps &
    Pick<PostDeps, 'deliveries' | 'outgoing' | 'readHouse' | 'reviews'> &
    Pick<ReviewDeps, 'checksOf' | 'links' | 'mail'>;
  agenda: Agenda;
  /** The institution's own day, and the moment of loading. */
  today: Temporal.PlainDate;
  now: Temporal.Instant;
  content: DemoInstitution;
  institutionId: string;
  people: Map<string, { id: string; role: Role }>;
  accounts: Map<string, StageAccount>;
  objectives: Map<string, string>;
  campaigns: Map<string, string>;
  planItems: Map<string, string>;
  /** By file name. */
  media: Map<string, string>;
};

export type StageAccount = { id: string; network: string; holder: SandboxHolder };

/** A post on its way through the house. */
export type Story = {
  stage: Stage;
  post: DemoPost;
  /** `parco/monitoring`. */
  name: string;
  local: string;
  dueAt: Temporal.Instant;
  id: string;
  version: number;
  /** Where it stands on the network, by account. */
  places: Map<string, string>;
};

/** A person of the institution, at work. */
export function actorOn(stage: Stage, personKey: string, what: string): Actor {
  const person = need(stage.people, personKey);
  return {
    personId: person.id,
    institutionId: stage.institutionId,
    roles: [person.role],
    via: 'session',
    requestId: requestIdOn(stage, what),
  };
}

export const requestIdOn = (stage: Stage, what: string): string => `demo-${stage.content.key}-${what}`;

/** The key of the first person with that role. */
export function withRole(stage: Pick<Stage, 'content'>, role: Role): string {
  const found = stage.content.people.find((person) => person.role === role);
  if (!found) throw new Error(`${stage.content.key} has no ${role}`);
  return found.key;
}

export const inStage = <T>(stage: Stage, work: (tx: Tx) => Promise<T>): Promise<T> =>
  stage.deps.db.within({ institutionId: stage.institutionId }, work);

export function need<T>(found: ReadonlyMap<string, T>, key: string): T {
  const value = found.get(key);
  if (value === undefined) throw new Error(`the demonstration has no ${key}`);
  return value;
}
