import type { Handle, Lend, Session } from '#/connectors/contract.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { Lease } from './lease.ts';
import type { LoadDeps } from './load-delivery.ts';
import type { Outcome } from './next-step.ts';
import type { AttemptNote } from './queries.ts';
import type { Tuning } from './rules.ts';
import type { DeliveryStep } from './tables.ts';

export type DeliverDeps = LoadDeps & {
  log: Logger;
  fetch: SafeFetch;
  /** Where this Glasnik itself answers, without a trailing slash. */
  ownUrl: string;
  /** Null where networks cannot reach us. */
  lend: Lend | null;
  tuning: Tuning;
  /** In [0, 1). */
  random: () => number;
};

/** One try on its way. */
export type Run = {
  deps: DeliverDeps;
  lease: Lease;
  log: Logger;
  notes: AttemptNote[];
  handle: Handle | null;
  /** The account's session as this try has it, to see whether somebody connected it anew meanwhile. */
  session: Session | null;
  findable: boolean;
  /** Until when the network takes nothing more from the account, or from all accounts of its app, as it said with its answers. */
  closed: { until: Temporal.Instant; of?: 'app' | undefined } | null;
  /** The setting that names the account's app at the network; null where accounts share none. */
  app: string | null;
  signal: AbortSignal;
};

/** How far the try came, and what came of it. */
export type Ended = { step: DeliveryStep; outcome: Outcome };
