import { z } from 'zod';
import { Id, Instant, PersonRef, Texts } from './common.ts';
import { PostState } from './posts.ts';

/** Something stands over an institution, or over all: nothing leaves. */
export const Pause = z.object({
  id: Id,
  /** `all`: by the coordinator, over every institution. */
  scope: z.enum(['institution', 'all']),
  reason: z.string(),
  /** What is said meanwhile; empty where nothing was prepared. */
  statement: Texts,
  startedAt: Instant,
  startedBy: PersonRef.nullable(),
});
export type Pause = z.infer<typeof Pause>;

export const PauseInput = z.object({
  reason: z.string().trim().min(1).max(500),
  statement: Texts.default({}),
});
export type PauseInput = z.infer<typeof PauseInput>;

export const HeldPost = z.object({
  postId: Id,
  title: z.string(),
  version: z.number(),
  state: PostState,
  dueAt: Instant,
  /** Its time has passed: let through it goes out at once, else at its time. */
  isDue: z.boolean(),
  /** No pause holds it: an outage has made it too late to go out unasked. `sendLatePost` lets it out. */
  isLate: z.boolean(),
  /** The election period that holds it, and why; null where none does. */
  election: z.object({ id: Id, name: z.string(), cause: z.enum(['repeat', 'silence']) }).nullable(),
  accounts: z.array(z.object({ id: Id, network: z.string(), networkName: z.string(), handle: z.string() })),
});
export type HeldPost = z.infer<typeof HeldPost>;

export const PauseView = z.object({
  pauses: z.array(Pause),
  /** Soonest first: what fell due while a pause held, and while one stands what is due within seven days. */
  held: z.array(HeldPost),
  /** Deliveries that are with their network at this moment; they cannot be called back. */
  underWay: z.number(),
  /** What was said in the last pause, to begin from. */
  lastStatement: Texts,
  mayLetThrough: z.boolean(),
});
export type PauseView = z.infer<typeof PauseView>;

export const HousePause = z.object({ coordinator: z.boolean(), pause: Pause.nullable() });
export type HousePause = z.infer<typeof HousePause>;
