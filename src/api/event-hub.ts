import type { SSEStreamingApi } from 'hono/streaming';
import pg from 'pg';
import type { Logger } from '#/kernel/logger.ts';

/**
 * Tells open studios that something of their institution changed; they ask again for what they show. The first word on
 * a line is for how many milliseconds nothing is known to have changed: what a studio asked for before that may be old.
 */
export type EventHub = {
  follow(institutionId: string, stream: SSEStreamingApi): Promise<void>;
  close(): Promise<void>;
};

const CHANNEL = 'glasnik_events';
const HEARTBEAT_MS = 25_000;
const LONGEST_PAUSE_MS = 10_000;

/** One connection listens for all. A lost one is opened anew, and every studio told to ask for everything. */
export function createEventHub(options: { url: string; log: Logger }): EventHub {
  const followers = new Map<string, Set<() => void>>();
  const changedAt = new Map<string, number>();
  let listeningSince = Infinity;
  const closing = new AbortController();
  let client: pg.Client | undefined;
  const quietMs = (institutionId: string) =>
    Math.max(0, performance.now() - Math.max(listeningSince, changedAt.get(institutionId) ?? 0));
  const tell = (institutionId: string) => {
    changedAt.set(institutionId, performance.now());
    for (const wake of followers.get(institutionId) ?? []) wake();
  };
  const tellAll = () => {
    for (const institutionId of followers.keys()) tell(institutionId);
  };
  const listen = async (attempt: number): Promise<void> => {
    if (closing.signal.aborted) return;
    const next = new pg.Client({
      connectionString: options.url,
      application_name: 'glasnik events',
      keepAlive: true,
    });
    const again = (tries: number) => {
      if (closing.signal.aborted) return;
      setTimeout(() => void listen(tries), Math.min(LONGEST_PAUSE_MS, 100 * 2 ** tries)).unref();
    };
    next.on('error', (error) =>
      options.log.warn({ err: error }, 'lost the connection that listens for changes'),
    );
    next.on('notification', (message) => tell(message.payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch {
      await next.end().catch(() => undefined);
      return again(attempt + 1);
    }
    next.once('end', () => {
      listeningSince = Infinity;
      again(0);
    });
    listeningSince = performance.now();
    client = next;
    tellAll();
  };
  const started = listen(0);
  return {
    follow: async (institutionId, stream) => {
      let changed = Promise.withResolvers<void>();
      const wake = () => changed.resolve();
      const mine = followers.get(institutionId) ?? new Set();
      followers.set(institutionId, mine.add(wake));
      closing.signal.addEventListener('abort', wake, { once: true });
      stream.onAbort(wake);
      try {
        await stream.writeSSE({ event: 'hello', data: `${Math.floor(quietMs(institutionId))}` });
        for (;;) {
          const quiet = await settles(changed.promise, HEARTBEAT_MS);
          if (stream.aborted || closing.signal.aborted) break;
          if (!quiet) changed = Promise.withResolvers<void>();
          // A browser and every proxy on the way take a silent line for a dead one.
          await stream.writeSSE(quiet ? { event: 'beat', data: '' } : { data: 'changed' });
        }
      } finally {
        mine.delete(wake);
        if (mine.size === 0) followers.delete(institutionId);
        closing.signal.removeEventListener('abort', wake);
      }
    },
    close: async () => {
      closing.abort();
      await started;
      await client?.end().catch(() => undefined);
    },
  };
}

/** True where the time passed first. */
async function settles(promise: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(true), ms)));
  try {
    return await Promise.race([promise.then(() => false), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
